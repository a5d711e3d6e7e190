package dev.erpkit.testkit.model;

import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Commands to the pair, drawn from few ids, days and amounts so that they meet. */
final class ModelActions {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private ModelActions() {}

    static Action.Independent<ModelPair> post() {
        return () -> ModelEntries.entries("e")
                .map(entry -> Transformer.mutate("post " + entry + ", twice", pair -> {
                    post(pair, entry);
                    post(pair, entry);
                }));
    }

    private static void post(ModelPair pair, JournalEntry entry) {
        pair.compare("post", pair.reference.post(entry), pair.books.books().post(entry, KitBooks.CLERK));
    }

    static Action.Independent<ModelPair> batch() {
        Arbitrary<Batch.Element> element = Combinators.combine(
                        ModelEntries.entries("e"), Arbitraries.of(true, true, false))
                .as(Batch.Element::new);
        return () -> element.list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(elements -> new Batch(Lists.immutable
                        .ofAll(elements.subList(0, elements.size() - 1))
                        .newWith(new Batch.Element(
                                elements.get(elements.size() - 1).entry(), false))))
                .map(batch -> Transformer.mutate(
                        "post " + batch,
                        pair -> pair.compare(
                                "batch",
                                pair.reference.post(batch),
                                pair.books.books().post(batch, KitBooks.CLERK).outcomes())));
    }

    static Action.Independent<ModelPair> reverse() {
        return () -> Combinators.combine(ModelEntries.ids("e"), ModelEntries.ids("e"), ModelEntries.days())
                .as((original, id, date) -> Transformer.mutate(
                        "reverse " + original + " as " + id + " on " + date,
                        pair -> pair.compare(
                                "reverse",
                                pair.reference.reverse(original, id, date),
                                pair.books.books().reverse(original, id, date, KitBooks.CLERK))));
    }

