package dev.erpkit.testkit.contract;

import dev.erpkit.crm.activity.memory.MemoryActivityLog;
import dev.erpkit.crm.activity.memory.MemoryContentStore;
import dev.erpkit.crm.activity.port.ActivityLog;
import dev.erpkit.crm.activity.port.ContentStore;
import dev.erpkit.crm.campaign.memory.MemorySendLog;
import dev.erpkit.crm.campaign.port.SendLog;
import dev.erpkit.crm.party.memory.MemoryPartyLog;
import dev.erpkit.crm.party.memory.MemoryProfileStore;
import dev.erpkit.crm.party.port.PartyLog;
import dev.erpkit.crm.party.port.ProfileStore;

/** The ports of parties, activities and campaigns of one tenant in memory. */
public final class MemoryCustomerHarness extends MemoryTenant<MemoryCustomerHarness>
        implements PartyHarness, ActivityHarness, CampaignHarness {
    private final PartyLog parties = new MemoryPartyLog(work);
    private final ProfileStore profiles = new MemoryProfileStore(work);
    private final ActivityLog activities = new MemoryActivityLog(work);
    private final ContentStore contents = new MemoryContentStore(work);
    private final SendLog sends = new MemorySendLog(work);

    /** Empty ports. */
    public MemoryCustomerHarness() {
        super(MemoryCustomerHarness::new);
    }

    @Override
    public PartyLog parties() {
        return parties;
    }

    @Override
    public ProfileStore profiles() {
        return profiles;
    }

    @Override
    public ActivityLog activities() {
        return activities;
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Override
    public SendLog sends() {
        return sends;
    }
}
