package dev.erpkit.crm.service;

import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.immutables.value.Value;

/**
 * What customers are promised, in working time.
 *
 * <pre>{@code
 * Agreement gold = Agreement.builder()
 *         .id("gold")
 *         .target(Priority.HIGH, ClockKind.FIRST_RESPONSE, Duration.ofHours(1))
 *         .target(Priority.HIGH, ClockKind.RESOLUTION, Duration.ofHours(8))
 *         .escalation(new Escalation("team lead", ClockKind.RESOLUTION, Duration.ofHours(1)))
 *         .build();
 * }</pre>
 */
@ErpValue
@Value.Immutable
public sealed interface Agreement permits ImmutableAgreement {
    /**
     * What a promise is about.
     *
     * @param priority for cases of this priority
     * @param clock which clock
     */
    record Promise(Priority priority, ClockKind clock) {}

    /** The agreement. */
    AgreementId id();

    /** The working time that each promise allows. */
    ImmutableMap<Promise, Duration> targets();

    /** Who is told before a deadline. */
    ImmutableList<Escalation> escalations();

    /** Checks that every target is above zero: {@code agreement.target}. */
    @Value.Check
    default void check() {
        if (targets().anySatisfy(target -> target.isZero() || target.isNegative())) {
            throw new InvalidValueException("Agreement", "targets", "agreement.target", "must be above zero");
        }
    }

    /** The working time allowed, if anything was promised. */
    default Optional<Duration> target(Priority priority, ClockKind clock) {
        return Optional.ofNullable(targets().get(new Promise(priority, clock)));
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an agreement. */
    final class Builder extends ImmutableAgreement.Builder {
        private final MutableMap<Promise, Duration> promised = Maps.mutable.empty();
        private final MutableList<Escalation> told = Lists.mutable.empty();

        Builder() {
            targets(promised.toImmutable());
            escalations(told.toImmutable());
        }

        /** The agreement's id. */
        public Builder id(String id) {
            id(AgreementId.of(id));
            return this;
        }

        /** One more promise, or another target for one. */
        public Builder target(Priority priority, ClockKind clock, Duration target) {
            promised.put(new Promise(priority, clock), target);
            targets(promised.toImmutable());
            return this;
        }

        /** One more escalation. */
        public Builder escalation(Escalation escalation) {
            told.add(escalation);
            escalations(told.toImmutable());
            return this;
        }
    }
}
