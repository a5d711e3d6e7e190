package dev.erpkit.accounting.interchange;

import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.immutables.value.Value;

/**
 * How the records of a CSV file become transactions, as data: each record is one transaction between the account that the
 * file is about and another one.
 */
@ErpValue
@Value.Immutable
public sealed interface CsvMapping permits ImmutableCsvMapping {
    /** What divides fields. */
    @Value.Default
    default char separator() {
        return ',';
    }

    /** What encloses fields that hold separators, line ends or quotes; doubled inside. */
    @Value.Default
    default char quote() {
        return '"';
    }

    /** Whether the first record names the columns. */
    @Value.Default
    default boolean header() {
        return true;
    }

    /** Which column means what: by its name in the header, or by its number from 1 where there is no header. */
    ImmutableMap<CsvColumn, String> columns();

    /** The account that the file is about, such as {@code assets:bank:checking}. */
    @NotBlank
    String account();

    /** The account on the other side, where the record names none. */
    @NotBlank
    String otherAccount();

    /** The commodity, where the record names none. */
    @Value.Default
    default String commodity() {
        return "";
    }

    /** The form of dates, such as {@code uuuu-MM-dd} or {@code d.M.uuuu}, as in {@link java.time.format.DateTimeFormatter}. */
    @NotBlank
    @Value.Default
    default String datePattern() {
        return "uuuu-MM-dd";
    }

    /** The decimal mark, a point or a comma; the other one, blanks and apostrophes may group digits. */
    @Value.Default
    default char decimalMark() {
        return '.';
    }

    /** Whether amounts have the sign of the other side: a statement of a card that shows purchases as positive. */
    @Value.Default
    default boolean reversedSign() {
        return false;
    }

    /** Enforces the declared constraints, and that date and amount can be found. */
    @Value.Check
    default void check() {
        Constraints.check("CsvMapping", this);
        boolean signed = columns().containsKey(CsvColumn.AMOUNT);
        boolean sided = columns().containsKey(CsvColumn.DEBIT) && columns().containsKey(CsvColumn.CREDIT);
        if (!columns().containsKey(CsvColumn.DATE) || signed == sided) {
            throw PlainText.invalid(
                    "CsvMapping",
                    "columns",
                    "csv.columns-incomplete",
                    "needs DATE, and either AMOUNT or DEBIT and CREDIT");
        }
        if (decimalMark() != '.' && decimalMark() != ',') {
            throw PlainText.invalid("CsvMapping", "decimalMark", "csv.decimal-mark", "must be . or ,");
        }
        if (separator() == quote()) {
            throw PlainText.invalid("CsvMapping", "separator", "csv.separator", "must not be the quote");
        }
        PlainText.account("CsvMapping", account());
        PlainText.account("CsvMapping", otherAccount());
        PlainText.commodity("CsvMapping", commodity());
        CsvTransactions.dates(datePattern());
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a mapping. */
    final class Builder extends ImmutableCsvMapping.Builder {
        private final MutableMap<CsvColumn, String> collected = Maps.mutable.empty();

        Builder() {}

        /** Says what a column means. */
        public Builder column(CsvColumn meaning, String nameOrNumber) {
            collected.put(meaning, nameOrNumber);
            columns(collected.toImmutable());
            return this;
        }
    }
}
