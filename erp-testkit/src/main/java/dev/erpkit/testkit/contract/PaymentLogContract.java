package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentProposal;
import dev.erpkit.accounting.payment.PaymentStep;
import dev.erpkit.accounting.payment.PaymentStep.Kind;
import dev.erpkit.accounting.payment.ProposalHistory;
import dev.erpkit.accounting.payment.ProposalStep;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code PaymentLog} and {@code ProposalLog} must do: facts come back whole, and of racing steps one wins. */
public abstract class PaymentLogContract extends PortContract<PaymentHarness> {
    private static final Actor ACTOR = Actor.of("経理");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    /** For adapters. */
    protected PaymentLogContract() {}

    private static Payment payment(String currency, Optional<String> reference) {
        return Payment.builder()
                .from(Payment.received(
                        Fresh.key("payment").substring(0, 40), "得意先", DAY, Amounts.of("12345", currency), "本店"))
                .reference(reference)
                .build();
    }

    private static PaymentStep step(PaymentId payment, int number, Kind kind, boolean full) {
        return new PaymentStep(
                payment,
                number,
                kind,
                IdempotencyKey.of(Fresh.key("step")),
                DAY.plusDays(number),
                full ? 105 : 0,
                full ? Optional.of("main#1") : Optional.empty(),
                full ? Optional.of(MatchId.of("match")) : Optional.empty(),
                full ? Lists.immutable.of(EntryId.of("e1"), EntryId.of("e2")) : Lists.immutable.empty(),
                full ? "policy" : "",
                Digest.ofText("step " + number),
                Fresh.instant(),
                ACTOR);
    }

    private PaymentHistory inserted() {
        Payment payment = payment("JPY", Optional.of("五月分\n請求書"));
        PaymentStep first = step(payment.id(), 1, Kind.RECORDED, true);
        harness().payments().insert(payment, first);
        return new PaymentHistory(payment, Lists.immutable.of(first));
    }

    private ImmutableList<PaymentHistory> all(PaymentHistory... among) {
        MutableList<PaymentHistory> found = Lists.mutable.empty();
        ImmutableList<PaymentId> ids =
                Lists.immutable.of(among).collect(p -> p.payment().id());
        harness().payments().forEach(found::add);
        return found.select(p -> ids.contains(p.payment().id())).toImmutable();
    }

    @Test
    void payments_1_1_a_payment_comes_back_with_its_steps() {
        PaymentHistory known = inserted();
        PaymentId id = known.payment().id();
        PaymentStep second = step(id, 2, Kind.CLEARED, false);
        PaymentStep third = step(id, 3, Kind.FAILED, true);
        harness().payments().append(second);
        harness().payments().append(third);
        PaymentHistory expected = new PaymentHistory(
                known.payment(), known.steps().newWith(second).newWith(third));
        assertThat(harness().payments().find(id)).contains(expected);
        Payment dinars = payment("KWD", Optional.empty());
        PaymentStep first = step(dinars.id(), 1, Kind.RECORDED, false);
        harness().payments().insert(dinars, first);
        PaymentHistory other = new PaymentHistory(dinars, Lists.immutable.of(first));
        assertThat(all(expected, other)).containsExactly(expected, other);
        assertThat(harness().payments().find(PaymentId.of("unknown"))).isEmpty();
    }

