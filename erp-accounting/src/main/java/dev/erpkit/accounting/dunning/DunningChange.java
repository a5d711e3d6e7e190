package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that happened in dunning. */
public sealed interface DunningChange {
    /**
     * A dunning was proposed and waits to be sent.
     *
     * @param proposal what was proposed
     */
    record Drafted(DunningProposal proposal) implements DunningChange {
        @Override
        public String text() {
            return "draft " + proposal.text();
        }
    }

    /**
     * The draft of an item was sent, and fee and interest charged.
     *
     * @param item the item
     */
    record Sent(ItemId item) implements DunningChange {
        @Override
        public String text() {
            return "send " + item;
        }
    }

    /**
     * The dunning of an item ended: the item was settled, or the draft withdrawn.
     *
     * @param item the item
     * @param reason why
     */
    record Removed(ItemId item, RemovalReason reason) implements DunningChange {
        @Override
        public String text() {
            return "remove " + item + " " + reason.text();
        }
    }

    /**
     * Items are not dunned.
     *
     * @param scope which
     * @param until the last day of the block, empty until it is lifted
     * @param reason why, not personal; 1 to 200 characters
     */
    record Blocked(DunningScope scope, Optional<LocalDate> until, String reason) implements DunningChange {
        /** Checks the reason: {@code dunning.reason}. */
        public Blocked {
            if (reason.isBlank() || reason.length() > 200 || !Texts.isLabel(reason)) {
                throw new InvalidValueException(
                        "Blocked",
                        "reason",
                        "dunning.reason",
                        "must have 1 to 200 characters and no control characters");
            }
        }

        @Override
        public String text() {
            return "block " + scope + " " + until.map(LocalDate::toString).orElse("open") + " " + reason;
        }
    }

    /**
     * A block was lifted.
     *
     * @param scope the scope of the block
     */
    record Unblocked(DunningScope scope) implements DunningChange {
        @Override
        public String text() {
            return "unblock " + scope;
        }
    }

    /** The canonical text. */
    String text();
}
