package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.bank.LineStep.Kind;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.payment.Clearing;
import dev.erpkit.accounting.payment.Failure;
import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.payment.PaymentDirection;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentPolicy;
import dev.erpkit.accounting.payment.PaymentRefusals;
import dev.erpkit.accounting.payment.PaymentService;
import dev.erpkit.accounting.payment.PaymentStep;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Takes the lines of statements into the books: as payments, for a purpose, or into suspense, from where they are cleared
 * exactly once it is known what they are. The bank account in the books so shows what its statements show. Each command is
 * one unit of work, and is refused as a whole.
 *
 * <p>Permission: {@code bank.settle} with the book as scope, besides those of payments, posting and matching.
 */
public final class LineService {
    private final BankPorts ports;
    private final PaymentService payments;
    private final BankDesk desk;

    /** Lines over a host's ports. */
    public LineService(BankPorts ports) {
        this.ports = ports;
        this.payments = new PaymentService(ports.payments());
        this.desk = new BankDesk(ports.payments());
    }

    /**
     * Takes a line into the books on its own day.
     *
     * @return the line, or {@code access.denied}, {@code bank.line-unknown}, {@code bank.line-settled},
     *     {@code bank.key-reused}, {@code bank.amount}, {@code bank.other-account}, or what refuses the payment or the entries
     */
    public Outcome<LineHistory> settle(
            IdempotencyKey key, BankLineId line, Settlement settlement, PaymentPolicy policy, Actor actor) {
        return run(key, line, Optional.empty(), settlement, policy, actor);
    }

    /**
     * Takes a line out of suspense, on a day of choice: what put it there is reversed exactly, and it is settled on that day.
     *
     * @return the line, or refusals as of settling, {@code bank.not-in-suspense}, {@code bank.date}
     */
    public Outcome<LineHistory> clarify(
            IdempotencyKey key,
            BankLineId line,
            LocalDate day,
            Settlement settlement,
            PaymentPolicy policy,
            Actor actor) {
        return run(key, line, Optional.of(day), settlement, policy, actor);
    }

    /** Remembers that somebody confirmed whose line it is. */
    public void learn(BankLineId line, PartyId party, NameForm form) {
        ports.payments().unitOfWork().execute(() -> {
            ports.statements()
                    .find(line)
                    .ifPresent(history -> Association.keys(history.stored().line(), form)
                            .forEach(key -> ports.associations().append(new Association(key, party))));
            return line;
        });
    }

    /** What was learned so far. */
    public Associations learned() {
        Associations learned = new Associations();
        ports.associations().forEach(learned::learn);
        return learned;
    }

    private Outcome<LineHistory> run(
            IdempotencyKey key,
            BankLineId id,
            Optional<LocalDate> clarifying,
            Settlement settlement,
            PaymentPolicy policy,
            Actor actor) {
        Digest fingerprint = Digest.ofText("line:v1\n" + id + "\n"
                + clarifying.map(LocalDate::toString).orElse("") + "\n" + settlement.text() + "\n" + policy.name());
        return desk.atomically("bank.settle", actor, () -> {
            LineHistory line = ports.statements()
                    .find(id)
                    .orElseThrow(() -> refused(
                            BankRefusals.LINE_UNKNOWN, "There is no line " + id + "; take its statement in first", id));
            Optional<LineStep> earlier = line.step(key);
            if (earlier.isPresent()) {
                return earlier.get().fingerprint().equals(fingerprint)
                        ? Outcome.replayed(new LineHistory(
                                line.stored(), line.steps().take(earlier.get().number())))
                        : Outcome.refused(BankDesk.reused(key));
            }
            requireState(line, clarifying);
            LocalDate day = clarifying.orElse(line.stored().line().date());
            if (clarifying.isPresent()) {
                line.steps().getLast().entries().forEach(entry -> reverse(entry, day, actor));
            }
            LineStep step = new Doing(line, key, day, fingerprint, policy, actor).step(settlement);
            ports.statements().append(step);
            return Outcome.accepted(new LineHistory(line.stored(), line.steps().newWith(step)));
        });
    }

    private void reverse(EntryId entry, LocalDate day, Actor actor) {
        ports.payments()
                .reversal()
                .reverse(entry, EntryId.of("reversal/" + entry), day, actor)
                .orElseThrow();
    }

    private static void requireState(LineHistory line, Optional<LocalDate> clarifying) {
        BankLineId id = line.stored().id();
        if (clarifying.isEmpty()) {
            if (line.steps().notEmpty()) {
                throw refused(
                        BankRefusals.LINE_SETTLED, "Line " + id + " is in the books already; take another line", id);
            }
            return;
        }
        if (!line.inSuspense(LocalDate.MAX)) {
            throw refused(
                    BankRefusals.NOT_IN_SUSPENSE, "Line " + id + " does not stand in suspense; settle it instead", id);
        }
        if (clarifying.get().isBefore(line.steps().getLast().date())) {
            throw refused(
                    BankRefusals.DATE,
                    "Line " + id + " is in suspense since "
                            + line.steps().getLast().date() + "; clarify it on that day or later",
                    id);
        }
    }

    private static RefusedException refused(RefusalCode code, String message, BankLineId line) {
        return new RefusedException(Refusal.of(code, message).with("line", line));
    }

