package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * A ledger that is a list of entries. Every question is a fold over all of them, in unbounded integers: slow, and obviously
 * right. Amounts are minor units, debit positive.
 *
 * @param entries the journal, in the order of positions
 */
public record ReferenceLedger(ImmutableList<PostedEntry> entries) {
    /** A ledger without entries. */
    public static ReferenceLedger empty() {
        return new ReferenceLedger(Lists.immutable.empty());
    }

    /** The ledger with one more entry. */
    public ReferenceLedger with(PostedEntry posted) {
        return new ReferenceLedger(entries.newWith(posted));
    }

    /** The ledger as it was known at a position. */
    public ReferenceLedger asKnownAt(long position) {
        return new ReferenceLedger(entries.select(p -> p.position() <= position));
    }

    /** The balance in base currency at the end of a day. */
    public BigInteger base(BookId book, AccountId account, LocalDate asOf) {
        return sum(book, asOf, line -> line.account().equals(account), JournalLine::baseMinor);
    }

    /** The balance in base currency of an account with all accounts below it. */
    public BigInteger baseWithin(Chart chart, BookId book, AccountId account, LocalDate asOf) {
        return sum(book, asOf, line -> chart.isWithin(line.account(), account), JournalLine::baseMinor);
    }

    /** The balance in a transaction currency at the end of a day. */
    public BigInteger amount(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        return sum(
                book,
                asOf,
                line -> line.account().equals(account)
                        && line.amount().getCurrency().equals(currency),
                JournalLine::amountMinor);
    }

    /** The sum over all lines of a book that are chosen, effective through a day. */
    public BigInteger sum(
            BookId book, LocalDate asOf, Predicate<? super JournalLine> chosen, ToLongFunction<JournalLine> part) {
        BigInteger sum = BigInteger.ZERO;
        for (PostedEntry posted : entries) {
            if (posted.entry().book().equals(book) && !posted.entry().date().isAfter(asOf)) {
                for (JournalLine line : posted.entry().lines()) {
                    sum = chosen.test(line) ? sum.add(BigInteger.valueOf(part.applyAsLong(line))) : sum;
                }
            }
        }
        return sum;
    }

    /** The books that have entries. */
    public ImmutableSet<BookId> books() {
        return entries.collect(p -> p.entry().book()).toImmutableSet();
    }

    /** The accounts that have lines. */
    public ImmutableSet<AccountId> accounts() {
        return lines().collect(JournalLine::account).toImmutableSet();
    }

    /** The transaction currencies that have lines. */
    public ImmutableSet<CurrencyUnit> currencies() {
        return lines().collect(line -> line.amount().getCurrency()).toImmutableSet();
    }

    /** The days on which something is effective, each once, in their order. */
    public ImmutableList<LocalDate> days() {
        return entries.collect(p -> p.entry().date()).distinct().toSortedList().toImmutable();
    }

    private ImmutableList<JournalLine> lines() {
        return entries.flatCollect(p -> p.entry().lines());
    }
}
