package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchTerm;
import dev.erpkit.accounting.payment.PaymentStep.Kind;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Receipts and payments: recorded onto the clearing account, set off against open items, cleared by the bank, failed. Each
 * command is one unit of work with what it posts and matches, and is refused as a whole. Safe for threads as far as the
 * ports are: of two receipts for one invoice the second finds nothing open.
 *
 * <p>Permissions: {@code payment.record}, {@code payment.apply}, {@code payment.clear} and {@code payment.fail} with the book
 * as scope, besides those of posting and matching.
 */
public final class PaymentService {
    private final PaymentPorts ports;
    private final PaymentDesk desk;

    /** Payments over a host's ports. */
    public PaymentService(PaymentPorts ports) {
        this.ports = ports;
        this.desk = new PaymentDesk(ports);
    }

    /** The payment with all that happened to it. */
    public Optional<PaymentHistory> find(PaymentId id) {
        return ports.payments().find(id);
    }

    /**
     * The chosen payments as they stand at the end of a day, those of later days left out, in the order of recording. What is
     * open follows the matches that are effective by then.
     */
    public ImmutableList<PaymentStanding> payments(PaymentQuery query, LocalDate asOf) {
        MutableList<PaymentStanding> found = Lists.mutable.empty();
        ports.payments().forEach(history -> {
            if (query.chooses(history, asOf)) {
                PaymentStanding standing = standing(history, asOf);
                if (!query.open() || !standing.open().isZero()) {
                    found.add(standing);
                }
            }
        });
        return found.toImmutable();
    }

    private PaymentStanding standing(PaymentHistory history, LocalDate asOf) {
        long open = item(history)
                .map(item -> Math.absExact(item.residual(asOf).amountMinor()))
                .orElse(0L);
        return new PaymentStanding(
                history,
                history.status(asOf),
                Amounts.ofMinor(open, history.payment().amount().getCurrency()));
    }

    /** The open item of a payment in the book; what is open of it is its advance. */
    public Optional<ItemHistory> item(PaymentHistory payment) {
        return desk.items(payment.steps().getFirst()).getFirstOptional();
    }

    /**
     * Records a payment and settles what the allocation says. The same command again gives the first outcome again.
     *
     * @return the payment, or {@code access.denied}, {@code payment.key-reused}, {@code payment.no-open-item}, a refusal of
     *     {@link Allocating#decide}, {@code rate.missing}, or what refuses its entries
     */
    public Outcome<PaymentHistory> record(Payment payment, Allocation allocation, PaymentPolicy policy, Actor actor) {
        Digest fingerprint = Digest.ofText(recorded(payment, allocation, policy));
        return desk.atomically("payment.record", actor, () -> {
            Optional<PaymentHistory> known = find(payment.id());
            return known.isPresent()
                    ? replay(known.get(), known.get().steps().getFirst(), fingerprint)
                    : Outcome.accepted(recordNew(payment, allocation, policy, fingerprint, actor));
        });
    }

    private PaymentHistory recordNew(
            Payment payment, Allocation allocation, PaymentPolicy policy, Digest fingerprint, Actor actor) {
        IdempotencyKey key = IdempotencyKey.of(payment.id().value());
        StepDraft draft = desk.draft(payment, 1, Kind.RECORDED, key, payment.date(), fingerprint, actor)
                .posting(desk.post(PaymentEvents.recorded(payment), actor))
                .deciding(policy.name());
        ItemHistory own = desk.items(draft.step())
                .getFirstOptional()
                .orElseThrow(() -> new RefusedException(Refusal.of(
                                PaymentRefusals.NO_ITEM,
                                "The posting rules record no open item for payment " + payment.id() + " in book "
                                        + ports.book() + "; let the "
                                        + payment.subject().text() + " be one")
                        .with("payment", payment.id())
                        .with("book", ports.book())));
        AllocationPlan plan = allocate(payment, own, 1, payment.date(), allocation, policy, actor);
        PaymentStep first = draft.matching(plan.request().map(MatchRequest::id)).step();
        ports.payments().insert(payment, first);
        refund(payment, payment.date(), own, plan, policy, actor);
        return new PaymentHistory(payment, Lists.immutable.of(first));
    }

    /**
     * Settles more with what is open of a payment: applies an advance.
     *
     * @return the payment, or refusals as of recording, {@code payment.unknown}, {@code payment.already-failed},
     *     {@code payment.nothing-left}
     */
    public Outcome<PaymentHistory> apply(
            IdempotencyKey key,
            PaymentId id,
            LocalDate date,
            Allocation allocation,
            PaymentPolicy policy,
            Actor actor) {
        Digest fingerprint = Digest.ofText("apply:v1\n" + date + "\n" + allocation.text() + "\n" + policy.name());
        return step("payment.apply", key, id, date, fingerprint, actor, payment -> {
            requireAlive(payment);
            int number = payment.steps().size() + 1;
            ItemHistory own = item(payment).orElseThrow();
            AllocationPlan plan = allocate(payment.payment(), own, number, date, allocation, policy, actor);
            StepDraft draft = desk.draft(payment.payment(), number, Kind.APPLIED, key, date, fingerprint, actor);
            refund(payment.payment(), date, own, plan, policy, actor);
            return draft.matching(plan.request().map(MatchRequest::id)).deciding(policy.name());
        });
    }

