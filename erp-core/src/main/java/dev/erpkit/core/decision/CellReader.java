package dev.erpkit.core.decision;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.decision.Cell.Range;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Reads unary tests and values, character by character. */
final class CellReader {
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]{1,100}(?:\\.[0-9]{1,100})?|\\.[0-9]{1,100})");
    private static final Pattern DATE = Pattern.compile("(?:date\\s*\\(\\s*\"([^\"]*)\"\\s*\\)|@\"([^\"]*)\")");
    private static final Pattern WORD = Pattern.compile("true|false");

    private final String text;
    private int at;

    CellReader(String text) {
        this.text = text;
    }

    Cell cell() {
        skip();
        if (text.strip().equals("-")) {
            return Cell.anything();
        }
        boolean negated = take("not(") || take("not (");
        MutableList<Range> ranges = Lists.mutable.empty();
        do {
            ranges.add(range());
        } while (take(","));
        if (negated && !take(")")) {
            throw malformed();
        }
        end();
        return new Cell(ranges.toImmutable(), negated);
    }

    FactValue single() {
        FactValue value = value();
        end();
        return value;
    }

    private void end() {
        skip();
        if (at < text.length()) {
            throw malformed();
        }
    }

    private Range range() {
        if (take(">=")) {
            return new Range(Optional.of(value()), true, Optional.empty(), false);
        }
        if (take("<=")) {
            return new Range(Optional.empty(), false, Optional.of(value()), true);
        }
        if (take(">")) {
            return new Range(Optional.of(value()), false, Optional.empty(), false);
        }
        if (take("<")) {
            return new Range(Optional.empty(), false, Optional.of(value()), false);
        }
        boolean closed = take("[");
        if (closed || take("(") || take("]")) {
            FactValue low = value();
            if (!take("..")) {
                throw malformed();
            }
            FactValue high = value();
            boolean included = take("]");
            if (!included && !take(")") && !take("[")) {
                throw malformed();
            }
            return new Range(Optional.of(low), closed, Optional.of(high), included);
        }
        take("=");
        return Range.point(value());
    }

    private FactValue value() {
        skip();
        if (at < text.length() && text.charAt(at) == '"') {
            return FactValue.of(quoted());
        }
        Optional<Matcher> date = find(DATE);
        if (date.isPresent()) {
            String day = Optional.ofNullable(date.get().group(1))
                    .orElseGet(() -> date.get().group(2));
            try {
                return FactValue.of(LocalDate.parse(day));
            } catch (DateTimeParseException e) {
                InvalidValueException refused = malformed();
                refused.initCause(e);
                throw refused;
            }
        }
        return find(WORD)
                .map(word -> FactValue.of(word.group().equals("true")))
                .or(() -> find(NUMBER).map(number -> FactValue.of(new BigDecimal(number.group()))))
                .orElseThrow(this::malformed);
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            out.append(text.charAt(at));
        }
        if (at >= text.length()) {
            throw malformed();
        }
        at++;
        return out.toString();
    }

    private Optional<Matcher> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private boolean take(String word) {
        skip();
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private InvalidValueException malformed() {
        return new InvalidValueException(
                "Cell",
                "text",
                "decision.cell-form",
                "must be a unary test such as >= 18, [1..5), \"High\", \"Low\", not(3) or -; look at position " + at);
    }
}
