package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.testkit.generate.HistoryArbitraries;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Books that are lists: what must become of each command, decided in the plainest way. For one book, with open items in its
 * base currency, revaluation of accounts without items, and locks of everything; answers are {@code accepted},
 * {@code replayed} or the code of the refusal. Not safe for threads.
 */
public final class ReferenceBooks {
    static final String ACCEPTED = "accepted";
    static final String REPLAYED = "replayed";

    private final Chart chart;
    private final Map<EntryId, JournalEntry> entries = new LinkedHashMap<>();
    private final ReferencePeriods periods = new ReferencePeriods();
    private final ReferenceItems items;
    private final ReferenceReservations reservations = new ReferenceReservations();
    private final ReferenceVerdicts verdicts;
    private final Map<String, Integer> closed = new LinkedHashMap<>();
    private Instant now;

    /** Empty books, at an instant. */
    public ReferenceBooks(Chart chart, Instant now) {
        this.chart = chart;
        this.now = now;
        this.items = new ReferenceItems(chart);
        this.verdicts = new ReferenceVerdicts(chart, entries, periods, items, reservations);
    }

    /** What was posted, in the order of recording. */
    public ImmutableList<JournalEntry> entries() {
        return Lists.immutable.ofAll(entries.values());
    }

    /** The ids of all open items, in the order of recording. */
    public ImmutableList<ItemId> items() {
        return items.ids();
    }

    /** What is open of an item at the end of a day, with its sign. */
    public long open(ItemId item, LocalDate day) {
        return items.open(item, day);
    }

    /** The last day that is locked; {@code LocalDate.MIN} when none is. */
    public LocalDate lockedThrough() {
        return periods.lockedThrough();
    }

    /** Time goes on. */
    public void at(Instant later) {
        now = later;
    }

    /** Posts an entry. */
    public String post(JournalEntry entry) {
        return record(entry, verdicts.of(entry, null, now));
    }

    private String record(JournalEntry entry, String verdict) {
        if (verdict.equals(ACCEPTED)) {
            entries.put(entry.id(), entry);
            items.posted(entry);
        }
        return verdict;
    }

    /** Posts a batch: a chain of linked entries as a whole or not at all. */
    public ImmutableList<String> post(Batch batch) {
        MutableList<String> answers = Lists.mutable.empty();
        MutableList<JournalEntry> fresh = Lists.mutable.empty();
        int start = 0;
        for (int i = 0; i < batch.elements().size(); i++) {
            JournalEntry entry = batch.elements().get(i).entry();
            boolean failed = answers.drop(start).anySatisfy(ReferenceBooks::refused);
            String answer = failed ? "batch.linked-failed" : verdicts.of(entry, null, now);
            answers.add(answer);
            if (answer.equals(ACCEPTED)) {
                entries.put(entry.id(), entry);
                fresh.add(entry);
            }
            if (refused(answer) && !failed) {
                for (int j = start; j < i; j++) {
                    if (answers.set(j, "batch.linked-failed").equals(ACCEPTED)) {
                        fresh.remove(
                                entries.remove(batch.elements().get(j).entry().id()));
                    }
                }
            }
            start = batch.elements().get(i).linkedToNext() ? start : i + 1;
        }
        fresh.forEach(items::posted);
        return answers.toImmutable();
    }

    private static boolean refused(String answer) {
        return !answer.equals(ACCEPTED) && !answer.equals(REPLAYED);
    }

    /** Reverses an entry on a day. */
    public String reverse(EntryId original, EntryId id, LocalDate date) {
        JournalEntry known = entries.get(original);
        return known == null ? "entry.reverses-unknown" : post(HistoryArbitraries.contrary(known, id.value(), date));
    }

    /** Locks everything through a day. */
    public String lock(LocalDate through) {
        return periods.lock(through);
    }

    /** Takes the newest lock back. */
    public String unlock(LocalDate through, String reason) {
        return periods.unlock(through, reason);
    }

    /** Lets everybody post on some locked days for a while. */
    public String grant(ExceptionGranted exception) {
        return periods.grant(exception, now);
    }

    /** Ends an exception. */
    public String endException(IdempotencyKey key) {
        return periods.end(key);
    }

