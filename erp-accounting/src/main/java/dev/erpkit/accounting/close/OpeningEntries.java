package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * The entries by which books begin: balances taken over from elsewhere. A line is a balance; lines on control accounts name
 * party, document and due date, one line for each open item.
 *
 * <p>With an account for the difference every entry is balanced on it, so that balances may come in any portions; once all
 * are in, what is left on that account is what is missing. Without one the lines must balance and fit one entry.
 *
 * @param id the id of the entries: entry N has the id {@code ID:N}
 * @param book the book
 * @param journal the journal in which they are numbered
 * @param date the day at whose end the balances hold, usually the last one before the books begin
 * @param difference what takes the difference of each entry, such as the account with the mark {@code opening-balance}
 */
public record OpeningEntries(
        String id, BookId book, JournalId journal, LocalDate date, Optional<AccountId> difference) {
    private static final int MOST_LINES = 10_000;

    private record Sum(CurrencyUnit currency, CurrencyUnit base, long amountMinor, long baseMinor) {
        Sum plus(JournalLine line) {
            return new Sum(
                    currency,
                    base,
                    Math.addExact(amountMinor, line.amountMinor()),
                    Math.addExact(baseMinor, line.baseMinor()));
        }
    }

    /**
     * The entries with these balances; none when there are no lines.
     *
     * @return the entries, or {@code opening.unbalanced} when there is no account for the difference and the lines need one
     */
    public Outcome<ImmutableList<JournalEntry>> of(ImmutableList<JournalLine> balances) {
        return of(balances, MOST_LINES);
    }

    Outcome<ImmutableList<JournalEntry>> of(ImmutableList<JournalLine> balances, int mostLines) {
        int currencies =
                balances.collect(line -> line.amount().getCurrency()).distinct().size();
        MutableList<JournalEntry> entries = Lists.mutable.empty();
        int size = balances.size() <= mostLines - currencies ? Math.max(1, balances.size()) : mostLines - currencies;
        for (ImmutableList<JournalLine> lines : portions(balances, size)) {
            ImmutableList<JournalLine> missing = missing(lines);
            if (missing.notEmpty() && difference.isEmpty()) {
                return Outcome.refused(unbalanced(balances.size(), missing));
            }
            entries.add(entry(lines.newWithAll(missing), entries.size() + 1));
        }
        return Outcome.accepted(entries.toImmutable());
    }

    private static MutableList<ImmutableList<JournalLine>> portions(ImmutableList<JournalLine> lines, int size) {
        MutableList<ImmutableList<JournalLine>> portions = Lists.mutable.empty();
        for (int start = 0; start < lines.size(); start += size) {
            portions.add(Lists.immutable.ofAll(lines.subList(start, Math.min(start + size, lines.size()))));
        }
        return portions;
    }

    /** The lines, one for each currency, that balance these. */
    private ImmutableList<JournalLine> missing(ImmutableList<JournalLine> lines) {
        MutableSortedMap<String, Sum> sums = SortedMaps.mutable.empty();
        for (JournalLine line : lines) {
            CurrencyUnit currency = line.amount().getCurrency();
            Sum before = sums.getIfAbsentValue(
                    currency.getCurrencyCode(), new Sum(currency, line.base().getCurrency(), 0, 0));
            sums.put(currency.getCurrencyCode(), before.plus(line));
        }
        AccountId target = difference.orElse(AccountId.of("difference"));
        ImmutableList<Sum> open =
                Lists.immutable.ofAll(sums.values()).reject(sum -> sum.amountMinor() == 0 && sum.baseMinor() == 0);
        return inBaseOnly(open) ? Lists.immutable.empty() : open.collect(sum -> counter(target, sum));
    }

    /** Base amounts that cancel out between currencies need no line when every foreign amount does so too. */
    private static boolean inBaseOnly(ImmutableList<Sum> open) {
        return open.allSatisfy(sum -> sum.amountMinor() == 0) && open.sumOfLong(Sum::baseMinor) == 0;
    }

    private static JournalLine counter(AccountId target, Sum sum) {
        return Carrying.line(
                target,
                Dimensions.none(),
                Amounts.ofMinor(Math.negateExact(sum.amountMinor()), sum.currency()),
                Amounts.ofMinor(Math.negateExact(sum.baseMinor()), sum.base()));
    }

    private Refusal unbalanced(int lines, ImmutableList<JournalLine> missing) {
        String by = missing.collect(line -> Amounts.canonical(line.amount())).makeString(", ");
        return Refusal.of(
                        CloseRefusals.OPENING_UNBALANCED,
                        "The " + lines + " opening balances of book " + book
                                + " do not balance, or not in one entry, and lack " + by
                                + "; correct them or name an account for the difference")
                .with("missing", by);
    }

    private JournalEntry entry(ImmutableList<JournalLine> lines, int number) {
        return JournalEntry.builder()
                .id(EntryId.of(id + ":" + number))
                .book(book)
                .journal(journal)
                .kind(EntryKind.OPENING)
                .date(date)
                .narrative("Opening balances")
                .lines(lines)
                .build();
    }
}
