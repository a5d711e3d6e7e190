package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.declaration.memory.MemoryDeclarationLog;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** The ports of declarations in memory; another tenant simply has ports of its own. */
public final class MemoryDeclarationHarness implements DeclarationHarness {
    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final NumberSeries numbers = new MemoryNumberSeries(unitOfWork);
    private final MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
    private final JournalStore journal = new MemoryJournalStore(unitOfWork);
    private final TaxFactLog taxFacts = new MemoryTaxFactLog(unitOfWork);
    private final DeclarationLog declarations = new MemoryDeclarationLog(unitOfWork);
    private @Nullable MemoryDeclarationHarness other;

    /** Empty ports. */
    public MemoryDeclarationHarness() {}

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public NumberSeries numberSeries() {
        return numbers;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return outbox.events();
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

    @Override
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
    }

    @Override
    public MemoryDeclarationHarness otherTenant() {
        MemoryDeclarationHarness known = other;
        if (known == null) {
            known = new MemoryDeclarationHarness();
            other = known;
        }
        return known;
    }

    @Override
    public MemoryDeclarationHarness reopened() {
        throw new UnsupportedOperationException("memory does not survive");
    }
}
