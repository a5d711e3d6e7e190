package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.math.BigInteger;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** What holds of open items and their matches, and between them and the journal. */
public final class OpenItemInvariants {
    private OpenItemInvariants() {}

    /** Everything in a log. */
    public static ImmutableList<ItemHistory> items(OpenItemLog log) {
        MutableList<ItemHistory> items = Lists.mutable.empty();
        log.forEach(OpenItemQuery.all(), items::add);
        return items.toImmutable();
    }

    /** All matches of a log. */
    public static ImmutableList<Match> matches(OpenItemLog log) {
        MutableList<Match> matches = Lists.mutable.empty();
        log.forEachMatch(0, matches::add);
        return matches.toImmutable();
    }

    /**
     * What is open has the sign of the item or is zero, never exceeds it, on any day; when nothing is open in the item's
     * currency, nothing is in base, and in base currency the two are one.
     */
    public static ImmutableList<Finding> residualsStayInside(ImmutableList<ItemHistory> items) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (ItemHistory history : items) {
            for (LocalDate day : history.consumptions()
                    .collect(Consumption::date)
                    .newWith(history.item().date())
                    .distinct()) {
                Residual open = history.residual(day);
                boolean amount = inside(open.amountMinor(), history.item().amountMinor());
                boolean base = inside(open.baseMinor(), history.item().baseMinor());
                boolean both = history.item().currency().equals(history.item().baseCurrency())
                        ? open.amountMinor() == open.baseMinor()
                        : open.amountMinor() != 0 || open.baseMinor() == 0;
                if (!amount || !base || !both) {
                    found.add(new Finding("residuals-inside", history.item().id() + " on " + day, "has open " + open));
                }
            }
        }
        return found.toImmutable();
    }

    private static boolean inside(long open, long original) {
        return open == 0 || Long.signum(open) == Long.signum(original) && Math.abs(open) <= Math.abs(original);
    }

    /**
     * What stays open in the end keeps the item's own rate: its base is the item's base in proportion, within a minor unit
     * for each match. For matches whose difference is realised at once.
     */
    public static ImmutableList<Finding> residualsKeepTheirRate(ImmutableList<ItemHistory> items) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (ItemHistory history : items) {
            BigInteger amount = BigInteger.valueOf(history.item().amountMinor());
            Residual open = history.residual();
            BigInteger off = BigInteger.valueOf(open.baseMinor())
                    .multiply(amount)
                    .subtract(BigInteger.valueOf(open.amountMinor())
                            .multiply(BigInteger.valueOf(history.item().baseMinor())));
            BigInteger allowed =
                    amount.multiply(BigInteger.valueOf(history.consumptions().size()));
            if (off.abs().compareTo(allowed.abs()) > 0) {
                found.add(new Finding("residuals-keep-rate", history.item().id().toString(), "has open " + open));
            }
        }
        return found.toImmutable();
    }

    /**
     * The balance of a control account is the sum of what is open of its items: in each currency, and in base but for what
     * revaluations have told, on each of the days.
     */
    public static ImmutableList<Finding> controlAccountsAgree(
            ImmutableList<ItemHistory> items, ReferenceLedger ledger, Iterable<LocalDate> days) {
        MutableList<Finding> found = Lists.mutable.empty();
        ReferenceLedger told = withoutRevaluations(ledger);
        ImmutableSet<AccountId> accounts =
                items.collect(h -> h.item().account()).toImmutableSet();
        for (BookId book : ledger.books()) {
            for (AccountId account : accounts) {
                ImmutableList<ItemHistory> own = items.select(h ->
                        h.item().account().equals(account) && h.item().book().equals(book));
                for (LocalDate day : days) {
                    BigInteger open = BigInteger.valueOf(
                            own.sumOfLong(h -> h.residual(day).baseMinor()));
                    report(
                            found,
                            account + " in " + book + " on " + day,
                            told.base(book, account, day).subtract(open));
                    for (CurrencyUnit currency : ledger.currencies()) {
                        long amount = own.select(h -> h.item().currency().equals(currency))
                                .sumOfLong(h -> h.residual(day).amountMinor());
                        report(
                                found,
                                account + " in " + currency.getCurrencyCode() + " on " + day,
                                ledger.amount(book, account, currency, day).subtract(BigInteger.valueOf(amount)));
                    }
                }
            }
        }
        return found.toImmutable();
    }

    private static void report(MutableList<Finding> found, String where, BigInteger difference) {
        if (difference.signum() != 0) {
            found.add(new Finding("control-accounts-agree", where, "journal and items differ by " + difference));
        }
    }

    private static ReferenceLedger withoutRevaluations(ReferenceLedger ledger) {
        ImmutableSet<EntryId> revaluations = ledger.entries()
                .select(p -> p.entry().kind() == EntryKind.REVALUATION)
                .collect(PostedEntry::id)
                .toImmutableSet();
        return new ReferenceLedger(ledger.entries()
                .reject(p -> revaluations.contains(p.id())
                        || p.entry().reverses().map(revaluations::contains).orElse(false)));
    }

    /**
     * A match of one currency consumes as much on one side as on the other, but for what its entry allows; its difference
     * is the base of both sides together, less what is allowed.
     */
    public static ImmutableList<Finding> matchesConsumeEqually(ImmutableList<Match> matches, ReferenceLedger ledger) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (Match match : matches) {
            ImmutableSet<CurrencyUnit> currencies =
                    match.parts().collect(MatchPart::currency).toImmutableSet();
            long amount = match.parts().sumOfLong(MatchPart::amountMinor);
            long base = match.parts().sumOfLong(MatchPart::baseMinor);
            boolean plain = match.entry()
                    .flatMap(id -> ledger.entries().detectOptional(p -> p.id().equals(id)))
                    .map(p -> p.entry().lines().allSatisfy(OpenItemInvariants::baseOnly))
                    .orElse(true);
            if (currencies.size() == 1 && plain && (amount != 0 || base != match.differenceMinor())) {
                found.add(new Finding(
                        "matches-consume-equally",
                        match.id().value(),
                        "consumes " + amount + " more on one side, base " + base + ", difference "
                                + match.differenceMinor()));
            }
        }
        return found.toImmutable();
    }

    private static boolean baseOnly(JournalLine line) {
        return line.amountMinor() == 0;
    }

    /** Sequences are 1, 2, 3 ...; no match is undone twice, and an undoing gives back exactly what its match consumed. */
    public static ImmutableList<Finding> undoingRestores(ImmutableList<Match> matches) {
        MutableList<Finding> found = Lists.mutable.empty();
        matches.forEachWithIndex((match, i) -> {
            if (match.sequence() != i + 1L) {
                found.add(new Finding("undoing-restores", match.id().value(), "stands at " + match.sequence()));
            }
            match.undoes().ifPresent(id -> {
                Match undone = matches.take(i).detect(m -> m.id().equals(id));
                boolean exact = undone != null
                        && undone.parts().collect(MatchPart::negate).equals(match.parts())
                        && undone.differenceMinor() == -match.differenceMinor();
                boolean once = matches.take(i).noneSatisfy(m -> m.undoes().equals(match.undoes()));
                if (!exact || !once) {
                    found.add(new Finding(
                            "undoing-restores", match.id().value(), "does not take back " + id + " exactly once"));
                }
            });
        });
        return found.toImmutable();
    }
}
