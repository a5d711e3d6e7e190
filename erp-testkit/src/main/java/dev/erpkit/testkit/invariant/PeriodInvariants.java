package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.period.PeriodLocks;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of locks and closed years. */
public final class PeriodInvariants {
    private PeriodInvariants() {}

    /** Everything in a log. */
    public static ImmutableList<PeriodFact> facts(PeriodLog log) {
        MutableList<PeriodFact> facts = Lists.mutable.empty();
        log.forEach(0, facts::add);
        return facts.toImmutable();
    }

    /** Facts are numbered 1, 2, 3 ..., their instants and places in the journal never decrease. */
    public static ImmutableList<Finding> factsFollow(ImmutableList<PeriodFact> facts) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (int i = 0; i < facts.size(); i++) {
            PeriodFact fact = facts.get(i);
            boolean later = i == 0
                    || !fact.recordedAt().isBefore(facts.get(i - 1).recordedAt())
                            && fact.afterEntry() >= facts.get(i - 1).afterEntry();
            if (fact.number() != i + 1 || !later) {
                found.add(
                        new Finding("period-facts-follow", "fact " + fact.number(), "does not follow the one before"));
            }
        }
        return found.toImmutable();
    }

    /**
     * No entry was recorded on a day that was locked for it when it was recorded, unless an exception covered it.
     *
     * @param scopes the scope of an entry's journal
     */
    public static ImmutableList<Finding> locksHold(
            ImmutableList<PostedEntry> journal,
            ImmutableList<PeriodFact> facts,
            Function<PostedEntry, LockScope> scopes) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (PostedEntry posted : journal) {
            if (!openBefore(posted, facts, scopes.apply(posted))) {
                found.add(new Finding(
                        "locks-hold",
                        posted.id().value(),
                        "is dated " + posted.entry().date() + " under a lock"));
            }
        }
        return found.toImmutable();
    }

    /**
     * An exception can begin and end between two entries (a close does so), so the entry may have been posted after any of
     * the facts that were recorded at its place in the journal.
     */
    private static boolean openBefore(PostedEntry posted, ImmutableList<PeriodFact> facts, LockScope scope) {
        PeriodLocks locks = PeriodLocks.empty();
        boolean open = false;
        boolean asked = false;
        for (PeriodFact fact : facts) {
            if (fact.afterEntry() >= posted.position()) {
                break;
            }
            locks = locks.with(fact);
            if (fact.afterEntry() == posted.position() - 1) {
                open |= open(locks, posted, scope);
                asked = true;
            }
        }
        return asked ? open || open(locks, posted, scope) : open(locks, posted, scope);
    }

    private static boolean open(PeriodLocks locks, PostedEntry posted, LockScope scope) {
        Outcome<LocalDate> date = locks.accountingDate(
                posted.entry().book(),
                scope,
                posted.entry().date(),
                posted.postedBy(),
                posted.recordedAt(),
                LockedDatePolicy.REFUSE);
        return date.isAccepted();
    }

    /**
     * At the end of a closed year every income and expense account is zero, in base, for each set of dimensions and each
     * currency; what they earned stands in the other classes.
     */
    public static ImmutableList<Finding> closedYearsAreEmpty(
            ReferenceLedger ledger, Chart chart, BookId book, ImmutableList<YearClosed> closed) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (YearClosed year : closed) {
            for (Account account : chart.accounts().reject(a -> a.accountClass().balanceSheet())) {
                ledger.entries()
                        .flatCollect(p -> p.entry().lines())
                        .select(line -> line.account().equals(account.id()))
                        .collect(JournalLine::dimensions)
                        .distinct()
                        .forEach(dimensions -> {
                            BigInteger left = ledger.sum(
                                    book,
                                    year.lastDay(),
                                    line -> line.account().equals(account.id())
                                            && line.dimensions().equals(dimensions),
                                    JournalLine::baseMinor);
                            if (left.signum() != 0) {
                                found.add(new Finding(
                                        "closed-years-empty",
                                        account.id() + " " + dimensions + " at the end of " + year.year(),
                                        "has " + left));
                            }
                        });
            }
        }
        return found.toImmutable();
    }

    /**
     * A close moves the result and nothing else: what an account of the balance sheet has more after it, it took from income
     * and expense, together what these had; every other balance on any day is what it was.
     *
     * @param before the ledger before the close
     * @param after the same ledger after it
     */
    public static ImmutableList<Finding> closeMovesTheResult(
            ReferenceLedger before, ReferenceLedger after, Chart chart, BookId book, YearClosed closed) {
        MutableList<Finding> found = Lists.mutable.empty();
        BigInteger result = BigInteger.ZERO;
        BigInteger arrived = BigInteger.ZERO;
        for (Account account : chart.accounts()) {
            BigInteger had = before.base(book, account.id(), closed.lastDay());
            BigInteger has = after.base(book, account.id(), closed.lastDay());
            if (account.accountClass().balanceSheet()) {
                arrived = arrived.add(has.subtract(had));
            } else {
                result = result.add(had);
            }
            LocalDate dayBefore = closed.lastDay().minusDays(1);
            if (!before.base(book, account.id(), dayBefore).equals(after.base(book, account.id(), dayBefore))) {
                found.add(new Finding("close-moves-result", account.id() + " on " + dayBefore, "changed"));
            }
        }
        if (!result.equals(arrived)) {
            found.add(new Finding("close-moves-result", closed.year(), result + " became " + arrived));
        }
        return found.toImmutable();
    }

    /** The same balances before a close and after it was taken back. */
    public static ImmutableList<Finding> reopeningRestores(
            ReferenceLedger before, ReferenceLedger after, Iterable<LocalDate> days) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (BookId book : Sets.immutable.ofAll(before.books()).union(after.books())) {
            after.accounts()
                    .forEach(account -> days.forEach(day -> {
                        if (!before.base(book, account, day).equals(after.base(book, account, day))) {
                            found.add(new Finding("reopening-restores", account + " on " + day, "changed"));
                        }
                    }));
        }
        return found.toImmutable();
    }
}
