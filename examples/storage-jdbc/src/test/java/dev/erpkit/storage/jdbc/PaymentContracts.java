package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.accounting.payment.port.ProposalLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.PaymentHarness;
import dev.erpkit.testkit.contract.PaymentLogContract;
import dev.erpkit.testkit.contract.StatementLogContract;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
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
    record Tenant(DataSource dataSource, String name, BooksStores stores) implements PaymentHarness {
        static Tenant of(DataSource dataSource, String name) {
            return new Tenant(
                    dataSource, name, JdbcBooks.stores(dataSource, name, HostTransaction.none(), new Limits(2, 30)));
        }

        @Override
        public UnitOfWork unitOfWork() {
            return stores.unitOfWork();
        }

        @Override
        public NumberSeries numberSeries() {
            return stores.numbers();
        }

        @Override
        public Outbox outbox() {
            return stores.outbox();
        }

        @Override
        public ImmutableList<ErpEvent> told() {
            return ((JdbcOutbox) stores.outbox()).told();
        }

        @Override
        public PaymentLog payments() {
            return JdbcBooks.business(stores).payments();
        }

        @Override
        public ProposalLog proposals() {
            return JdbcBooks.business(stores).proposals();
        }

        @Override
        public StatementLog statements() {
            return JdbcBooks.business(stores).statements();
        }

        @Override
        public AssociationLog associations() {
            return JdbcBooks.business(stores).associations();
        }

        @Override
        public ImmutableSet<Capability> capabilities() {
            return Sets.immutable.of(Capability.values());
        }

        @Override
        public PaymentHarness otherTenant() {
            return of(dataSource, name + "-other");
        }

        @Override
        public PaymentHarness reopened() {
            return of(dataSource, name);
        }
    }
}
