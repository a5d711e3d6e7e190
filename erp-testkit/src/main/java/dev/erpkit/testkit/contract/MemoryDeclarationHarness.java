package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.declaration.memory.MemoryDeclarationLog;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.port.JournalStore;

/** The ports of declarations in memory; another tenant simply has ports of its own. */
public final class MemoryDeclarationHarness extends MemoryTenant<MemoryDeclarationHarness>
        implements DeclarationHarness {
    private final JournalStore journal = new MemoryJournalStore(work);
    private final TaxFactLog taxFacts = new MemoryTaxFactLog(work);
    private final DeclarationLog declarations = new MemoryDeclarationLog(work);

    /** Empty ports. */
    public MemoryDeclarationHarness() {
        super(MemoryDeclarationHarness::new);
    }

    @Override
    public JournalStore journal() {
        return journal;
    }

    @Override
    public TaxFactLog taxFacts() {
        return taxFacts;
    }

    @Override
    public DeclarationLog declarations() {
        return declarations;
    }
}
