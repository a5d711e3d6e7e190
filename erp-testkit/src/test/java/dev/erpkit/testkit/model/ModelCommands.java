package dev.erpkit.testkit.model;

import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/** Sends a command to the services and to the reference books; compares the answers and what became of the books. */
record ModelCommands(ModelPair pair) {
    void post(JournalEntry entry) {
        pair.compare("post", pair.reference.post(entry), pair.books.books().post(entry, KitBooks.CLERK));
    }

    void post(Batch batch) {
        pair.compare(
                "batch",
                pair.reference.post(batch),
                pair.books.books().post(batch, KitBooks.CLERK).outcomes());
    }

    void reverse(EntryId original, EntryId id, LocalDate date) {
        pair.compare(
                "reverse",
                pair.reference.reverse(original, id, date),
                pair.books.books().reverse(original, id, date, KitBooks.CLERK));
    }

    void match(MatchRequest request) {
        pair.compare(
                "match",
                pair.reference.match(request),
                pair.books.matching().match(request, ModelPair.MATCHING, KitBooks.CLERK));
    }

    void undo(String id, String undone, LocalDate date) {
        MatchId undoing = MatchId.of(id);
        MatchId match = MatchId.of(undone);
        pair.compare(
                "undo",
                pair.reference.undo(undoing, match, date),
                pair.books.matching().undo(undoing, match, date, KitBooks.CLERK));
    }

    void revalue(EntryId id, LocalDate date) {
        BigDecimal perCent = ModelPair.rate(date).movePointLeft(2);
        pair.compare(
                "revalue",
                pair.reference.revalue(id, date, ModelPair.DOLLARS, perCent, ModelPair.GAINS, ModelPair.LOSSES),
                pair.books
                        .revaluation()
                        .revalue(
                                id,
                                BookId.MAIN,
                                date,
                                Lists.immutable.of(pair.books
                                        .chart()
                                        .find(ModelPair.DOLLARS)
                                        .orElseThrow()),
                                ModelPair.REVALUATION,
                                KitBooks.CLERK));
    }

    void lock(LocalDate day) {
        pair.compare(
                "lock",
                pair.reference.lock(day),
                pair.books.periods().lock(BookId.MAIN, LockScope.ALL, day, KitBooks.CLERK));
    }

    void unlock(LocalDate through) {
        pair.compare(
                "unlock",
                pair.reference.unlock(through, "late bill"),
                pair.books.periods().unlock(BookId.MAIN, LockScope.ALL, through, "late bill", KitBooks.CLERK));
    }

    /** Grants an exception for the twenty days before a day. */
    void grant(String key, LocalDate before, Instant expiresAt) {
        ExceptionGranted exception = new ExceptionGranted(
                IdempotencyKey.of(key),
                LockScope.ALL,
                before.minusDays(20),
                before,
                Optional.of(KitBooks.CLERK),
                expiresAt,
                "late bill");
        pair.compare(
                "exception",
                pair.reference.grant(exception),
                pair.books.periods().grantException(BookId.MAIN, exception, KitBooks.CLERK));
    }

    void endException(String key) {
        IdempotencyKey id = IdempotencyKey.of(key);
        pair.compare(
                "exception",
                pair.reference.endException(id),
                pair.books.periods().endException(BookId.MAIN, id, KitBooks.CLERK));
    }

    void close(FiscalYear year) {
        pair.compare(
                "close",
                pair.reference.close(year, ModelPair.RETAINED),
                pair.books.yearEnd().close(BookId.MAIN, year, ClosePolicy.standard(), KitBooks.CLERK));
    }

    void reopen(FiscalYear year) {
        pair.compare(
                "reopen",
                pair.reference.reopen(year.name()),
                pair.books.yearEnd().reopen(BookId.MAIN, year.name(), "late bill", KitBooks.CLERK));
    }

    void reserve(JournalEntry entry, Optional<Instant> end) {
        pair.compare(
                "reserve",
                pair.reference.reserve(entry, end),
                pair.books.reservations().reserve(entry, end, KitBooks.CLERK));
    }

    /** Posts all of what is reserved, or so many hundredths. */
    void settle(EntryId reservation, EntryId id, int hundredths) {
        JournalEntry entry = part(pair.reference.reserved(reservation), id, hundredths);
        Outcome<?> outcome = hundredths == 100
                ? pair.books.reservations().settle(reservation, id, KitBooks.CLERK)
                : pair.books.reservations().settle(reservation, entry, KitBooks.CLERK);
        pair.compare("settle", pair.reference.settle(reservation, entry), outcome);
    }

    private static JournalEntry part(Optional<JournalEntry> reserved, EntryId id, int hundredths) {
        JournalEntry whole = reserved.orElseGet(() -> JournalEntry.builder()
                .id(id)
                .date(LocalDate.of(2026, 1, 1))
                .debit("cash", Amounts.ofMinor(1, ModelPair.JPY))
                .credit("sales", Amounts.ofMinor(1, ModelPair.JPY))
                .build());
        return JournalEntry.builder()
                .from(whole)
                .id(id)
                .lines(whole.lines()
                        .collect(line -> JournalLine.builder()
                                .from(line)
                                .amount(Amounts.ofMinor(
                                        part(line.amountMinor(), hundredths),
                                        line.amount().getCurrency()))
                                .base(Amounts.ofMinor(
                                        part(line.baseMinor(), hundredths),
                                        line.base().getCurrency()))
                                .build()))
                .build();
    }

    /** Rounded away from zero, so that no line becomes zero. */
    private static long part(long minor, int hundredths) {
        return Long.signum(minor) * ((Math.abs(minor) * hundredths + 99) / 100);
    }

    void release(EntryId reservation) {
        pair.compare(
                "release",
                pair.reference.release(reservation),
                pair.books.reservations().release(reservation, KitBooks.CLERK));
    }

    /** Ends the reservations that have run out. */
    void expire() {
        int ended =
                pair.books.reservations().expire(KitBooks.CLERK).orElseThrow().size();
        String expected = pair.reference.expire() == ended ? "accepted" : "another number";
        pair.compare("expire", expected, Outcome.accepted(ended));
    }
}
