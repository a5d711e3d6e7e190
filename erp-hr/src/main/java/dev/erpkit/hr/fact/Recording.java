package dev.erpkit.hr.fact;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.hr.fact.port.FactLog;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How the services of people turn a command into a fact: ask for the permission, give the first fact again for the same key
 * and content, decide from the stream, append; all in one unit of work.
 *
 * <p>Refusals: {@code access.denied}, and {@code fact.key-reused} for a known key with other content.
 *
 * @param <C> the changes of the area
 */
public final class Recording<C> {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("fact.key-reused");

    private final FactLog<C> log;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /** Recording in a log. */
    public Recording(FactLog<C> log, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.log = log;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** Folds the stream of a person into a state, which it gives back. */
    public <S> S fold(PartyId about, S state, Function<S, Consumer<? super Fact<C>>> apply) {
        log.forEach(about, 0, apply.apply(state));
        return state;
    }

    /** Refuses with {@code access.denied}, unless the actor may do this with the data of the person. */
    public static Optional<Refusal> denied(AccessPolicy access, String action, PartyId about, Actor actor) {
        Permission permission = new Permission(action, about.value());
        return access.allows(actor, permission) ? Optional.empty() : Optional.of(permission.denied());
    }

    /**
     * Records one command.
     *
     * @param action the permission that it needs, with the person as scope
     * @param same whether the change of an earlier fact came from the same command
     * @param decision the change, or why not; it reads through ports only
     */
    public Outcome<Fact<C>> record(
            IdempotencyKey key,
            String action,
            PartyId about,
            Actor actor,
            Predicate<? super C> same,
            Supplier<? extends Outcome<? extends C>> decision) {
        Optional<Refusal> denied = denied(access, action, about, actor);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return unitOfWork.execute(() -> {
            Optional<Fact<C>> earlier = log.find(key);
            if (earlier.isPresent()) {
                Fact<C> first = earlier.get();
                return first.about().equals(about) && same.test(first.change())
                        ? Outcome.replayed(first)
                        : Outcome.refused(keyReused(key));
            }
            return decision.get().map(change -> append(key, about, actor, change));
        });
    }

    private Fact<C> append(IdempotencyKey key, PartyId about, Actor actor, C change) {
        Fact<C> fact = new Fact<>(
                about, log.lastSequence(about) + 1, key, clock.instant().truncatedTo(ChronoUnit.MICROS), actor, change);
        log.append(fact);
        return fact;
    }

    private static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a command with other content; take another key")
                .with("key", key);
    }
}
