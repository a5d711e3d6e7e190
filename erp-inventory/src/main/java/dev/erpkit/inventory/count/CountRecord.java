package dev.erpkit.inventory.count;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.Instant;

/**
 * One command on a sheet and what it changed.
 *
 * @param sheet the host's id of the sheet, 1 to 64 characters
 * @param sequence 1, 2, 3 ... among the records of the sheet
 * @param key the client's key of the command
 * @param recordedAt when it was recorded
 * @param actor who asked
 * @param fact what it changed
 */
public record CountRecord(
        String sheet, long sequence, IdempotencyKey key, Instant recordedAt, Actor actor, CountFact fact) {
    /** Checks the id of the sheet: {@code count.sheet-form}. */
    public CountRecord {
        if (sheet.isBlank() || sheet.length() > 64 || !Texts.isLabel(sheet)) {
            throw new InvalidValueException(
                    "CountRecord",
                    "sheet",
                    "count.sheet-form",
                    "must have 1 to 64 characters and no control characters");
        }
    }
}
