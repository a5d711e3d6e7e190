package dev.erpkit.crm.sales.internal;

import dev.erpkit.core.event.FactRecorded;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.port.SalesLog;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs commands on the documents of one log: asks for the permission, gives the first record again for the same key and
 * content, decides and appends in one unit of work.
 *
 * @param <C> the changes
 */
public final class Commands<C> {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("sales.key-reused");

    private final SalesLog<C> log;
    private final Outbox outbox;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /** Over the ports of a host. */
    public Commands(SalesLog<C> log, Outbox outbox, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.log = log;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** Runs a command. What the decision throws as a refusal is given as one, with all that it wrote undone. */
    public Outcome<SalesRecord<C>> run(Command command, Supplier<Outcome<Decision<C>>> decision) {
        return run(command, decision, Outcome::accepted);
    }

    /**
     * Runs a command that has another one follow it.
     *
     * @param next what follows once the record is there; when that is refused all of it is
     */
    public Outcome<SalesRecord<C>> run(
            Command command,
            Supplier<Outcome<Decision<C>>> decision,
            Function<? super SalesRecord<C>, Outcome<?>> next) {
        Permission permission =
                new Permission(command.action(), command.document().value());
        if (!access.allows(command.actor(), permission)) {
            return Outcome.refused(permission.denied());
        }
        String fingerprint = fingerprint(command);
        try {
            return unitOfWork.execute(() -> {
                Optional<SalesRecord<C>> earlier = log.find(command.key());
                if (earlier.isPresent()) {
                    return earlier.get().fingerprint().equals(fingerprint)
                            ? Outcome.replayed(earlier.get())
                            : Outcome.refused(keyReused(command));
                }
                return decision.get().map(decided -> {
                    SalesRecord<C> fact = append(command, fingerprint, decided);
                    next.apply(fact).orElseThrow();
                    return fact;
                });
            });
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    private SalesRecord<C> append(Command command, String fingerprint, Decision<C> decided) {
        SalesRecord<C> fact = new SalesRecord<>(
                log.lastSequence() + 1,
                command.key(),
                fingerprint,
                command.document(),
                decided.party(),
                command.day(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                command.actor(),
                decided.changes());
        log.append(fact);
        decided.event()
                .ifPresent(type -> outbox.add(
                        new FactRecorded(type, fact.document().value(), fact.sequence(), fact.recordedAt())));
        return fact;
    }

    private static String fingerprint(Command command) {
        String asked = "sales:v1\n" + command.action() + "\n" + command.document() + "\n" + command.day() + "\n"
                + command.content();
        return Digest.ofText(asked).toString();
    }

    private static Refusal keyReused(Command command) {
        return Refusal.of(
                        KEY_REUSED,
                        "Key " + command.key() + " names a command of sales with other content; take another key")
                .with("key", command.key());
    }
}
