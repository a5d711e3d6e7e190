package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.MatchTerm;
import dev.erpkit.accounting.payment.PaymentProposal.Line;
import dev.erpkit.accounting.payment.PaymentProposal.Proposed;
import dev.erpkit.accounting.payment.ProposalStep.Kind;
import dev.erpkit.accounting.payment.port.ProposalLog;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Proposals on their way: made, approved by somebody else, executed as payments in transit, all or none.
 *
 * <p>Permissions: {@code payment.propose}, {@code payment.approve} and {@code payment.execute} with the book as scope,
 * besides those of payments.
 */
public final class ProposalService {
    private static final RefusalCode UNKNOWN = RefusalCode.of("proposal.unknown");
    private static final RefusalCode KEY_REUSED = RefusalCode.of("proposal.key-reused");
    private static final RefusalCode SAME_PERSON = RefusalCode.of("proposal.same-person");
    private static final RefusalCode NOT_APPROVED = RefusalCode.of("proposal.not-approved");

    private final PaymentPorts ports;
    private final ProposalLog log;
    private final PaymentService payments;
    private final PaymentDesk desk;

    /** Proposals over a host's ports. */
    public ProposalService(PaymentPorts ports, ProposalLog log) {
        this.ports = ports;
        this.log = log;
        this.payments = new PaymentService(ports);
        this.desk = new PaymentDesk(ports);
    }

    /** Keeps a proposal; {@code proposal.key-reused} when the key has another. */
    public Outcome<ProposalHistory> propose(IdempotencyKey key, PaymentProposal proposal, Actor actor) {
        return desk.atomically("payment.propose", actor, () -> {
            Optional<ProposalHistory> known = log.find(key);
            if (known.isPresent()) {
                return known.get().proposal().equals(proposal)
                        ? Outcome.replayed(known.get())
                        : Outcome.refused(
                                Refusal.of(KEY_REUSED, "The key " + key + " names another proposal; choose a new one")
                                        .with("key", key));
            }
            log.insert(proposal, step(key, Kind.PROPOSED, actor));
            return log.find(key).map(Outcome::accepted).orElseThrow();
        });
    }

    /** Approves a proposal; {@code proposal.same-person} for who made it, {@code proposal.unknown}. */
    public Outcome<ProposalHistory> approve(IdempotencyKey key, Actor actor) {
        return desk.atomically("payment.approve", actor, () -> {
            ProposalHistory known = known(key);
            if (known.status() != Kind.PROPOSED) {
                return Outcome.replayed(known);
            }
            if (known.steps().getFirst().actor().equals(actor)) {
                return Outcome.refused(Refusal.of(
                                SAME_PERSON, "Proposal " + key + " must be approved by somebody else than who made it")
                        .with("proposal", key));
            }
            return Outcome.accepted(append(known, Kind.APPROVED, actor));
        });
    }

    /**
     * Records the payments of an approved proposal. What was paid meanwhile refuses all of it.
     *
     * @param discounts the account that earns discounts
     * @return the proposal, or {@code access.denied}, {@code proposal.unknown}, {@code proposal.not-approved}, or what
     *     refuses a payment
     */
    public Outcome<ProposalHistory> execute(
            IdempotencyKey key, AccountId discounts, PaymentPolicy policy, Actor actor) {
        return desk.atomically("payment.execute", actor, () -> {
            ProposalHistory known = known(key);
            if (known.status() == Kind.EXECUTED) {
                return Outcome.replayed(known);
            }
            if (known.status() != Kind.APPROVED) {
                return Outcome.refused(
                        Refusal.of(NOT_APPROVED, "Proposal " + key + " is not approved; have somebody else approve it")
                                .with("proposal", key));
            }
            ImmutableList<Proposed> all = known.proposal().payments();
            for (int i = 0; i < all.size(); i++) {
                Payment payment = payment(known, i);
                payments.record(payment, allocation(all.get(i), discounts), policy, actor)
                        .orElseThrow();
            }
            return Outcome.accepted(append(known, Kind.EXECUTED, actor));
        });
    }

    /** The payment that a place of a proposal becomes. */
    public static Payment payment(ProposalHistory proposal, int place) {
        Proposed proposed = proposal.proposal().payments().get(place);
        String plain = proposal.key() + "/" + (place + 1);
        return Payment.builder()
                .id(PaymentId.of(
                        plain.length() <= 64
                                ? plain
                                : Digest.ofText(plain).toString().substring(0, 64)))
                .direction(PaymentDirection.SENT)
                .subject(PaymentSubject.PAYABLE)
                .party(proposed.party())
                .date(proposal.proposal().day())
                .amount(Amounts.ofMinor(proposed.minor(), proposed.currency()))
                .bankAccount(proposed.bankAccount())
                .build();
    }

    private static Allocation allocation(Proposed proposed, AccountId discounts) {
        return new Allocation.Given(
                proposed.lines()
                        .collect(line -> new MatchTerm(
                                line.item(),
                                Optional.of(Amounts.ofMinor(
                                        Math.addExact(line.paidMinor(), line.discountMinor()), proposed.currency())))),
                proposed.lines()
                        .select(line -> line.discountMinor() > 0)
                        .collect(line -> allowance(line, proposed, discounts)));
    }

    private static Allowance allowance(Line line, Proposed proposed, AccountId discounts) {
        return new Allowance(
                line.item(), Amounts.ofMinor(line.discountMinor(), proposed.currency()), discounts, Dimensions.none());
    }

    private ProposalHistory known(IdempotencyKey key) {
        return log.find(key)
                .orElseThrow(() ->
                        new RefusedException(Refusal.of(UNKNOWN, "There is no proposal " + key + "; make it first")
                                .with("proposal", key)));
    }

    private ProposalHistory append(ProposalHistory proposal, Kind kind, Actor actor) {
        ProposalStep step = step(proposal.key(), kind, actor);
        log.append(step);
        return proposal.with(step);
    }

    private ProposalStep step(IdempotencyKey key, Kind kind, Actor actor) {
        return new ProposalStep(key, kind, ports.clock().instant().truncatedTo(ChronoUnit.MICROS), actor);
    }
}