    @Test
    void payments_2_1_a_taken_id_key_or_number_is_refused() {
        PaymentHistory known = inserted();
        PaymentId id = known.payment().id();
        assertThatThrownBy(() -> harness().payments().insert(known.payment(), step(id, 1, Kind.RECORDED, false)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> harness().payments().append(step(id, 1, Kind.CLEARED, false)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> harness().payments().append(step(id, 3, Kind.CLEARED, false)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> harness().payments().append(step(PaymentId.of("no"), 2, Kind.CLEARED, false)))
                .isInstanceOf(NotFoundException.class);
        PaymentStep twin = known.steps().getFirst();
        PaymentStep sameKey = new PaymentStep(
                id,
                2,
                Kind.CLEARED,
                twin.key(),
                DAY,
                0,
                Optional.empty(),
                Optional.empty(),
                Lists.immutable.empty(),
                "",
                twin.fingerprint(),
                twin.recordedAt(),
                ACTOR);
        assertThatThrownBy(() -> harness().payments().append(sameKey)).isInstanceOf(DuplicateKeyException.class);
        assertThat(harness().payments().find(id)).contains(known);
        Payment other = payment("JPY", Optional.empty());
        assertThatThrownBy(() -> harness().payments().insert(other, step(other.id(), 2, Kind.CLEARED, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void payments_3_1_a_failed_unit_of_work_leaves_nothing() {
        PaymentHistory kept = inserted();
        PaymentHistory[] lost = new PaymentHistory[1];
        rolledBack(() -> {
            lost[0] = inserted();
            harness().payments().append(step(kept.payment().id(), 2, Kind.CLEARED, true));
        });
        assertThat(all(kept, lost[0])).containsExactly(kept);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void payments_4_1_of_racers_for_the_next_step_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            PaymentHistory known = inserted();
            PaymentId id = known.payment().id();
            ImmutableList<AtOnce.Ended<PaymentStep>> ends = AtOnce.run(4, i -> {
                PaymentStep step = step(id, 2, i % 2 == 0 ? Kind.CLEARED : Kind.FAILED, true);
                harness().payments().append(step);
                return step;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.count(e -> e.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
            assertThat(harness().payments().find(id).orElseThrow().steps().getLast())
                    .isEqualTo(ends.detect(e -> !e.failed()).value());
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void payments_5_1_payments_survive_a_restart() {
        PaymentHistory known = inserted();
        assertThat(harness().reopened().payments().find(known.payment().id())).contains(known);
    }

    @Test
    @Requires(Capability.TENANTS)
    void payments_6_1_tenants_never_see_each_other() {
        PaymentHistory mine = inserted();
        assertThat(harness().otherTenant().payments().find(mine.payment().id())).isEmpty();
        harness().otherTenant().payments().insert(mine.payment(), mine.steps().getFirst());
        harness().otherTenant().payments().append(step(mine.payment().id(), 2, Kind.FAILED, false));
        assertThat(all(mine)).containsExactly(mine);
    }

    private static PaymentProposal proposal() {
        return new PaymentProposal(
                DAY,
                Lists.immutable.of(
                        new PaymentProposal.Proposed(
                                PartyId.of("仕入先"),
                                "main",
                                Amounts.currency("USD"),
                                Lists.immutable.of(
                                        new PaymentProposal.Line(ItemId.of("b1", 0), 9800, 200),
                                        new PaymentProposal.Line(ItemId.of("b2", 3), 1, 0))),
                        new PaymentProposal.Proposed(
                                PartyId.of("other"),
                                "second",
                                Amounts.currency("JPY"),
                                Lists.immutable.of(new PaymentProposal.Line(ItemId.of("b3", 0), 5000, 0)))),
                Lists.immutable.of(
                        new PaymentProposal.Left(ItemId.of("b4", 0), PaymentProposal.Reason.NO_FUNDS),
                        new PaymentProposal.Left(ItemId.of("b5", 1), PaymentProposal.Reason.NOT_DUE)));
    }

    private static ProposalStep step(IdempotencyKey key, ProposalStep.Kind kind) {
        return new ProposalStep(key, kind, Fresh.instant(), ACTOR);
    }

    @Test
    void proposals_1_1_a_proposal_comes_back_with_its_steps() {
        IdempotencyKey key = IdempotencyKey.of(Fresh.key("run"));
        ProposalStep made = step(key, ProposalStep.Kind.PROPOSED);
        harness().proposals().insert(proposal(), made);
        ProposalStep approved = step(key, ProposalStep.Kind.APPROVED);
        harness().proposals().append(approved);
        assertThat(harness().proposals().find(key))
                .contains(new ProposalHistory(key, proposal(), Lists.immutable.of(made, approved)));
        assertThatThrownBy(() -> harness().proposals().insert(proposal(), made))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> harness().proposals().append(step(key, ProposalStep.Kind.APPROVED)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> harness()
                        .proposals()
                        .append(step(IdempotencyKey.of(Fresh.key("no")), ProposalStep.Kind.APPROVED)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void proposals_2_1_a_failed_unit_of_work_leaves_nothing() {
        IdempotencyKey key = IdempotencyKey.of(Fresh.key("run"));
        rolledBack(() -> harness().proposals().insert(proposal(), step(key, ProposalStep.Kind.PROPOSED)));
        assertThat(harness().proposals().find(key)).isEmpty();
    }

    @Test
    @Requires(Capability.TENANTS)
    void proposals_3_1_tenants_never_see_each_other() {
        IdempotencyKey key = IdempotencyKey.of(Fresh.key("run"));
        harness().proposals().insert(proposal(), step(key, ProposalStep.Kind.PROPOSED));
        assertThat(harness().otherTenant().proposals().find(key)).isEmpty();
    }
}