    /**
     * The bank has booked a payment: it leaves the clearing account. Where that is a control account, the item that was in
     * transit is settled and its exchange difference realised.
     *
     * @return the payment, or {@code access.denied}, {@code payment.unknown}, {@code payment.key-reused},
     *     {@code payment.already-cleared}, {@code payment.already-failed}, {@code payment.date},
     *     {@code payment.bank-amount}, {@code rate.missing}, or what refuses the entries
     */
    public Outcome<PaymentHistory> clear(
            IdempotencyKey key, PaymentId id, Clearing clearing, PaymentPolicy policy, Actor actor) {
        Digest fingerprint = Digest.ofText("clear:v1\n" + clearing.text() + "\n" + policy.name());
        return step("payment.clear", key, id, clearing.date(), fingerprint, actor, payment -> {
            requireAlive(payment);
            if (payment.status() == PaymentStatus.CLEARED) {
                throw refused(
                        PaymentRefusals.ALREADY_CLEARED,
                        "Payment " + id + " is cleared already; take the line for another payment",
                        id);
            }
            requireBooked(payment, clearing);
            int number = payment.steps().size() + 1;
            StepDraft draft = desk.draft(
                            payment.payment(), number, Kind.CLEARED, key, clearing.date(), fingerprint, actor)
                    .posting(desk.post(PaymentEvents.cleared(payment.payment(), number, clearing), actor))
                    .on(clearing.bankLine(), Amounts.minor(clearing.fee()))
                    .deciding(policy.name());
            settleTransit(payment, draft.step(), policy, actor);
            return draft;
        });
    }

    /**
     * A payment came to nothing. Its entries are reversed with the matches of their items, so that what it had settled is
     * open again exactly as before, and what the bank charges is posted.
     *
     * @return the payment, or {@code access.denied}, {@code payment.unknown}, {@code payment.key-reused},
     *     {@code payment.already-failed}, {@code payment.date}, or what refuses the entries
     */
    public Outcome<PaymentHistory> fail(IdempotencyKey key, PaymentId id, Failure failure, Actor actor) {
        Digest fingerprint = Digest.ofText("fail:v1\n" + failure.text());
        return step("payment.fail", key, id, failure.date(), fingerprint, actor, payment -> {
            requireAlive(payment);
            int number = payment.steps().size() + 1;
            StepDraft draft = desk.draft(
                            payment.payment(), number, Kind.FAILED, key, failure.date(), fingerprint, actor)
                    .on(failure.bankLine(), Amounts.minor(failure.fee()));
            MutableList<EntryId> entries = Lists.mutable.empty();
            payment.steps()
                    .toReversed()
                    .flatCollect(PaymentStep::entries)
                    .forEach(entry -> entries.add(reverse(entry, failure.date(), actor)));
            long fee = Amounts.minor(failure.fee());
            if (fee > 0) {
                entries.addAllIterable(
                        desk.post(PaymentEvents.fee(payment.payment(), number, failure.date(), fee), actor));
            }
            return draft.posting(entries.toImmutable());
        });
    }

    private EntryId reverse(EntryId entry, LocalDate date, Actor actor) {
        EntryId reversal = EntryId.of("reversal/" + entry);
        return ports.reversal()
                .reverse(entry, reversal, date, actor)
                .orElseThrow()
                .id();
    }

    private AllocationPlan allocate(
            Payment payment,
            ItemHistory own,
            int number,
            LocalDate date,
            Allocation allocation,
            PaymentPolicy policy,
            Actor actor) {
        MatchId id = MatchId.of("payment/" + payment.id() + "/" + number);
        // a policy of periods may have moved the entry to a later open day
        LocalDate day = date.isBefore(own.item().date()) ? own.item().date() : date;
        AllocationPlan plan = new Allocating(
                        id, day, own, policy, request -> ports.matching().preview(request, policy.matching()))
                .decide(allocation, candidates(payment.party(), allocation))
                .orElseThrow();
        plan.request()
                .ifPresent(request -> ports.matching()
                        .match(request, policy.matching(), actor)
                        .orElseThrow());
        return plan;
    }

    private ImmutableList<ItemHistory> candidates(PartyId party, Allocation allocation) {
        if (allocation instanceof Allocation.Given given) {
            return given.terms()
                    .collect(MatchTerm::item)
                    .collect(ports.items()::find)
                    .select(Optional::isPresent)
                    .collect(Optional::get);
        }
        MutableList<ItemHistory> items = Lists.mutable.empty();
        if (!(allocation instanceof Allocation.OnAccount)) {
            OpenItemQuery own = OpenItemQuery.all().in(ports.book()).of(party);
            // documents are looked for among settled items too: that they are known is worth knowing
            boolean settledToo = allocation instanceof Allocation.ByReference;
            ports.items().forEach(settledToo ? own : own.openAsOf(LocalDate.MAX), items::add);
        }
        return items.toImmutable();
    }

