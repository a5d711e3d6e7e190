package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.payment.PaymentStep.Kind;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What the commands about payments share: all or nothing, posting, finding the items of a step. */
final class PaymentDesk {
    /** A payment posts one line for each amount, and there are three at most, each on two sides. */
    private static final int MOST_LINES = 6;

    private final PaymentPorts ports;

    PaymentDesk(PaymentPorts ports) {
        this.ports = ports;
    }

    /** All of it or, when anything is refused, nothing. */
    <R> Outcome<R> atomically(String action, Actor actor, Supplier<Outcome<R>> work) {
        Permission permission = new Permission(action, ports.book().value());
        if (!ports.access().allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        try {
            return ports.unitOfWork().execute(work);
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    /** The open items of a step in the book, in the order of its lines: that of its subject first. */
    ImmutableList<ItemHistory> items(PaymentStep step) {
        MutableList<ItemHistory> items = Lists.mutable.empty();
        for (EntryId entry : step.entries()) {
            for (int line = 0; line < MOST_LINES; line++) {
                ports.items()
                        .find(new ItemId(entry, line))
                        .filter(item -> item.item().book().equals(ports.book()))
                        .ifPresent(items::add);
            }
        }
        return items.toImmutable();
    }

    ImmutableList<EntryId> post(AccountingEvent event, Actor actor) {
        return ports.events().record(event, actor).orElseThrow().collect(EntryId::of);
    }

    static Refusal reused(String key) {
        return Refusal.of(PaymentRefusals.KEY_REUSED, "The key " + key + " names another command; choose a new one")
                .with("key", key);
    }

    /** A step without effects yet. */
    StepDraft draft(
            Payment payment,
            int number,
            Kind kind,
            IdempotencyKey key,
            LocalDate date,
            Digest fingerprint,
            Actor actor) {
        return new StepDraft(new PaymentStep(
                payment.id(),
                number,
                kind,
                key,
                date,
                0,
                Optional.empty(),
                Optional.empty(),
                Lists.immutable.empty(),
                "",
                fingerprint,
                ports.clock().instant().truncatedTo(ChronoUnit.MICROS),
                actor));
    }
}
