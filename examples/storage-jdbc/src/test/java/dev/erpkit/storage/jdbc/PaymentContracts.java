package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.accounting.payment.port.ProposalLog;
import dev.erpkit.testkit.contract.PaymentHarness;
import dev.erpkit.testkit.contract.PaymentLogContract;
import dev.erpkit.testkit.contract.StatementLogContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The contracts of payments and bank statements. */
abstract class PaymentContracts {
    private final PaymentHarness ports;

    PaymentContracts(PaymentHarness ports) {
        this.ports = ports;
    }

    @Nested
    class Payments extends PaymentLogContract {
        @Override
        protected PaymentHarness harness() {
            return ports;
        }
    }

    @Nested
    class Statements extends StatementLogContract {
        @Override
        protected PaymentHarness harness() {
            return ports;
        }
    }

    /** One tenant, with pages of so few rows that everything the contracts read crosses them. */
    static final class Tenant extends JdbcTenant implements PaymentHarness {
        private Tenant(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
        }

        static Tenant of(DataSource dataSource, String name) {
            return new Tenant(dataSource, name);
        }

        @Override
        public PaymentLog payments() {
            return business().payments();
        }

        @Override
        public ProposalLog proposals() {
            return business().proposals();
        }

        @Override
        public StatementLog statements() {
            return business().statements();
        }

        @Override
        public AssociationLog associations() {
            return business().associations();
        }

        @Override
        public PaymentHarness otherTenant() {
            return of(dataSource, other());
        }

        @Override
        public PaymentHarness reopened() {
            return of(dataSource, tenant);
        }
    }
}