    /** What is too much goes back, in the same unit of work, and settles the rest of the payment. */
    private void refund(
            Payment payment, LocalDate date, ItemHistory own, AllocationPlan plan, PaymentPolicy policy, Actor actor) {
        if (plan.refundMinor() == 0) {
            return;
        }
        Payment back = Payment.builder()
                .from(payment)
                .id(PaymentId.of(refundId(payment.id())))
                .date(date)
                .direction(
                        payment.direction() == PaymentDirection.RECEIVED
                                ? PaymentDirection.SENT
                                : PaymentDirection.RECEIVED)
                .amount(Amounts.ofMinor(plan.refundMinor(), payment.amount().getCurrency()))
                .build();
        record(back, Allocation.to(own.item().id()), policy, actor).orElseThrow();
    }

    /** The id of the payment that pays back what was too much. */
    private static String refundId(PaymentId id) {
        String plain = "refund/" + id;
        return plain.length() <= 64
                ? plain
                : "refund/" + Digest.ofText(id.value()).toString().substring(0, 56);
    }

    private void settleTransit(PaymentHistory payment, PaymentStep cleared, PaymentPolicy policy, Actor actor) {
        ImmutableList<ItemHistory> there = desk.items(payment.steps().getFirst());
        ImmutableList<ItemHistory> here = desk.items(cleared);
        if (there.size() < 2 || here.isEmpty() || here.getFirst().item().control() != ControlKind.CLEARING) {
            return;
        }
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(MatchId.of("payment/" + payment.payment().id() + "/" + cleared.number()))
                .date(here.getFirst().item().date());
        request.item(there.getLast().item().id()).item(here.getFirst().item().id());
        ports.matching().match(request.build(), policy.matching(), actor).orElseThrow();
    }

    private static void requireAlive(PaymentHistory payment) {
        if (payment.status() == PaymentStatus.FAILED) {
            PaymentId id = payment.payment().id();
            throw refused(PaymentRefusals.ALREADY_FAILED, "Payment " + id + " has failed already; record it again", id);
        }
    }

    private static void requireBooked(PaymentHistory payment, Clearing clearing) {
        boolean sameCurrency = clearing.booked()
                .getCurrency()
                .equals(payment.payment().amount().getCurrency());
        long expected = payment.signedMinor() - Amounts.minor(clearing.fee());
        if (!sameCurrency || Amounts.minor(clearing.booked()) != expected) {
            throw new RefusedException(Refusal.of(
                            PaymentRefusals.BANK_AMOUNT,
                            "The bank should have booked "
                                    + Amounts.canonical(Amounts.ofMinor(
                                            expected, payment.payment().amount().getCurrency()))
                                    + "; name the fee that it kept or take another payment")
                    .with("payment", payment.payment().id())
                    .with("expected", expected));
        }
    }

    /** What a command does to a payment that is known. */
    @FunctionalInterface
    private interface Decision {
        StepDraft decide(PaymentHistory payment);
    }

    private Outcome<PaymentHistory> step(
            String action,
            IdempotencyKey key,
            PaymentId id,
            LocalDate date,
            Digest fingerprint,
            Actor actor,
            Decision decision) {
        return desk.atomically(action, actor, () -> {
            Optional<PaymentHistory> found = find(id);
            if (found.isEmpty()) {
                return Outcome.refused(
                        Refusal.of(PaymentRefusals.UNKNOWN, "There is no payment " + id + "; record it first")
                                .with("payment", id));
            }
            PaymentHistory payment = found.get();
            Optional<PaymentStep> earlier = payment.step(key);
            if (earlier.isPresent()) {
                return replay(payment, earlier.get(), fingerprint);
            }
            if (date.isBefore(payment.payment().date())) {
                return Outcome.refused(Refusal.of(
                                PaymentRefusals.DATE,
                                "Payment " + id + " is of " + payment.payment().date()
                                        + ", so nothing happens to it on " + date + "; name that day or a later one")
                        .with("payment", id)
                        .with("date", payment.payment().date()));
            }
            PaymentStep step = decision.decide(payment).step();
            ports.payments().append(step);
            return Outcome.accepted(payment.with(step));
        });
    }

    private static Outcome<PaymentHistory> replay(PaymentHistory payment, PaymentStep step, Digest fingerprint) {
        return step.fingerprint().equals(fingerprint)
                ? Outcome.replayed(payment.through(step))
                : Outcome.refused(PaymentDesk.reused(step.key().value()));
    }

    private static RefusedException refused(RefusalCode code, String message, PaymentId id) {
        return new RefusedException(Refusal.of(code, message).with("payment", id));
    }

    private static String recorded(Payment payment, Allocation allocation, PaymentPolicy policy) {
        return Lists.mutable
                .of(
                        "record:v1",
                        payment.direction().text(),
                        payment.subject().text(),
                        payment.party().value(),
                        payment.date().toString(),
                        Amounts.canonical(payment.amount()),
                        payment.bankAccount(),
                        payment.reference().orElse(""),
                        allocation.text(),
                        policy.name())
                .makeString("\n");
    }
}
