package dev.erpkit.crm.campaign;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.crm.party.ConsentScope;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** When somebody may be sent something, as data. */
@ErpValue
@Value.Immutable
public sealed interface SendRule permits ImmutableSendRule {
    /** To what the person must have agreed. */
    ConsentScope scope();

    /** How often at most, over all campaigns of this channel. */
    @Size(max = 20)
    ImmutableList<FrequencyCap> caps();

    /** In which hours not at all. */
    Optional<QuietHours> quiet();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("SendRule", this);
    }

    /**
     * Decides on one message, pure.
     *
     * @param party to whom
     * @param consented whether the person may be reached for this purpose right now
     * @param sent when the person was sent something through this channel, in any order
     * @param now the moment at which it would be sent
     * @param zone where the person lives
     * @return now, or {@code campaign.no-consent}; or {@code campaign.quiet-hours} or {@code campaign.cap-reached} with the
     *     fact {@code until}, the first moment at which neither refuses
     */
    default Outcome<Instant> decide(
            PartyId party, boolean consented, ImmutableList<Instant> sent, Instant now, ZoneId zone) {
        return hindrance(consented, sent, now, zone)
                .map(why -> Outcome.<Instant>refused(why.refusal(party, scope())))
                .orElseGet(() -> Outcome.accepted(now));
    }

    private Optional<NotSent> hindrance(boolean consented, ImmutableList<Instant> sent, Instant now, ZoneId zone) {
        if (!consented) {
            return Optional.of(new NotSent(NotSent.Reason.NO_CONSENT, Optional.empty()));
        }
        Instant free = freeFrom(sent, now, zone);
        if (free.equals(now)) {
            return Optional.empty();
        }
        NotSent.Reason reason = quiet().flatMap(hours -> hours.endOf(now, zone)).isPresent()
                ? NotSent.Reason.QUIET_HOURS
                : NotSent.Reason.CAP_REACHED;
        return Optional.of(new NotSent(reason, Optional.of(free)));
    }

    private Instant freeFrom(ImmutableList<Instant> sent, Instant now, ZoneId zone) {
        Instant moment = now;
        Instant before;
        do {
            before = moment;
            for (FrequencyCap cap : caps()) {
                moment = afterCap(cap, sent, moment);
            }
            Instant asked = moment;
            moment = quiet().flatMap(hours -> hours.endOf(asked, zone)).orElse(asked);
        } while (!moment.equals(before));
        return moment;
    }

    /** A window is open at its beginning: what was sent exactly so long ago counts no more. */
    private static Instant afterCap(FrequencyCap cap, ImmutableList<Instant> sent, Instant moment) {
        ImmutableList<Instant> within =
                sent.select(at -> at.isAfter(moment.minus(cap.window()))).toImmutableSortedList();
        return within.size() < cap.most()
                ? moment
                : within.get(within.size() - cap.most()).plus(cap.window());
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    final class Builder extends ImmutableSendRule.Builder {
        private final MutableList<FrequencyCap> added = Lists.mutable.empty();

        Builder() {
            caps(Lists.immutable.empty());
        }

        /** Adds a cap to those added before. */
        public Builder add(FrequencyCap cap) {
            added.add(cap);
            caps(added.toImmutable());
            return this;
        }
    }
}
