package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.port.JournalStore;

/** How the kit reaches the ports of declarations under test. */
public interface DeclarationHarness extends CoreHarness {
    /** The journal in the same unit of work. */
    JournalStore journal();

    /** The tax facts. */
    TaxFactLog taxFacts();

    /** The declarations. */
    DeclarationLog declarations();

    @Override
    DeclarationHarness otherTenant();

    @Override
    DeclarationHarness reopened();
}
