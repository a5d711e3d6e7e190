package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
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
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** The ports of parties, activities and campaigns of one tenant in memory. */
public final class MemoryCustomerHarness implements PartyHarness, ActivityHarness, CampaignHarness {
    private final MemoryHarness core = new MemoryHarness();
    private final MemoryUnitOfWork work = (MemoryUnitOfWork) core.unitOfWork();
    private final PartyLog parties = new MemoryPartyLog(work);
    private final ProfileStore profiles = new MemoryProfileStore(work);
    private final ActivityLog activities = new MemoryActivityLog(work);
    private final ContentStore contents = new MemoryContentStore(work);
    private final SendLog sends = new MemorySendLog(work);
    private @Nullable MemoryCustomerHarness other;

    /** Empty ports. */
    public MemoryCustomerHarness() {}

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

    @Override
    public UnitOfWork unitOfWork() {
        return work;
    }

    @Override
    public NumberSeries numberSeries() {
        return core.numberSeries();
    }

    @Override
    public Outbox outbox() {
        return core.outbox();
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return core.told();
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return core.capabilities();
    }

    @Override
    public synchronized MemoryCustomerHarness otherTenant() {
        MemoryCustomerHarness known = other;
        if (known == null) {
            known = new MemoryCustomerHarness();
            other = known;
        }
        return known;
    }

    @Override
    public MemoryCustomerHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
