package dev.erpkit.testkit.contract;

import dev.erpkit.crm.campaign.port.SendLog;

/** How the kit reaches the log of messages under test. */
public interface CampaignHarness extends CoreHarness {
    /** The log of the tenant. */
    SendLog sends();

    @Override
    CampaignHarness otherTenant();

    @Override
    CampaignHarness reopened();
}
