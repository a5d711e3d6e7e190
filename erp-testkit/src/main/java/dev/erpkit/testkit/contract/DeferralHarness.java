package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.deferral.port.DeferralLog;

/** How the kit reaches an adapter's log of the deferrals, in the same unit of work as the core ports. */
public interface DeferralHarness extends CoreHarness {
    /** The facts about the deferrals. */
    DeferralLog deferrals();

    @Override
    DeferralHarness otherTenant();

    @Override
    DeferralHarness reopened();
}
