package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.payment.PaymentPorts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** What the commands about statements share: permission, all or nothing. */
final class BankDesk {
    private static final RefusalCode DENIED = RefusalCode.of("access.denied");

    private final PaymentPorts ports;

    BankDesk(PaymentPorts ports) {
        this.ports = ports;
    }

    Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    <R> Outcome<R> atomically(String action, Actor actor, Supplier<Outcome<R>> work) {
        if (!ports.access().allows(actor, new Permission(action, ports.book().value()))) {
            return Outcome.refused(Refusal.of(
                            DENIED,
                            "The actor may not " + action + " in book " + ports.book() + "; ask for the permission")
                    .with("action", action)
                    .with("scope", ports.book()));
        }
        try {
            return ports.unitOfWork().execute(work);
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    static Refusal reused(Object key) {
        return Refusal.of(BankRefusals.KEY_REUSED, "The key " + key + " names another command; choose a new one")
                .with("key", key);
    }
}
