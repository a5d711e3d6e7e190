package dev.erpkit.hr.time;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.Comparator;

/**
 * One person planned to work.
 *
 * @param id its name, 1 to 64 characters
 * @param person who
 * @param place where, 1 to 64 characters
 * @param skill as what, 1 to 64 characters
 * @param span when
 */
public record Shift(String id, PartyId person, String place, String skill, TimeSpan span) implements Comparable<Shift> {
    private static final Comparator<Shift> ORDER =
            Comparator.comparing(Shift::span).thenComparing(Shift::id);

    /** Checks the texts: {@code shift.text}. */
    public Shift {
        for (String text : new String[] {id, place, skill}) {
            if (text.isBlank() || text.length() > 64 || !Texts.isLabel(text)) {
                throw new InvalidValueException(
                        "Shift",
                        "id",
                        "shift.text",
                        "must have an id, a place and a skill of 1 to 64 characters each without control characters");
            }
        }
    }

    /** The same shift worked by another person. */
    public Shift by(PartyId other) {
        return new Shift(id, other, place, skill, span);
    }

    /** By time, then by id. */
    @Override
    public int compareTo(Shift other) {
        return ORDER.compare(this, other);
    }
}
