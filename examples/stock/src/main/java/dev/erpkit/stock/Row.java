package dev.erpkit.stock;

import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the file.
 *
 * @param line its number in the file
 * @param fields its values, in the order of {@link #FIELDS}
 */
record Row(int line, List<String> fields) {
    static final List<String> FIELDS =
            List.of("id", "date", "item", "type", "quantity", "unit", "unit_cost", "lot", "location", "ref");

    /** The values of a line of CSV, quoted as in RFC 4180 but within one line. */
    static Row parse(int line, String text) throws MoveFileException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new MoveFileException(line, "a quotation mark is not closed");
        }
        fields.add(field.toString().strip());
        if (fields.size() != FIELDS.size()) {
            throw new MoveFileException(line, "has " + fields.size() + " fields, not " + FIELDS.size());
        }
        return new Row(line, fields);
    }

    /** The value of a field, perhaps empty. */
    String get(String field) {
        return fields.get(FIELDS.indexOf(field));
    }

    MoveFileException wrong(String field, String message) {
        return new MoveFileException(line, field, message);
    }

    String need(String field) throws MoveFileException {
        if (get(field).isEmpty()) {
            throw wrong(field, "is missing");
        }
        return get(field);
    }

    LocalDateTime date() throws MoveFileException {
        String text = need("date");
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeParseException e) {
            throw wrong("date", "is no date as YYYY-MM-DD: " + text);
        }
    }

    Rational quantity() throws MoveFileException {
        String text = need("quantity");
        if (text.length() > 40 || !text.matches("[0-9]+([.][0-9]+|/0*[1-9][0-9]*)?")) {
            throw wrong("quantity", "is no number of zero or more: " + text);
        }
        return Rational.parse(text);
    }

    Optional<BigDecimal> cost() throws MoveFileException {
        String text = get("unit_cost");
        if (!text.isEmpty() && (text.length() > 40 || !text.matches("-?[0-9]+([.][0-9]+)?"))) {
            throw wrong("unit_cost", "is no number: " + text);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    BigDecimal needCost() throws MoveFileException {
        need("unit_cost");
        return cost().orElseThrow();
    }
}
