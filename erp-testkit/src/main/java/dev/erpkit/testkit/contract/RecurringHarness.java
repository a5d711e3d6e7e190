package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.recurring.port.RecurringLog;

/** How the kit reaches an adapter's log of the recurring entries, in the same unit of work as the core ports. */
public interface RecurringHarness extends CoreHarness {
    /** The facts about the recurring entries. */
    RecurringLog recurring();

    @Override
    RecurringHarness otherTenant();

    @Override
    RecurringHarness reopened();
}
