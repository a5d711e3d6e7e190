package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ChartService;
import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.evidence.MerkleCheckpoint;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.ledger.Checkpoint;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.fault.FaultyPorts;
import dev.erpkit.testkit.fault.InjectedFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** The part of {@link BooksFaultContract} that is about what stands beside entries: reservations, periods, accounts, seals. */
abstract class FaultsBesideEntries extends ExactlyOnce {
    /** For contracts. */
    FaultsBesideEntries() {}

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_11_a_reservation_is_made_released_and_run_out_exactly_once() {
        KitBooks books = faulty();
        Instant end = Instant.parse("2026-04-15T00:00:00Z");
        KitBooks afterwards = faulty(end);
        exactlyOnce(() -> {
            JournalEntry entry = BooksRoom.sale(Fresh.key("reserve"), 100);
            return () -> books.reservations().reserve(entry, Optional.empty(), KitBooks.CLERK);
        });
        exactlyOnce(() -> {
            JournalEntry entry = BooksRoom.sale(Fresh.key("release"), 100);
            books.reservations()
                    .reserve(entry, Optional.empty(), KitBooks.CLERK)
                    .orElseThrow();
            return () -> books.reservations().release(entry.id(), KitBooks.CLERK);
        });
        exactlyOnce(() -> {
            JournalEntry entry = BooksRoom.sale(Fresh.key("expire"), 100);
            books.reservations()
                    .reserve(entry, Optional.of(end), KitBooks.CLERK)
                    .orElseThrow();
            return () -> afterwards.reservations().expire(KitBooks.CLERK);
        });
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_12_locks_and_exceptions_are_recorded_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            LockScope scope = LockScope.of(Fresh.key("s").substring(0, 30));
            return () -> books.periods().lock(BookId.MAIN, scope, BooksRoom.DAY, KitBooks.CLERK);
        });
        exactlyOnce(() -> {
            LockScope scope = LockScope.of(Fresh.key("s").substring(0, 30));
            books.periods()
                    .lock(BookId.MAIN, scope, BooksRoom.DAY, KitBooks.CLERK)
                    .orElseThrow();
            return () -> books.periods().unlock(BookId.MAIN, scope, BooksRoom.DAY, "late bill", KitBooks.CLERK);
        });
        exactlyOnce(() -> {
            ExceptionGranted exception = exception();
            return () -> books.periods().grantException(BookId.MAIN, exception, KitBooks.CLERK);
        });
        exactlyOnce(() -> {
            ExceptionGranted exception = exception();
            books.periods()
                    .grantException(BookId.MAIN, exception, KitBooks.CLERK)
                    .orElseThrow();
            return () -> books.periods().endException(BookId.MAIN, exception.key(), KitBooks.CLERK);
        });
    }

    private static ExceptionGranted exception() {
        return new ExceptionGranted(
                IdempotencyKey.of(Fresh.key("exception")),
                LockScope.of("locked"),
                BooksRoom.DAY.minusDays(1),
                BooksRoom.DAY,
                Optional.of(KitBooks.CLERK),
                Instant.parse("2030-01-01T00:00:00Z").plus(Duration.ofDays(1)),
                "late bill");
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_13_a_year_is_closed_and_reopened_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            FiscalYear year = openYear(books);
            return () -> close(books, year);
        });
        exactlyOnce(() -> {
            FiscalYear year = openYear(books);
            close(books, year).orElseThrow();
            return () -> reopen(books, year);
        });
    }

    /** The first year of the book that is closed in these tests, open and with something to close. */
    private static FiscalYear openYear(KitBooks books) {
        FiscalYear year = BooksRoom.CALENDAR.yearOf(BooksRoom.DAY);
        boolean closed =
                books.periods().current().closedYears(BooksRoom.CLOSING).notEmpty();
        if (closed) {
            reopen(books, year).orElseThrow();
        }
        JournalEntry sale = JournalEntry.builder()
                .from(BooksRoom.sale(Fresh.key("year"), 100))
                .book(BooksRoom.CLOSING)
                .build();
        books.books().post(sale, KitBooks.CLERK).orElseThrow();
        return year;
    }

    private static Outcome<?> close(KitBooks books, FiscalYear year) {
        return books.yearEnd().close(BooksRoom.CLOSING, year, ClosePolicy.standard(), KitBooks.CLERK);
    }

    private static Outcome<?> reopen(KitBooks books, FiscalYear year) {
        return books.yearEnd().reopen(BooksRoom.CLOSING, year.name(), "late bill", KitBooks.CLERK);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_14_an_account_is_added_and_ended_exactly_once() {
        KitBooks books = faulty();
        var stores = books.books().stores();
        ChartService chart = new ChartService(
                stores.accounts(), stores.journal(), stores.openItems(), stores.unitOfWork(), AccessPolicy.allowAll());
        exactlyOnce(() -> {
            Account account = Account.of(Fresh.key("account"), "Account", AccountClass.ASSET);
            return () -> chart.add(account, KitBooks.CLERK);
        });
        exactlyOnce(() -> {
            AccountId id = AccountId.of(Fresh.key("account"));
            chart.add(Account.of(id.value(), "Account", AccountClass.ASSET), KitBooks.CLERK)
                    .orElseThrow();
            return () -> chart.deactivate(id, BooksRoom.DAY, KitBooks.CLERK);
        });
        AccountId kept = AccountId.of(Fresh.key("account"));
        chart.add(Account.of(kept.value(), "Account", AccountClass.ASSET), KitBooks.CLERK)
                .orElseThrow();
        faults.crashBeforeCommit();
        assertThatThrownBy(() -> chart.deactivate(kept, BooksRoom.DAY, KitBooks.CLERK))
                .isInstanceOf(InjectedFault.class);
        assertThat(books.chart().find(kept).orElseThrow().validUntil())
                .as("nothing stays")
                .isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_15_texts_are_erased_with_their_salt_or_not_at_all() {
        KitBooks books = faulty();
        for (int writes = 0; writes < 2; writes++) {
            EntryId id = EntryId.of(Fresh.key("texts"));
            JournalEntry entry = JournalEntry.builder()
                    .from(BooksRoom.sale(id.value(), 100))
                    .narrative("personal")
                    .build();
            books.books().post(entry, KitBooks.CLERK).orElseThrow();
            faults.crashAfterWrites(writes);
            assertThatThrownBy(() -> books.books().eraseTexts(id, KitBooks.CLERK))
                    .isInstanceOf(InjectedFault.class);
            assertThat(narrative(id)).contains("personal");
            assertThat(books.books().verify().sound()).isTrue();
            books.books().eraseTexts(id, KitBooks.CLERK).orElseThrow();
            assertThat(narrative(id)).isEmpty();
            assertThat(books.books().verify().sound()).isTrue();
        }
    }

    private Optional<String> narrative(EntryId id) {
        return harness().journal().find(id).orElseThrow().entry().narrative();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_16_a_checkpoint_is_kept_or_not_and_may_be_kept_again() {
        KitBooks books = faulty();
        books.books()
                .post(BooksRoom.sale(Fresh.key("sealed"), 1), KitBooks.CLERK)
                .orElseThrow();
        long before = merkle().size();
        faults.crashAfterWrites(0);
        assertThatThrownBy(() -> books.books().sealing().checkpoint(harness().unitOfWork()))
                .isInstanceOf(InjectedFault.class);
        assertThat(merkle()).hasSize((int) before);
        books.books().sealing().checkpoint(harness().unitOfWork());
        assertThat(merkle()).hasSize((int) before + 1);

        CheckpointStore store = FaultyPorts.of(harness().checkpoints(), faults);
        Checkpoint checkpoint = books.index().checkpoint();
        faults.crashAfterWrites(0);
        assertThatThrownBy(() -> store.save(checkpoint)).isInstanceOf(InjectedFault.class);
        assertThat(store.newest()).isNotEqualTo(Optional.of(checkpoint));
        store.save(checkpoint);
        store.save(checkpoint);
        assertThat(store.newest()).contains(checkpoint);
    }

    private ImmutableList<MerkleCheckpoint> merkle() {
        MutableList<MerkleCheckpoint> found = Lists.mutable.empty();
        harness().seals().forEachCheckpoint(found::add);
        return found.toImmutable();
    }
}
