package dev.erpkit.testkit.company;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.invariant.EvidenceInvariants;
import dev.erpkit.testkit.invariant.Finding;
import dev.erpkit.testkit.invariant.JournalInvariants;
import dev.erpkit.testkit.invariant.LedgerInvariants;
import dev.erpkit.testkit.invariant.OpenItemInvariants;
import dev.erpkit.testkit.invariant.PeriodInvariants;
import dev.erpkit.testkit.invariant.ReservationInvariants;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What the simulator checks: what is new after every command, everything now and then. */
final class CompanyChecks {
    private final BooksHarness harness;
    private ImmutableList<PostedEntry> seen = Lists.immutable.empty();
    private long position;

    CompanyChecks(BooksHarness harness) {
        this.harness = harness;
    }

    /** How much was recorded so far; a refused or repeated command leaves it as it is. */
    record Size(long entries, long matches, long facts, long seal) {}

    Size size() {
        return new Size(
                harness.journal().lastPosition(),
                harness.openItems().lastSequence(),
                harness.periods().size(),
                harness.seals().last().map(s -> s.position()).orElse(0L));
    }

    /** The invariants of what was recorded since the last call, and that the index has taken it in. */
    ImmutableList<Finding> recent(KitBooks books) {
        MutableList<PostedEntry> fresh = Lists.mutable.empty();
        harness.journal().forEach(JournalQuery.after(position), fresh::add);
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<PostedEntry> entries = fresh.toImmutable();
        found.addAllIterable(JournalInvariants.entriesBalance(entries));
        found.addAllIterable(JournalInvariants.linesAreSound(entries));
        for (PostedEntry posted : entries) {
            position++;
            if (posted.position() != position) {
                found.add(new Finding("positions-follow", posted.id().value(), "stands at " + posted.position()));
            }
        }
        if (entries.notEmpty()) {
            found.addAllIterable(PeriodInvariants.locksHold(
                    entries, PeriodInvariants.facts(harness.periods()), CompanyChecks::scope));
            found.addAllIterable(OpenItemInvariants.residualsStayInside(items(entries)));
        }
        if (books.index().position() != position) {
            found.add(new Finding("index-agrees", "position " + books.index().position(), "is not " + position));
        }
        long sealed = harness.seals().last().map(s -> s.position()).orElse(0L);
        if (sealed != position) {
            found.add(new Finding("chain-sound", "position " + position, "is not sealed; seals end at " + sealed));
        }
        return found.toImmutable();
    }

    private ImmutableList<ItemHistory> items(ImmutableList<PostedEntry> entries) {
        return entries.flatCollect(
                        posted -> posted.entry().lines().collectWithIndex((line, i) -> new ItemId(posted.id(), i)))
                .flatCollect(id -> Lists.immutable.fromStream(harness.openItems().find(id).stream()));
    }

    /** Every invariant over everything, against a ledger that is a list. */
    ImmutableList<Finding> everything(KitBooks books, LocalDate today) {
        ImmutableList<PostedEntry> journal = Journals.of(harness.journal());
        ReferenceLedger ledger = new ReferenceLedger(journal);
        ImmutableList<LocalDate> days =
                Lists.immutable.of(today, today.withDayOfMonth(1).minusDays(1), today.minusMonths(7), LocalDate.MAX);
        ImmutableList<ItemHistory> items = OpenItemInvariants.items(harness.openItems());
        ImmutableList<Match> matches = OpenItemInvariants.matches(harness.openItems());
        ImmutableList<PeriodFact> facts = PeriodInvariants.facts(harness.periods());
        LedgerIndex rebuilt = new LedgerIndex();
        rebuilt.catchUp(harness.journal());
        ImmutableList<Finding> found = JournalInvariants.all(journal)
                .newWithAll(JournalInvariants.prefixIsKept(seen, journal))
                .newWithAll(LedgerInvariants.trialBalanceIsZero(ledger, days))
                .newWithAll(LedgerInvariants.equationHolds(ledger, books.chart(), days))
                .newWithAll(LedgerInvariants.parentsSumTheirChildren(ledger, books.chart(), today))
                .newWithAll(LedgerInvariants.balancesAddUp(ledger, today.minusMonths(1), today, "cost-centre"))
                .newWithAll(LedgerInvariants.indexAgrees(books.index(), ledger, days))
                .newWithAll(LedgerInvariants.indexAgrees(rebuilt, ledger, days))
                .newWithAll(OpenItemInvariants.residualsStayInside(items))
                .newWithAll(OpenItemInvariants.residualsKeepTheirRate(items))
                .newWithAll(ReservationInvariants.openHaveNotEnded(harness.reservations()))
                .newWithAll(OpenItemInvariants.controlAccountsAgree(items, ledger, days))
                .newWithAll(OpenItemInvariants.matchesConsumeEqually(matches, ledger))
                .newWithAll(OpenItemInvariants.undoingRestores(matches))
                .newWithAll(PeriodInvariants.factsFollow(facts))
                .newWithAll(PeriodInvariants.locksHold(journal, facts, CompanyChecks::scope))
                .newWithAll(PeriodInvariants.closedYearsAreEmpty(
                        ledger,
                        books.chart(),
                        BookId.MAIN,
                        books.periods().current().closedYears(BookId.MAIN)))
                .newWithAll(EvidenceInvariants.chainIsSound(harness.journal(), harness.seals()));
        seen = journal;
        return found;
    }

    private static LockScope scope(PostedEntry posted) {
        return Journal.of(posted.entry().journal().value()).scope();
    }
}
