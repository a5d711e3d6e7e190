package dev.erpkit.storage.jdbc;

import dev.erpkit.crm.activity.port.ActivityLog;
import dev.erpkit.crm.activity.port.ContentStore;
import dev.erpkit.crm.campaign.port.SendLog;
import dev.erpkit.crm.party.port.PartyLog;
import dev.erpkit.crm.party.port.ProfileStore;
import dev.erpkit.testkit.contract.ActivityHarness;
import dev.erpkit.testkit.contract.ActivityLogContract;
import dev.erpkit.testkit.contract.CampaignHarness;
import dev.erpkit.testkit.contract.ContentStoreContract;
import dev.erpkit.testkit.contract.PartyHarness;
import dev.erpkit.testkit.contract.PartyLogContract;
import dev.erpkit.testkit.contract.ProfileStoreContract;
import dev.erpkit.testkit.contract.SendLogContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The ports of parties, activities and campaigns pass their contracts on both databases. */
class CustomerContractsTest {
    private static final Harness H2 = new Harness(Databases.h2File(), "customers");
    private static final Harness POSTGRES = new Harness(Databases.postgres(), "customers");

    @Nested
    class H2Parties extends PartyLogContract {
        @Override
        protected PartyHarness harness() {
            return H2;
        }
    }

    @Nested
    class H2Profiles extends ProfileStoreContract {
        @Override
        protected PartyHarness harness() {
            return H2;
        }
    }

    @Nested
    class H2Activities extends ActivityLogContract {
        @Override
        protected ActivityHarness harness() {
            return H2;
        }
    }

    @Nested
    class H2Contents extends ContentStoreContract {
        @Override
        protected ActivityHarness harness() {
            return H2;
        }
    }

    @Nested
    class H2Sends extends SendLogContract {
        @Override
        protected CampaignHarness harness() {
            return H2;
        }
    }

    @Nested
    class PostgresParties extends PartyLogContract {
        @Override
        protected PartyHarness harness() {
            return POSTGRES;
        }
    }

    @Nested
    class PostgresProfiles extends ProfileStoreContract {
        @Override
        protected PartyHarness harness() {
            return POSTGRES;
        }
    }

    @Nested
    class PostgresActivities extends ActivityLogContract {
        @Override
        protected ActivityHarness harness() {
            return POSTGRES;
        }
    }

    @Nested
    class PostgresContents extends ContentStoreContract {
        @Override
        protected ActivityHarness harness() {
            return POSTGRES;
        }
    }

    @Nested
    class PostgresSends extends SendLogContract {
        @Override
        protected CampaignHarness harness() {
            return POSTGRES;
        }
    }

    private static final class Harness extends JdbcTenant implements PartyHarness, ActivityHarness, CampaignHarness {
        private final JdbcCustomers customers;

        Harness(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
            this.customers = JdbcCustomers.of(stores);
        }

        @Override
        public PartyLog parties() {
            return customers.parties();
        }

        @Override
        public ProfileStore profiles() {
            return customers.profiles();
        }

        @Override
        public ActivityLog activities() {
            return customers.activities();
        }

        @Override
        public ContentStore contents() {
            return customers.contents();
        }

        @Override
        public SendLog sends() {
            return customers.sends();
        }

        @Override
        public Harness otherTenant() {
            return new Harness(dataSource, other());
        }

        @Override
        public Harness reopened() {
            return new Harness(dataSource, tenant);
        }
    }
}
