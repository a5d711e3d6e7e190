package dev.erpkit.testkit.contract;

import dev.erpkit.crm.party.port.PartyLog;
import dev.erpkit.crm.party.port.ProfileStore;

/** How the kit reaches the ports of parties under test. */
public interface PartyHarness extends CoreHarness {
    /** The log of the tenant. */
    PartyLog parties();

    /** The profiles of the tenant. */
    ProfileStore profiles();

    @Override
    PartyHarness otherTenant();

    @Override
    PartyHarness reopened();
}
