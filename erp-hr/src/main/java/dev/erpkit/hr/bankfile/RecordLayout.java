package dev.erpkit.hr.bankfile;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/**
 * A record of fixed length: numbers are right aligned and filled with zeros, texts left aligned and filled with spaces. It
 * writes and reads, so that what was written can be checked by reading it.
 */
public final class RecordLayout {
    private record Field(String name, int width, boolean number) {}

    private final ImmutableList<Field> fields;

    private RecordLayout(ImmutableList<Field> fields) {
        this.fields = fields;
    }

    /** A layout without fields yet. */
    public static RecordLayout empty() {
        return new RecordLayout(Lists.immutable.empty());
    }

    /** The layout with a number behind what it has. */
    public RecordLayout number(String name, int width) {
        return new RecordLayout(fields.newWith(new Field(name, width, true)));
    }

    /** The layout with a text behind what it has. */
    public RecordLayout text(String name, int width) {
        return new RecordLayout(fields.newWith(new Field(name, width, false)));
    }

    /** Its length in characters. */
    public int length() {
        return (int) fields.sumOfInt(Field::width);
    }

    /**
     * Writes a record.
     *
     * @param values one for each field, in their order; spaces and zeros to fill with are added, never taken away:
     *     {@code record.too-long}, {@code record.not-a-number}
     */
    public String format(String... values) {
        if (values.length != fields.size()) {
            throw new IllegalArgumentException("The record has " + fields.size() + " fields, not " + values.length);
        }
        StringBuilder record = new StringBuilder(length());
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            String value = values[i];
            if (value.length() > field.width()) {
                throw new InvalidValueException(
                        "Record",
                        field.name(),
                        "record.too-long",
                        "must have at most " + field.width() + " characters");
            }
            String fill = (field.number() ? "0" : " ").repeat(field.width() - value.length());
            if (field.number()) {
                requireDigits(field, value);
                record.append(fill).append(value);
            } else {
                record.append(value).append(fill);
            }
        }
        return record.toString();
    }

    /**
     * Reads a record.
     *
     * @return the values by the names of their fields: numbers with their zeros, texts without the spaces that fill them
     * @throws InvalidValueException {@code record.length} or {@code record.not-a-number}
     */
    public ImmutableMap<String, String> parse(String record) {
        if (record.length() != length()) {
            throw new InvalidValueException(
                    "Record", "record", "record.length", "must have " + length() + " characters");
        }
        MutableMap<String, String> values = Maps.mutable.empty();
        int from = 0;
        for (Field field : fields) {
            String value = record.substring(from, from + field.width());
            if (field.number()) {
                requireDigits(field, value);
            }
            values.put(field.name(), field.number() ? value : value.stripTrailing());
            from += field.width();
        }
        return values.toImmutable();
    }

    private static void requireDigits(Field field, String value) {
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException("Record", field.name(), "record.not-a-number", "must have digits only");
        }
    }
}
