package dev.erpkit.accounting.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.PeriodChange.ExceptionEnded;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.Unlocked;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Invariant 14, judged by a slow model that knows nothing of the fold. */
class PeriodInterleavingProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final List<LockScope> SCOPES =
            List.of(LockScope.ALL, LockScope.of("sales"), LockScope.of("general"));
    private static final List<Actor> ACTORS = List.of(Actor.of("ann"), Actor.of("bob"));

    record Step(int kind, int scope, int day, int actor) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 1))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    private static Books books(BooksStores stores, TestClock clock) {
        Books books = Books.over(
                stores,
                BooksSetup.of("JPY").with(clock, () -> new byte[32]).with(Journal.GENERAL, Journal.of("sales")));
        books.open(Account.of("1110", "Cash", AccountClass.ASSET));
        books.open(Account.of("4000", "Sales", AccountClass.INCOME));
        return books;
    }

    private static JournalEntry entry(String id, LockScope scope, LocalDate date) {
        return JournalEntry.builder()
                .id(id)
                .date(date)
                .journal((scope.value().equals("sales") ? Journal.of("sales") : Journal.GENERAL).id())
                .debit("1110", Amounts.of("1", "JPY"))
                .credit("4000", Amounts.of("1", "JPY"))
                .build();
    }

    @Property
    void nothing_is_recorded_under_a_lock_without_an_exception(@ForAll("steps") List<Step> steps) {
        TestClock clock = new TestClock();
        BooksStores stores = BooksStores.inMemory();
        Books books = books(stores, clock);
        for (int i = 0; i < steps.size(); i++) {
            run(books, clock, steps.get(i), i, FIRST.plusDays(steps.get(i).day()));
        }
        assertSound(stores);
    }

    private static void run(Books books, TestClock clock, Step step, int i, LocalDate date) {
        PeriodService periods = books.periods();
        LockScope scope = SCOPES.get(step.scope());
        Actor actor = ACTORS.get(step.actor());
        switch (step.kind()) {
            case 0 -> periods.lock(BookId.MAIN, scope, date, actor);
            case 1 ->
                periods.current()
                        .locks(BookId.MAIN)
                        .select(lock -> lock.scope().equals(scope))
                        .getLastOptional()
                        .ifPresent(lock -> periods.unlock(BookId.MAIN, scope, lock.through(), "step " + i, actor));
            case 2 ->
                periods.grantException(
                        BookId.MAIN,
                        new ExceptionGranted(
                                IdempotencyKey.of("e" + step.day()),
                                scope,
                                date,
                                date.plusDays(7),
                                step.day() % 3 == 0 ? Optional.empty() : Optional.of(actor),
                                clock.instant().plusSeconds(step.day() - 1L),
                                "step"),
                        actor);
            case 3 -> periods.endException(BookId.MAIN, IdempotencyKey.of("e" + step.day()), actor);
            case 4 -> clock.move(Duration.ofSeconds(step.day() - 5L));
            default -> books.post(entry("p" + i, scope, date), actor);
        }
    }

    /** Every entry is judged by the facts that were recorded before it, one by one. */
    private static void assertSound(BooksStores stores) {
        List<PeriodFact> facts = new ArrayList<>();
        stores.periods().forEach(0, facts::add);
        List<PostedEntry> entries = new ArrayList<>();
        stores.journal().forEach(JournalQuery.all(), entries::add);
        for (PostedEntry entry : entries) {
            List<PeriodFact> before = facts.stream()
                    .filter(f -> f.afterEntry() < entry.position())
                    .toList();
            assertThat(!underLock(entry, before) || underException(entry, before))
                    .as("entry %s of %s after %s", entry.id(), entry.entry().date(), before)
                    .isTrue();
        }
    }

    private static LockScope scopeOf(PostedEntry entry) {
        return LockScope.of(entry.entry().journal().value());
    }

    private static boolean underLock(PostedEntry entry, List<PeriodFact> before) {
        List<Locked> inForce = new ArrayList<>();
        for (PeriodFact fact : before) {
            if (fact.change() instanceof Locked lock) {
                inForce.add(lock);
            } else if (fact.change() instanceof Unlocked unlock) {
                inForce.remove(new Locked(unlock.scope(), unlock.through()));
            }
        }
        return inForce.stream()
                .anyMatch(lock ->
                        (lock.scope().value().equals("all") || lock.scope().equals(scopeOf(entry)))
                                && !entry.entry().date().isAfter(lock.through()));
    }

    private static boolean underException(PostedEntry entry, List<PeriodFact> before) {
        return before.stream()
                .filter(fact -> before.stream()
                        .noneMatch(other -> fact.change() instanceof ExceptionGranted granted
                                && other.change().equals(new ExceptionEnded(granted.key()))))
                .anyMatch(fact -> fact.change() instanceof ExceptionGranted e
                        && (e.scope().value().equals("all") || e.scope().equals(scopeOf(entry)))
                        && !entry.entry().date().isBefore(e.startInclusive())
                        && entry.entry().date().isBefore(e.endExclusive())
                        && e.grantee().map(entry.postedBy()::equals).orElse(true)
                        && entry.recordedAt().isBefore(e.expiresAt()));
    }

    @Property(tries = 15)
    void threads_that_lock_and_post_at_once_leave_nothing_under_a_lock(@ForAll @IntRange(min = 0, max = 19) int shift)
            throws Exception {
        BooksStores stores = BooksStores.inMemory();
        Books books = books(stores, new TestClock());
        CyclicBarrier start = new CyclicBarrier(3);
        List<Throwable> failures = new ArrayList<>();
        Thread locker = thread(failures, start, () -> {
            for (int i = 0; i < 20; i++) {
                books.periods().lock(BookId.MAIN, SCOPES.get(i % 3), FIRST.plusDays(i), ACTORS.get(0));
            }
        });
        Thread poster = thread(failures, start, () -> post(books, "a", shift));
        Thread other = thread(failures, start, () -> post(books, "b", 0));
        for (Thread thread : List.of(locker, poster, other)) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(stores.periods().size()).isEqualTo(20);
        assertSound(stores);
    }

    private static void post(Books books, String prefix, int shift) {
        for (int i = 0; i < 60; i++) {
            books.post(entry(prefix + i, SCOPES.get(i % 3), FIRST.plusDays((i + shift) % 20)), ACTORS.get(1));
        }
    }

    private static Thread thread(List<Throwable> failures, CyclicBarrier start, Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                start.await();
                work.run();
            } catch (Exception e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
        });
        thread.start();
        return thread;
    }

    @Property
    void a_moved_entry_lands_on_the_first_day_open_to_everybody(@ForAll("steps") List<Step> steps) {
        TestClock clock = new TestClock();
        BooksStores stores = BooksStores.inMemory();
        Books books = books(stores, clock);
        Actor stranger = Actor.of("stranger");
        for (int i = 0; i < steps.size(); i++) {
            run(books, clock, steps.get(i), i, FIRST.plusDays(steps.get(i).day()));
        }
        PeriodLocks locks = books.periods().current();
        for (LockScope scope : SCOPES) {
            LocalDate moved = locks.accountingDate(
                            BookId.MAIN,
                            scope,
                            FIRST.minusDays(40),
                            stranger,
                            clock.instant(),
                            LockedDatePolicy.FIRST_OPEN_DAY)
                    .orElseThrow();
            LocalDate expected = locks.lockedThrough(BookId.MAIN, scope)
                    .map(d -> d.plusDays(1))
                    .orElse(FIRST.minusDays(40));
            assertThat(moved).isEqualTo(expected);
            assertThat(locks.isOpen(BookId.MAIN, scope, moved, stranger, clock.instant()))
                    .isTrue();
        }
    }
}
