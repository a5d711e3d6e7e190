package dev.erpkit.crm.activity;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import java.util.Optional;

/** One thing that happened; nothing in it is personal. */
public sealed interface ActivityChange {
    /** With whom. */
    PartyId party();

    /** The canonical text. */
    String text();

    /**
     * Something was said or noted.
     *
     * @param activity what
     */
    record Logged(Activity activity) implements ActivityChange {
        @Override
        public PartyId party() {
            return activity.party();
        }

        @Override
        public String text() {
            return activity.text();
        }
    }

    /**
     * Something is to be done.
     *
     * @param action what
     */
    record Planned(NextAction action) implements ActivityChange {
        @Override
        public PartyId party() {
            return action.party();
        }

        @Override
        public String text() {
            return "plan " + action.id() + " " + action.party() + " " + action.kind() + " " + action.due() + " "
                    + action.owner().id();
        }
    }

    /**
     * Somebody else does it.
     *
     * @param party for whom
     * @param action what
     * @param owner who from now on
     */
    record Reassigned(PartyId party, ActionId action, Actor owner) implements ActivityChange {
        @Override
        public String text() {
            return "reassign " + action + " " + owner.id();
        }
    }

    /**
     * It was done.
     *
     * @param party for whom
     * @param action what
     * @param by the activity by which it was done
     */
    record Completed(PartyId party, ActionId action, Optional<ActivityId> by) implements ActivityChange {
        @Override
        public String text() {
            return "complete " + action + " " + by.map(ActivityId::value).orElse("-");
        }
    }

    /**
     * What was said with a party was erased.
     *
     * @param party with whom
     */
    record ContentErased(PartyId party) implements ActivityChange {
        @Override
        public String text() {
            return "erase " + party;
        }
    }
}
