package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The in-memory ports of parties, activities and campaigns pass their contracts. */
class MemoryCustomersTest {
    static final MemoryCustomerHarness HARNESS = new MemoryCustomerHarness();

    @Nested
    class Parties extends PartyLogContract {
        @Override
        protected PartyHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Profiles extends ProfileStoreContract {
        @Override
        protected PartyHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Activities extends ActivityLogContract {
        @Override
        protected ActivityHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Contents extends ContentStoreContract {
        @Override
        protected ActivityHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Sends extends SendLogContract {
        @Override
        protected CampaignHarness harness() {
            return HARNESS;
        }
    }
}
