package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import java.math.BigInteger;
import java.time.Instant;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What holds in every journal, entry by entry and in its order. */
public final class JournalInvariants {
    private JournalInvariants() {}

    /** All invariants of this class but those that need more than one reading of the journal. */
    public static ImmutableList<Finding> all(ImmutableList<PostedEntry> journal) {
        return entriesBalance(journal)
                .newWithAll(linesAreSound(journal))
                .newWithAll(positionsFollow(journal))
                .newWithAll(numbersAreGapless(journal))
                .newWithAll(reversalsCancel(journal));
    }

    /** Every entry sums to zero in base and in each transaction currency. */
    public static ImmutableList<Finding> entriesBalance(ImmutableList<PostedEntry> journal) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (PostedEntry posted : journal) {
            BigInteger base = BigInteger.ZERO;
            MutableMap<CurrencyUnit, BigInteger> amounts = Maps.mutable.empty();
            for (JournalLine line : posted.entry().lines()) {
                base = base.add(BigInteger.valueOf(line.baseMinor()));
                amounts.merge(line.amount().getCurrency(), BigInteger.valueOf(line.amountMinor()), BigInteger::add);
            }
            if (base.signum() != 0) {
                found.add(new Finding("entry-balances", posted.id().value(), "base sums to " + base));
            }
            amounts.forEachKeyValue((currency, sum) -> {
                if (sum.signum() != 0) {
                    found.add(new Finding(
                            "entry-balances", posted.id().value(), currency.getCurrencyCode() + " sums to " + sum));
                }
            });
        }
        return found.toImmutable();
    }

    /** An entry has two lines or more, none is zero, and signs agree unless the line is an adjustment. */
    public static ImmutableList<Finding> linesAreSound(ImmutableList<PostedEntry> journal) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (PostedEntry posted : journal) {
            if (posted.entry().lines().size() < 2) {
                found.add(new Finding("lines-sound", posted.id().value(), "has fewer than two lines"));
            }
            posted.entry().lines().forEachWithIndex((line, i) -> {
                boolean zero = line.amountMinor() == 0 && line.baseMinor() == 0;
                boolean signs = Long.signum(line.amountMinor()) == Long.signum(line.baseMinor());
                if (zero || !signs && !line.adjustment()) {
                    found.add(new Finding("lines-sound", posted.id() + "#" + i, line.amount() + " at " + line.base()));
                }
            });
        }
        return found.toImmutable();
    }

    /** Positions are 1, 2, 3 ..., recorded instants never decrease, ids are unique. */
    public static ImmutableList<Finding> positionsFollow(ImmutableList<PostedEntry> journal) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<EntryId, Long> seen = Maps.mutable.empty();
        Instant last = Instant.MIN;
        long expected = 1;
        for (PostedEntry posted : journal) {
            if (posted.position() != expected) {
                found.add(new Finding(
                        "positions-follow",
                        posted.id().value(),
                        "stands at " + posted.position() + ", not " + expected));
            }
            if (posted.recordedAt().isBefore(last)) {
                found.add(
                        new Finding("positions-follow", posted.id().value(), "recorded before the entry ahead of it"));
            }
            if (seen.put(posted.id(), posted.position()) != null) {
                found.add(new Finding("positions-follow", posted.id().value(), "is recorded twice"));
            }
            last = posted.recordedAt();
            expected = posted.position() + 1;
        }
        return found.toImmutable();
    }

    /** Legal numbers are 1, 2, 3 ... for each book, journal and year, in the order of recording. */
    public static ImmutableList<Finding> numbersAreGapless(ImmutableList<PostedEntry> journal) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<String, Long> last = Maps.mutable.empty();
        for (PostedEntry posted : journal) {
            EntryNumber number = posted.number();
            String series = posted.entry().book() + "/" + number.journal() + "/" + number.fiscalYear();
            long expected = last.getIfAbsentValue(series, 0L) + 1;
            if (number.number() != expected) {
                found.add(new Finding(
                        "numbers-gapless", series, "has " + number.number() + " where " + expected + " follows"));
            }
            last.put(series, number.number());
        }
        return found.toImmutable();
    }

    /**
     * A reversal has the lines of an earlier entry with the opposite sign and stands on its day or later, and no entry is
     * reversed twice. Together the two change no balance from the day of the reversal on.
     */
    public static ImmutableList<Finding> reversalsCancel(ImmutableList<PostedEntry> journal) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<EntryId, PostedEntry> byId = Maps.mutable.empty();
        MutableMap<EntryId, EntryId> reversed = Maps.mutable.empty();
        for (PostedEntry posted : journal) {
            posted.entry().reverses().ifPresent(original -> {
                PostedEntry before = byId.get(original);
                if (before == null || !contrary(before.entry(), posted.entry())) {
                    found.add(
                            new Finding("reversals-cancel", posted.id().value(), "is not the contrary of " + original));
                }
                if (before != null
                        && posted.entry().date().isBefore(before.entry().date())) {
                    found.add(new Finding(
                            "reversals-cancel",
                            posted.id().value(),
                            "stands before " + original + ", which it reverses"));
                }
                EntryId first = reversed.put(original, posted.id());
                if (first != null) {
                    found.add(new Finding(
                            "reversals-cancel", original.value(), "is reversed by " + first + " and " + posted.id()));
                }
            });
            byId.put(posted.id(), posted);
        }
        return found.toImmutable();
    }

    private static boolean contrary(JournalEntry original, JournalEntry reversal) {
        return original.book().equals(reversal.book())
                && original.lines()
                        .collect(JournalInvariants::withoutNote)
                        .equals(reversal.lines().collect(line -> withoutNote(line.negated())));
    }

    private static JournalLine withoutNote(JournalLine line) {
        return line.withoutNote();
    }

    /** What was known earlier is a prefix of what is known now, but for texts that were erased. */
    public static ImmutableList<Finding> prefixIsKept(
            ImmutableList<PostedEntry> earlier, ImmutableList<PostedEntry> now) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (int i = 0; i < earlier.size(); i++) {
            PostedEntry before = earlier.get(i);
            boolean kept =
                    i < now.size() && (now.get(i).equals(before) || now.get(i).equals(before.withoutTexts()));
            if (!kept) {
                found.add(new Finding("prefix-kept", before.id().value(), "is no longer what was recorded"));
            }
        }
        return found.toImmutable();
    }
}
