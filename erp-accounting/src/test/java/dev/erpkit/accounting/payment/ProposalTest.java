package dev.erpkit.accounting.payment;

import static dev.erpkit.accounting.payment.PaymentBooks.CLERK;
import static dev.erpkit.accounting.payment.PaymentBooks.DAY;
import static dev.erpkit.accounting.payment.PaymentBooks.code;
import static dev.erpkit.accounting.payment.PaymentBooks.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.payment.PaymentProposal.Line;
import dev.erpkit.accounting.payment.PaymentProposal.Reason;
import dev.erpkit.accounting.payment.ProposalRequest.Funds;
import dev.erpkit.accounting.payment.memory.MemoryProposalLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static Payable debt(String id, String party, long minor, int due) {
        return new Payable(
                ItemId.of(id, 0),
                PartyId.of(party),
                Amounts.currency("EUR"),
                minor,
                DAY.plusDays(due),
                Optional.empty(),
                false);
    }

    private static ProposalRequest request(String funds) {
        return ProposalRequest.of(DAY, DAY.plusDays(6), new Funds("main", eur(funds)));
    }

    private static PaymentProposal decide(ProposalRequest request, Payable... debts) {
        PaymentProposal proposal = Proposing.decide(request, Lists.immutable.of(debts));
        ImmutableList<Payable> turned = Lists.immutable.of(debts).toReversed();
        assertThat(Proposing.decide(request, turned)).as("whatever the order").isEqualTo(proposal);
        return proposal;
    }

    @Test
    void the_most_urgent_debts_get_the_money_and_are_grouped_by_party() {
        PaymentProposal proposal = decide(
                request("980"),
                debt("a", "S1", 60000, 1),
                debt("b", "S2", 50000, 2),
                debt("c", "S1", 30000, 3),
                debt("d", "S1", 1000, 7),
                debt("e", "S3", -100, 1),
                debt("f", "S3", 100, 1).block());
        assertThat(proposal.payments()).hasSize(1);
        assertThat(proposal.payments().getOnly().lines())
                .containsExactly(new Line(ItemId.of("a", 0), 60000, 0), new Line(ItemId.of("c", 0), 30000, 0));
        assertThat(proposal.leaves(ItemId.of("b", 0), Reason.NO_FUNDS)).isTrue();
        assertThat(proposal.leaves(ItemId.of("d", 0), Reason.NOT_DUE)).isTrue();
        assertThat(proposal.leaves(ItemId.of("e", 0), Reason.CREDIT)).isTrue();
        assertThat(proposal.leaves(ItemId.of("f", 0), Reason.BLOCKED)).isTrue();
    }

    @Test
    void a_discount_is_taken_before_it_ends_when_it_pays() {
        Payable debt = debt("a", "S", 10000, 36).less(200, DAY.plusDays(3));
        assertThat(decide(request("500"), debt).payments().getOnly().lines())
                .containsExactly(new Line(ItemId.of("a", 0), 9800, 200));
        // 98.00 for 36 days at 20 % a year cost 1.93, at 21 % 2.03
        assertThat(decide(request("500").costing(Rational.of(20, 100)), debt).payments())
                .hasSize(1);
        assertThat(decide(request("500").costing(Rational.of(21, 100)), debt).leaves(debt.item(), Reason.NOT_DUE))
                .isTrue();
        Payable later = debt("b", "S", 10000, 36).less(200, DAY.plusDays(10));
        assertThat(decide(request("500"), later).leaves(later.item(), Reason.NOT_DUE))
                .as("the next run is early enough")
                .isTrue();
        Payable over = debt("c", "S", 10000, 0).less(200, DAY.minusDays(1));
        assertThat(decide(request("500"), over).payments().getOnly().minor()).isEqualTo(10000);
    }

    @Test
    void small_payments_blocked_parties_and_other_currencies_are_left() {
        ProposalRequest request = request("500").atLeast(eur("10")).without(PartyId.of("B"));
        Payable dollars = new Payable(
                ItemId.of("d", 0), PartyId.of("S"), Amounts.currency("USD"), 5000, DAY, Optional.empty(), false);
        PaymentProposal proposal = decide(
                request,
                debt("a", "S", 999, 0),
                debt("b", "B", 5000, 0),
                debt("c", "T", 600, 0),
                debt("e", "T", 400, 0),
                dollars);
        assertThat(proposal.leaves(ItemId.of("a", 0), Reason.BELOW_LEAST)).isTrue();
        assertThat(proposal.leaves(ItemId.of("b", 0), Reason.BLOCKED)).isTrue();
        assertThat(proposal.leaves(ItemId.of("d", 0), Reason.NO_FUNDS)).isTrue();
        assertThat(proposal.payments().getOnly().minor()).isEqualTo(1000);
    }

    @Test
    void a_proposal_is_approved_by_somebody_else_and_executed_once_all_or_nothing() {
        PaymentBooks books = new PaymentBooks();
        ProposalService service =
                new ProposalService(books.ports, new MemoryProposalLog((MemoryUnitOfWork) books.ports.unitOfWork()));
        ItemId one = books.document("bill", "B1", "S", DAY, eur("100"));
        ItemId two = books.document("bill", "B2", "S", DAY, eur("50"));
        ImmutableList<Payable> debts = Lists.immutable
                .of(one, two)
                .collect(item -> Payable.of(books.ports.items().find(item).orElseThrow()));
        PaymentProposal proposal =
                Proposing.decide(request("500"), debts.collect(d -> d.item().equals(one) ? d.less(200, DAY) : d));
        IdempotencyKey key = IdempotencyKey.of("run-1");
        AccountId gain = AccountId.of("gain");
        Actor chief = Actor.of("chief");
        service.propose(key, proposal, CLERK).orElseThrow();
        assertThat(service.propose(key, proposal, CLERK)).isInstanceOf(Outcome.Accepted.class);
        String before = books.state();
        assertThat(code(service.propose(key, Proposing.decide(request("1"), debts), CLERK)))
                .isEqualTo("proposal.key-reused");
        assertThat(code(service.execute(key, gain, PaymentBooks.standard(), CLERK)))
                .isEqualTo("proposal.not-approved");
        assertThat(code(service.approve(key, CLERK))).isEqualTo("proposal.same-person");
        assertThat(code(service.approve(IdempotencyKey.of("x"), chief))).isEqualTo("proposal.unknown");
        assertThat(books.state()).isEqualTo(before);
        service.approve(key, chief).orElseThrow();
        ProposalHistory done =
                service.execute(key, gain, PaymentBooks.standard(), CLERK).orElseThrow();
        assertThat(done.status()).isEqualTo(ProposalStep.Kind.EXECUTED);
        assertThat(books.openMinor(one)).isZero();
        assertThat(books.openMinor(two)).isZero();
        assertThat(books.balance("gain")).isEqualTo(-200);
        assertThat(books.balance("transit")).isEqualTo(-14800);
        assertThat(service.execute(key, gain, PaymentBooks.standard(), CLERK)).isEqualTo(Outcome.replayed(done));

        ItemId three = books.document("bill", "B3", "S", DAY, eur("10"));
        IdempotencyKey stale = IdempotencyKey.of("run-2");
        Payable debt = Payable.of(books.ports.items().find(three).orElseThrow());
        service.propose(stale, Proposing.decide(request("500"), Lists.immutable.of(debt)), CLERK)
                .orElseThrow();
        service.approve(stale, chief).orElseThrow();
        books.payments
                .record(
                        Payment.sent("P", "S", DAY, eur("10"), "main"),
                        Allocation.oldestFirst(),
                        PaymentBooks.standard(),
                        CLERK)
                .orElseThrow();
        String paid = books.state();
        assertThat(code(service.execute(stale, gain, PaymentBooks.standard(), CLERK)))
                .isEqualTo("match.closed");
        assertThat(books.state()).isEqualTo(paid);
    }
}
