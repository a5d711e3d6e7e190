package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;

/** The refusals of dunning, each with its code and the sentence that says what to do. */
final class DunningRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("dunning.key-reused");
    private static final RefusalCode NO_DRAFT = RefusalCode.of("dunning.no-draft");
    private static final RefusalCode SETTLED = RefusalCode.of("dunning.settled");
    private static final RefusalCode BLOCKED = RefusalCode.of("dunning.blocked");
    private static final RefusalCode NOT_BLOCKED = RefusalCode.of("dunning.not-blocked");

    private DunningRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a dunning command with other content; take another key")
                .with("key", key);
    }

    static Refusal noDraft(ItemId item) {
        return Refusal.of(NO_DRAFT, "Item " + item + " has no dunning that waits to be sent; run the dunning first")
                .with("item", item);
    }

    static Refusal settled(ItemId item, LocalDate day) {
        return Refusal.of(SETTLED, "Item " + item + " has nothing open on " + day + "; run the dunning again")
                .with("item", item)
                .with("date", day);
    }

    static Refusal blocked(ItemId item, LocalDate day) {
        return Refusal.of(BLOCKED, "Item " + item + " is blocked from dunning on " + day + "; lift the block first")
                .with("item", item)
                .with("date", day);
    }

    static Refusal notBlocked(DunningScope scope) {
        return Refusal.of(NOT_BLOCKED, "There is no block of " + scope + "; nothing has to be lifted")
                .with("scope", scope);
    }
}
