package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Comparator;
import javax.money.CurrencyUnit;

/**
 * The debits and credits of one day on one account, currency and dimension set, in minor units, none negative.
 *
 * @param book the book
 * @param account the account
 * @param currency the currency of the transactions
 * @param baseCurrency the base currency of the book
 * @param dimensions the dimension set
 * @param closing whether the lines belong to entries that close a year
 * @param day the effective date, or the checkpoint's horizon where that is later
 * @param debitMinor debits in the currency of the transactions
 * @param creditMinor credits in the currency of the transactions
 * @param debitBaseMinor debits in base currency
 * @param creditBaseMinor credits in base currency
 */
public record CheckpointRow(
        BookId book,
        AccountId account,
        CurrencyUnit currency,
        CurrencyUnit baseCurrency,
        Dimensions dimensions,
        boolean closing,
        LocalDate day,
        long debitMinor,
        long creditMinor,
        long debitBaseMinor,
        long creditBaseMinor) {
    /** The order of a checkpoint's rows. */
    static final Comparator<CheckpointRow> ORDER = Comparator.comparing(CheckpointRow::book)
            .thenComparing(CheckpointRow::account)
            .thenComparing(row -> row.currency().getCurrencyCode())
            .thenComparing(CheckpointRow::closing)
            .thenComparing(CheckpointRow::dimensions)
            .thenComparing(CheckpointRow::day);

    /** Checks that no sum is negative. */
    public CheckpointRow {
        if ((debitMinor | creditMinor | debitBaseMinor | creditBaseMinor) < 0) {
            throw new InvalidValueException(
                    "CheckpointRow",
                    account.value(),
                    "checkpoint.negative",
                    "must have debits and credits of 0 or more");
        }
    }

    /** The canonical text: lengths before texts, so that no two rows have the same. */
    String canonical() {
        StringBuilder text = new StringBuilder(160);
        for (String part :
                new String[] {book.value(), account.value(), currency.getCurrencyCode(), baseCurrency.getCurrencyCode()
                }) {
            text.append(part.length()).append(':').append(part);
        }
        dimensions
                .values()
                .forEachKeyValue((axis, value) -> text.append(axis.length())
                        .append(':')
                        .append(axis)
                        .append('=')
                        .append(value.length())
                        .append(':')
                        .append(value));
        return text.append(closing ? "|c|" : "|n|")
                .append(day)
                .append('|')
                .append(debitMinor)
                .append('|')
                .append(creditMinor)
                .append('|')
                .append(debitBaseMinor)
                .append('|')
                .append(creditBaseMinor)
                .append('\n')
                .toString();
    }
}
