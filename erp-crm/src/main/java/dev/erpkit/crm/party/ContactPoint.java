package dev.erpkit.crm.party;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way to reach a party.
 *
 * @param kind what it is
 * @param value the address or number as it is written; 1 to 320 characters
 * @param label what it is for, such as {@code billing}
 * @param validity the days on which it reaches the party
 */
public record ContactPoint(ContactKind kind, String value, Optional<String> label, DateRange validity) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    /** Checks the value ({@code contact.form}) and what an e-mail address looks like ({@code contact.email-invalid}). */
    public ContactPoint {
        if (value.isBlank() || value.length() > 320 || !Texts.isStorable(value)) {
            throw new InvalidValueException("ContactPoint", "value", "contact.form", "must have 1 to 320 characters");
        }
        if (label.filter(text -> text.isBlank() || text.length() > 64 || !Texts.isLabel(text))
                .isPresent()) {
            throw new InvalidValueException("ContactPoint", "label", "contact.form", "must have 1 to 64 characters");
        }
        if (kind == ContactKind.EMAIL && !EMAIL.matcher(value).matches()) {
            throw new InvalidValueException(
                    "ContactPoint", "value", "contact.email-invalid", "must look like name@host.domain");
        }
    }

    /** A contact point without label that is always valid. */
    public static ContactPoint of(ContactKind kind, String value) {
        return new ContactPoint(kind, value, Optional.empty(), DateRange.all());
    }

    /** The same for one use. */
    public ContactPoint labelled(String text) {
        return new ContactPoint(kind, value, Optional.of(text), validity);
    }

    /** The same on some days only. */
    public ContactPoint during(DateRange days) {
        return new ContactPoint(kind, value, label, days);
    }

    /** The address is personal: it stays out of logs. */
    @Override
    public String toString() {
        return "ContactPoint[" + kind.text() + "]";
    }
}
