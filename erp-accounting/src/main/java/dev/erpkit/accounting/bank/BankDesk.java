package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.payment.PaymentPorts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** What the commands about statements share: permission, all or nothing. */
final class BankDesk {

    private final PaymentPorts ports;

    BankDesk(PaymentPorts ports) {
        this.ports = ports;
    }

    Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

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

    static Refusal reused(Object key) {
        return Refusal.of(BankRefusals.KEY_REUSED, "The key " + key + " names another command; choose a new one")
                .with("key", key);
    }
}
