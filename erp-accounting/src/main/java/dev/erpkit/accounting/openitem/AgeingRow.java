package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.util.Comparator;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/**
 * What one party has open on one control account in one currency, by age.
 *
 * @param book the book
 * @param account the control account
 * @param party the party
 * @param currency the currency of the items
 * @param amounts open in each bucket, minor units of the currency, debit positive
 * @param baseCurrency the base currency of the book
 * @param bases open in each bucket at historical rates, minor units of the base currency
 */
public record AgeingRow(
        BookId book,
        AccountId account,
        PartyId party,
        CurrencyUnit currency,
        ImmutableLongList amounts,
        CurrencyUnit baseCurrency,
        ImmutableLongList bases)
        implements Comparable<AgeingRow> {
    private static final Comparator<AgeingRow> ORDER = Comparator.comparing(AgeingRow::book)
            .thenComparing(AgeingRow::account)
            .thenComparing(AgeingRow::party)
            .thenComparing(row -> row.currency().getCurrencyCode());

    /** What is open in a bucket. */
    public MonetaryAmount amount(int bucket) {
        return Amounts.ofMinor(amounts.get(bucket), currency);
    }

    /** What is open in a bucket, in base currency at historical rates. */
    public MonetaryAmount base(int bucket) {
        return Amounts.ofMinor(bases.get(bucket), baseCurrency);
    }

    /** What is open in all buckets together. */
    public MonetaryAmount total() {
        return Amounts.ofMinor(sum(amounts), currency);
    }

    /** What is open in all buckets together, in base currency at historical rates. */
    public MonetaryAmount baseTotal() {
        return Amounts.ofMinor(sum(bases), baseCurrency);
    }

    /** By book, account, party and currency. */
    @Override
    public int compareTo(AgeingRow other) {
        return ORDER.compare(this, other);
    }

    private static long sum(ImmutableLongList minor) {
        long sum = 0;
        for (int i = 0; i < minor.size(); i++) {
            sum = Math.addExact(sum, minor.get(i));
        }
        return sum;
    }
}