    /** Reserves what an entry would post. */
    public String reserve(JournalEntry entry, Optional<Instant> expiresAt) {
        return reservations
                .known(entry, expiresAt, now)
                .orElseGet(() -> reservations.reserve(entry, expiresAt, verdicts.of(entry, null, now)));
    }

    /** Posts all or part of what is reserved. */
    public String settle(EntryId reservation, JournalEntry entry) {
        Optional<String> ended = reservations.ended(reservation, entry.id());
        if (ended.isPresent()) {
            return ended.get().equals(REPLAYED) ? verdicts.of(entry, reservation, now) : ended.get();
        }
        Optional<String> refusal = reservations.refusal(reservation, entry, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String verdict = verdicts.of(entry, reservation, now);
        if (verdict.equals(ACCEPTED)) {
            reservations.settled(reservation, entry.id());
        }
        return record(entry, verdict.equals(REPLAYED) ? "entry.id-reused" : verdict);
    }

    /** What is reserved under an id. */
    public Optional<JournalEntry> reserved(EntryId reservation) {
        return reservations.find(reservation);
    }

    /** Gives a reservation up. */
    public String release(EntryId reservation) {
        return reservations.release(reservation);
    }

    /** Ends what has run out; tells how many. */
    public int expire() {
        return reservations.expire(now);
    }

    /** Matches items. */
    public String match(MatchRequest request) {
        return items.match(request, periods.open(request.date(), now));
    }

    /** Takes a match back. */
    public String undo(MatchId id, MatchId undone, LocalDate date) {
        return items.undo(id, undone, date, periods.open(date, now));
    }

    /** Brings an account without items to the rate of a day: what a foreign minor unit is worth in base minor units. */
    public String revalue(
            EntryId id, LocalDate date, AccountId account, BigDecimal rate, AccountId gain, AccountId loss) {
        JournalEntry known = entries.get(EntryId.of(id + "/1"));
        if (known != null) {
            return known.date().equals(date) ? REPLAYED : "revaluation.id-reused";
        }
        return ReferenceEntries.revaluation(id, entries(), date, account, rate, gain, loss)
                .map(this::post)
                .orElse(ACCEPTED);
    }

    /** Closes a year, under the policy of every close. */
    public String close(FiscalYear year, AccountId retainedEarnings) {
        if (periods.closed(year.name())) {
            return REPLAYED;
        }
        LocalDate start = year.range().startInclusive();
        LocalDate end = year.range().endExclusive();
        Optional<LocalDate> before = periods.newestClosed().map(ReferencePeriods.Closed::endExclusive);
        if (before.filter(start::isBefore).isPresent()) {
            return "close.already-closed";
        }
        boolean gap = before.filter(last -> last.isBefore(start)).isPresent();
        if (gap || ReferenceEntries.result(chart, entries(), start).notEmpty()) {
            return "close.previous-open";
        }
        if (reservations.openBefore(end)) {
            return "close.open-reservations";
        }
        int generation = closed.getOrDefault(year.name(), 0) + 1;
        closed.put(year.name(), generation);
        String id = "close:" + BookId.MAIN + ":" + year.name() + ":" + generation + ":1";
        ReferenceEntries.closing(id, chart, entries(), end, retainedEarnings)
                .ifPresent(entry -> entries.put(entry.id(), entry));
        periods.close(year.name(), end);
        return ACCEPTED;
    }

    /** Opens the newest closed year again, for the reason of every reopening. */
    public String reopen(String year) {
        if (!periods.closed(year)) {
            return closed.containsKey(year) ? REPLAYED : "close.not-closed";
        }
        ReferencePeriods.Closed newest = periods.newestClosed().orElseThrow();
        if (!newest.name().equals(year)) {
            return "close.not-newest";
        }
        periods.reopen();
        String what = BookId.MAIN + ":" + year + ":" + closed.getOrDefault(year, 0) + ":1";
        JournalEntry closing = entries.get(EntryId.of("close:" + what));
        if (closing != null) {
            JournalEntry contrary = HistoryArbitraries.contrary(
                    closing, "reopen:" + what, newest.endExclusive().minusDays(1));
            entries.put(contrary.id(), contrary);
        }
        return ACCEPTED;
    }
}