    /** Matches items chosen among those there are, most of the time by as much as there is. */
    static Action.Independent<ModelPair> match() {
        return () -> Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        ModelEntries.matchDays(),
                        Arbitraries.integers()
                                .between(0, 100)
                                .list()
                                .ofMinSize(2)
                                .ofMaxSize(3),
                        Arbitraries.of(5, 10, 20, 35).optional(0.2))
                .as((id, date, chosen, exact) ->
                        Transformer.mutate("match " + id + " on " + date + " of " + chosen + " " + exact, pair -> {
                            MatchRequest.Builder request = MatchRequest.builder();
                            request.id("m" + id).date(date);
                            chosen(pair, chosen).forEachWithIndex((item, i) -> {
                                if (i == 0 && exact.isPresent()) {
                                    request.item(item, Amounts.ofMinor(exact.get(), ModelPair.JPY));
                                } else {
                                    request.item(item);
                                }
                            });
                            MatchRequest built = request.build();
                            match(pair, built);
                            match(pair, built);
                        }));
    }

    /** Items of the list by number; those after the first stand on its other side most of the time. */
    private static ImmutableList<ItemId> chosen(ModelPair pair, List<Integer> numbers) {
        ImmutableList<ItemId> items = pair.reference.items();
        if (items.isEmpty()) {
            return Lists.immutable.of(ItemId.of("none", 0));
        }
        ItemId first = items.get(numbers.get(0) % items.size());
        ImmutableList<ItemId> other = items.select(item -> pair.debit(item) != pair.debit(first));
        return Lists.immutable
                .ofAll(numbers)
                .collectWithIndex((n, i) -> {
                    ImmutableList<ItemId> among = i == 0 || n % 7 == 0 || other.isEmpty() ? items : other;
                    return among.get(n % among.size());
                })
                .distinct();
    }

    private static void match(ModelPair pair, MatchRequest request) {
        pair.compare(
                "match",
                pair.reference.match(request),
                pair.books.matching().match(request, ModelPair.MATCHING, KitBooks.CLERK));
    }

    static Action.Independent<ModelPair> undo() {
        return () -> Combinators.combine(
                        Arbitraries.of("u0", "u1", "u2", "u3", "m0"),
                        Arbitraries.integers().between(0, 5),
                        ModelEntries.matchDays())
                .as((id, undone, date) -> Transformer.mutate("undo m" + undone + " as " + id + " on " + date, pair -> {
                    MatchId undoing = MatchId.of(id);
                    MatchId match = MatchId.of("m" + undone);
                    pair.compare(
                            "undo",
                            pair.reference.undo(undoing, match, date),
                            pair.books.matching().undo(undoing, match, date, KitBooks.CLERK));
                }));
    }

    static Action.Independent<ModelPair> revalue() {
        return () -> Combinators.combine(ModelEntries.ids("v"), ModelEntries.days())
                .as((id, date) -> Transformer.mutate("revalue " + id + " on " + date, pair -> {
                    revalue(pair, id, date);
                    revalue(pair, id, date);
                }));
    }

    private static void revalue(ModelPair pair, EntryId id, LocalDate date) {
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

    private static Arbitrary<LocalDate> lockDays() {
        return Arbitraries.integers()
                .between(0, 6)
                .map(month -> LocalDate.of(2025, 11, 15).plusMonths(month));
    }

    static Action.Independent<ModelPair> lock() {
        return () -> lockDays()
                .map(day -> Transformer.mutate(
                        "lock through " + day,
                        pair -> pair.compare(
                                "lock",
                                pair.reference.lock(day),
                                pair.books.periods().lock(BookId.MAIN, LockScope.ALL, day, KitBooks.CLERK))));
    }

    /** Takes the newest lock back, or another one. */
    static Action.Independent<ModelPair> unlock() {
        return () -> Combinators.combine(lockDays(), Arbitraries.of(true, true, false))
                .as((day, newest) -> Transformer.mutate("unlock " + (newest ? "the newest" : day), pair -> {
                    LocalDate locked = pair.reference.lockedThrough();
                    LocalDate through = newest && !locked.equals(LocalDate.MIN) ? locked : day;
                    pair.compare(
                            "unlock",
                            pair.reference.unlock(through, "late bill"),
                            pair.books
                                    .periods()
                                    .unlock(BookId.MAIN, LockScope.ALL, through, "late bill", KitBooks.CLERK));
                }));
    }

    static Action.Independent<ModelPair> exception() {
        return () -> Combinators.combine(
                        Arbitraries.integers().between(0, 2), lockDays(), Arbitraries.of(true, true, false))
                .as((key, day, grant) -> Transformer.mutate((grant ? "grant " : "end ") + key + " on " + day, pair -> {
                    IdempotencyKey id = IdempotencyKey.of("x" + key);
                    ExceptionGranted exception = new ExceptionGranted(
                            id,
                            LockScope.ALL,
                            day.minusDays(20),
                            day,
                            Optional.of(KitBooks.CLERK),
                            START.plus(Duration.ofDays(1 + key)),
                            "late bill");
                    if (grant) {
                        pair.compare(
                                "exception",
                                pair.reference.grant(exception),
                                pair.books.periods().grantException(BookId.MAIN, exception, KitBooks.CLERK));
                    } else {
                        pair.compare(
                                "exception",
                                pair.reference.endException(id),
                                pair.books.periods().endException(BookId.MAIN, id, KitBooks.CLERK));
                    }
                }));
    }

    private static Arbitrary<FiscalYear> years() {
        return Arbitraries.of(2025, 2025, 2026, 2027).map(year -> ModelPair.CALENDAR.yearOf(LocalDate.of(year, 6, 1)));
    }

    static Action.Independent<ModelPair> close() {
        return () -> years().map(year -> Transformer.mutate(
                "close " + year.name(),
                pair -> pair.compare(
                        "close",
                        pair.reference.close(year, ModelPair.RETAINED),
                        pair.books.yearEnd().close(BookId.MAIN, year, ClosePolicy.standard(), KitBooks.CLERK))));
    }

    static Action.Independent<ModelPair> reopen() {
        return () -> years().map(year -> Transformer.mutate(
                "reopen " + year.name(),
                pair -> pair.compare(
                        "reopen",
                        pair.reference.reopen(year.name()),
                        pair.books.yearEnd().reopen(BookId.MAIN, year.name(), "late bill", KitBooks.CLERK))));
    }

    static Action.Independent<ModelPair> reserve() {
        return () -> Combinators.combine(
                        ModelEntries.entries("r"),
                        Arbitraries.of(1, 2, 3)
                                .map(day -> START.plus(Duration.ofDays(day)))
                                .optional(0.3))
                .as((entry, end) -> Transformer.mutate(
                        "reserve " + entry + " until " + end,
                        pair -> pair.compare(
                                "reserve",
                                pair.reference.reserve(entry, end),
                                pair.books.reservations().reserve(entry, end, KitBooks.CLERK))));
    }

    /** Posts all of it, or so many hundredths. */
    static Action.Independent<ModelPair> settle() {
        return () -> Combinators.combine(
                        ModelEntries.ids("r"), ModelEntries.ids("e"), Arbitraries.of(100, 100, 50, 120))
                .as((reservation, id, part) ->
                        Transformer.mutate("settle " + part + " of " + reservation + " as " + id, pair -> {
                            Optional<JournalEntry> reserved = pair.reference.reserved(reservation);
                            JournalEntry entry = part(reserved, id, part);
                            Outcome<?> outcome = part == 100
                                    ? pair.books.reservations().settle(reservation, id, KitBooks.CLERK)
                                    : pair.books.reservations().settle(reservation, entry, KitBooks.CLERK);
                            pair.compare("settle", pair.reference.settle(reservation, entry), outcome);
                        }));
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

    static Action.Independent<ModelPair> release() {
        return () -> ModelEntries.ids("r")
                .map(reservation -> Transformer.mutate(
                        "release " + reservation,
                        pair -> pair.compare(
                                "release",
                                pair.reference.release(reservation),
                                pair.books.reservations().release(reservation, KitBooks.CLERK))));
    }

    /** A day goes by; what has run out since is ended, or left as it is. */
    static Action.Independent<ModelPair> pass() {
        return () -> Arbitraries.of(true, false)
                .map(expire -> Transformer.mutate("a day" + (expire ? ", expire" : ""), pair -> {
                    pair.pass(Duration.ofDays(1));
                    if (expire) {
                        int ended = pair.books
                                .reservations()
                                .expire(KitBooks.CLERK)
                                .orElseThrow()
                                .size();
                        String expected = pair.reference.expire() == ended ? "accepted" : "another number";
                        pair.compare("expire", expected, Outcome.accepted(ended));
                    }
                }));
    }
}