    /** One line while it is taken into the books. */
    private final class Doing {
        private final LineHistory line;
        private final BankLine content;
        private final IdempotencyKey key;
        private final LocalDate day;
        private final Digest fingerprint;
        private final PaymentPolicy policy;
        private final Actor actor;
        private final int number;

        Doing(
                LineHistory line,
                IdempotencyKey key,
                LocalDate day,
                Digest fingerprint,
                PaymentPolicy policy,
                Actor actor) {
            this.line = line;
            this.content = line.stored().line();
            this.key = key;
            this.day = day;
            this.fingerprint = fingerprint;
            this.policy = policy;
            this.actor = actor;
            this.number = line.steps().size() + 1;
        }

        LineStep step(Settlement settlement) {
            if (settlement instanceof Settlement.Clears clears) {
                clear(clears.payment(), clears.fee());
                return step(Kind.CLEARED, Optional.empty(), Optional.of(clears.payment()), Lists.immutable.empty());
            }
            if (settlement instanceof Settlement.OfParty of) {
                PaymentId payment = record(of);
                clear(payment, Amounts.zero(content.amount().getCurrency()));
                return step(Kind.CLEARED, Optional.empty(), Optional.of(payment), Lists.immutable.empty());
            }
            if (settlement instanceof Settlement.Returns returns) {
                fail(returns.payment());
                return step(Kind.FAILED, Optional.empty(), Optional.of(returns.payment()), Lists.immutable.empty());
            }
            boolean known = settlement instanceof Settlement.Booked;
            String purpose = settlement instanceof Settlement.Booked booked ? booked.purpose() : BankRules.SUSPENSE;
            return step(
                    known ? Kind.BOOKED : Kind.SUSPENSE,
                    Optional.of(purpose),
                    Optional.empty(),
                    ports.payments()
                            .events()
                            .record(event(purpose), actor)
                            .orElseThrow()
                            .collect(EntryId::of));
        }

        private IdempotencyKey own(String what) {
            return IdempotencyKey.of("bank/" + line.stored().id() + "/" + number + what);
        }

        private PaymentId record(Settlement.OfParty of) {
            String plain = own("").value();
            Payment payment = Payment.builder()
                    .id(PaymentId.of(
                            plain.length() <= 64
                                    ? plain
                                    : Digest.ofText(plain).toString().substring(0, 64)))
                    .direction(line.minor() > 0 ? PaymentDirection.RECEIVED : PaymentDirection.SENT)
                    .subject(of.subject())
                    .party(of.party())
                    .date(day)
                    .amount(Amounts.abs(content.amount()))
                    .bankAccount(content.account())
                    .build();
            payments.record(payment, of.allocation(), policy, actor).orElseThrow();
            return payment.id();
        }

        private void clear(PaymentId payment, MonetaryAmount fee) {
            requireOfAccount(payments.find(payment));
            Clearing clearing = Clearing.of(day, content.amount())
                    .less(fee)
                    .on(line.stored().id().toString());
            payments.clear(own("/clear"), payment, clearing, policy, actor).orElseThrow();
        }

        /** What came back is what was booked, and a fee. */
        private void fail(PaymentId id) {
            PaymentHistory payment = payments.find(id)
                    .orElseThrow(() -> new RefusedException(
                            Refusal.of(PaymentRefusals.UNKNOWN, "There is no payment " + id + "; record it first")
                                    .with("payment", id)));
            requireOfAccount(Optional.of(payment));
            long booked = payment.last(PaymentStep.Kind.CLEARED)
                    .map(step -> payment.signedMinor() - step.feeMinor())
                    .orElse(0L);
            long fee = -line.minor() - booked;
            if (fee < 0 || booked == 0) {
                throw refused(
                        BankRefusals.AMOUNT,
                        "Line " + line.stored().id()
                                + " does not take back what the bank booked of the payment; choose another payment",
                        line.stored().id());
            }
            Failure failure = Failure.of(
                            day, Amounts.ofMinor(fee, content.amount().getCurrency()))
                    .on(line.stored().id().toString());
            payments.fail(own("/fail"), id, failure, actor).orElseThrow();
        }

        private void requireOfAccount(Optional<PaymentHistory> payment) {
            boolean other = payment.map(p -> !p.payment().bankAccount().equals(content.account()))
                    .orElse(false);
            if (other) {
                throw refused(
                        BankRefusals.OTHER_ACCOUNT,
                        "Line " + line.stored().id()
                                + " is of another bank account than the payment; choose another payment",
                        line.stored().id());
            }
        }

        private AccountingEvent event(String purpose) {
            AccountingEvent.Builder event = AccountingEvent.builder();
            event.key(own(""))
                    .type(BankRules.BOOKED)
                    .effectiveDate(day)
                    .source(SourceDocument.of(
                            "accounting", "bank-line", line.stored().id().toString()));
            return event.add(RoleAmount.of("bank", content.amount()).qualified(content.account()))
                    .add(RoleAmount.of(BankRules.COUNTERPART, content.amount()).qualified(purpose))
                    .build();
        }

        private LineStep step(
                Kind kind, Optional<String> purpose, Optional<PaymentId> payment, ImmutableList<EntryId> entries) {
            return new LineStep(
                    line.stored().id(),
                    number,
                    kind,
                    key,
                    day,
                    purpose,
                    payment,
                    entries,
                    fingerprint,
                    desk.now(),
                    actor);
        }
    }
}
