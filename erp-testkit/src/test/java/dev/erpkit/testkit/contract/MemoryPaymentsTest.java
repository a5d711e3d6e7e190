package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.bank.memory.MemoryAssociationLog;
import dev.erpkit.accounting.bank.memory.MemoryStatementLog;
import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.payment.memory.MemoryPaymentLog;
import dev.erpkit.accounting.payment.memory.MemoryProposalLog;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.accounting.payment.port.ProposalLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Nested;

/** The in-memory ports of payments and bank statements pass their contracts. */
class MemoryPaymentsTest {
    private static final Memory HARNESS = new Memory(Optional.of(new Memory(Optional.empty())));

    private static final class Memory implements PaymentHarness {
        private final MemoryUnitOfWork work = new MemoryUnitOfWork();
        private final MemoryOutbox outbox = new MemoryOutbox(work);
        private final NumberSeries numbers = new MemoryNumberSeries(work);
        private final PaymentLog payments = new MemoryPaymentLog(work);
        private final ProposalLog proposals = new MemoryProposalLog(work);
        private final StatementLog statements = new MemoryStatementLog(work);
        private final AssociationLog associations = new MemoryAssociationLog(work);
        private final Optional<Memory> other;

        Memory(Optional<Memory> other) {
            this.other = other;
        }

        @Override
        public UnitOfWork unitOfWork() {
            return work;
        }

        @Override
        public NumberSeries numberSeries() {
            return numbers;
        }

        @Override
        public Outbox outbox() {
            return outbox;
        }

        @Override
        public ImmutableList<ErpEvent> told() {
            return outbox.events();
        }

        @Override
        public PaymentLog payments() {
            return payments;
        }

        @Override
        public ProposalLog proposals() {
            return proposals;
        }

        @Override
        public StatementLog statements() {
            return statements;
        }

        @Override
        public AssociationLog associations() {
            return associations;
        }

        @Override
        public ImmutableSet<Capability> capabilities() {
            return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
        }

        @Override
        public PaymentHarness otherTenant() {
            return other.orElseThrow();
        }

        @Override
        public PaymentHarness reopened() {
            throw new UnsupportedOperationException("memory is not durable");
        }
    }

    @Nested
    class Payments extends PaymentLogContract {
        @Override
        protected PaymentHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Statements extends StatementLogContract {
        @Override
        protected PaymentHarness harness() {
            return HARNESS;
        }
    }
}
