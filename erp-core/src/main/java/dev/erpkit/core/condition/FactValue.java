package dev.erpkit.core.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalInt;

/** A value that conditions and decision tables know: text, an exact number, yes or no, a day. */
public sealed interface FactValue {
    /**
     * Text, compared character by character.
     *
     * @param value the text
     */
    record Text(String value) implements FactValue {
        @Override
        public String text() {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /**
     * An exact number; 5.0 is 5.
     *
     * @param value the number, without needless zeros
     */
    record Decimal(BigDecimal value) implements FactValue {
        /** Drops needless zeros, so that equal numbers are equal values. */
        public Decimal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /**
     * Yes or no.
     *
     * @param value which
     */
    record Flag(boolean value) implements FactValue {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /**
     * A day.
     *
     * @param value which
     */
    record Day(LocalDate value) implements FactValue {
        @Override
        public String text() {
            return "date(\"" + value + "\")";
        }
    }

    /** A text. */
    static FactValue of(String text) {
        return new Text(text);
    }

    /** A whole number. */
    static FactValue of(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    /** A number. */
    static FactValue of(BigDecimal number) {
        return new Decimal(number);
    }

    /** Yes or no. */
    static FactValue of(boolean flag) {
        return new Flag(flag);
    }

    /** A day. */
    static FactValue of(LocalDate day) {
        return new Day(day);
    }

    /** The canonical text: {@code "High"}, {@code 18.5}, {@code true}, {@code date("2026-04-01")}. */
    String text();

    /** Below, at or above zero as this comes before, with or after the other; nothing for values of different kinds. */
    default OptionalInt compareWith(FactValue other) {
        if (this instanceof Decimal a && other instanceof Decimal b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (this instanceof Text a && other instanceof Text b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (this instanceof Day a && other instanceof Day b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (this instanceof Flag a && other instanceof Flag b) {
            return OptionalInt.of(Boolean.compare(a.value(), b.value()));
        }
        return OptionalInt.empty();
    }
}
