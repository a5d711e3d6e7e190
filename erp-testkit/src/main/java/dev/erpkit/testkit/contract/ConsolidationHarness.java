package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.consolidation.port.ConsolidationLog;

/** How the kit reaches the frozen consolidations of one tenant. */
public interface ConsolidationHarness extends CoreHarness {
    /** The log, in the unit of work of the harness. */
    ConsolidationLog consolidations();

    @Override
    ConsolidationHarness otherTenant();

    @Override
    ConsolidationHarness reopened();
}
