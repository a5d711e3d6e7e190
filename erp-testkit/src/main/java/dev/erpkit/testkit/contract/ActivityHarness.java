package dev.erpkit.testkit.contract;

import dev.erpkit.crm.activity.port.ActivityLog;
import dev.erpkit.crm.activity.port.ContentStore;

/** How the kit reaches the ports of activities under test. */
public interface ActivityHarness extends CoreHarness {
    /** The log of the tenant. */
    ActivityLog activities();

    /** What was said, of the tenant. */
    ContentStore contents();

    @Override
    ActivityHarness otherTenant();

    @Override
    ActivityHarness reopened();
}
