package dev.erpkit.crm.activity;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** Something that was said or noted, a fact; what was said is kept apart. */
@ErpValue
@Value.Immutable
public sealed interface Activity permits ImmutableActivity {
    /** Names it. */
    ActivityId id();

    /** With whom, by the id under which the party was known then. */
    PartyId party();

    /** How. */
    ActivityChannel channel();

    /** Who spoke to whom. */
    Direction direction();

    /** When it happened, to the microsecond. */
    Instant at();

    /** Who of us had part in it. */
    Actor author();

    /** The activity that it answers: both are of one thread. */
    Optional<ActivityId> replyTo();

    /** Who of us should know. */
    @Size(max = 100)
    ImmutableList<Actor> mentions();

    /** How long it took us, in minutes; none unless said. */
    int minutes();

    /** Enforces the declared constraints, and minutes from 0 to 100,000: {@code activity.minutes}. */
    @Value.Check
    default void check() {
        Constraints.check("Activity", this);
        if (minutes() < 0 || minutes() > 100_000) {
            throw new InvalidValueException("Activity", "minutes", "activity.minutes", "must be 0 to 100000");
        }
    }

    /** The canonical text. */
    default String text() {
        return "log " + id() + " " + party() + " " + channel().text() + " "
                + direction().text() + " " + at() + " "
                + author().id() + " " + replyTo().map(ActivityId::value).orElse("-") + " "
                + mentions().collect(Actor::id).makeString(",") + " " + minutes();
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an activity. */
    final class Builder extends ImmutableActivity.Builder {
        Builder() {
            mentions(Lists.immutable.empty());
            minutes(0);
        }

        /** Names it. */
        public Builder id(String id) {
            id(ActivityId.of(id));
            return this;
        }
    }
}
