package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.invariant.JournalInvariants;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/**
 * What the services must do on every adapter when real threads meet: what a decision has read still holds when it commits.
 * The journal of the harness must have been written by services alone; give this contract stores of its own.
 */
public abstract class BooksRaceContract extends PortContract<BooksHarness> {
    private static final int ROUNDS = 5;
    private static final int THREADS = 4;

    /** For adapters. */
    protected BooksRaceContract() {}

    private KitBooks books() {
        return BooksRoom.over(harness(), harness().stores());
    }

    private static <T> ImmutableList<Outcome<T>> outcomes(ImmutableList<AtOnce.Ended<Outcome<T>>> ends) {
        assertThat(AtOnce.failures(ends)).isEmpty();
        return ends.collect(end -> java.util.Objects.requireNonNull(end.value()));
    }

    private static long accepted(ImmutableList<? extends Outcome<?>> outcomes) {
        return outcomes.count(Outcome::isAccepted);
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_1_1_one_id_posted_by_all_at_once_is_one_entry_for_all() {
        KitBooks books = books();
        for (int round = 0; round < ROUNDS; round++) {
            JournalEntry entry = BooksRoom.sale(Fresh.key("sale"), 100);
            long before = harness().journal().lastPosition();
            ImmutableList<Outcome<PostedEntry>> all =
                    outcomes(AtOnce.run(THREADS, i -> books.books().post(entry, KitBooks.CLERK)));
            assertThat(all.collect(Outcome::orElseThrow).distinct()).hasSize(1);
            assertThat(harness().journal().lastPosition()).isEqualTo(before + 1);
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_1_2_numbers_have_no_gap_when_some_postings_are_refused() {
        KitBooks books = books();
        AtOnce.run(THREADS, thread -> {
            for (int i = 0; i < 10; i++) {
                JournalEntry sale = BooksRoom.sale(Fresh.key("sale"), 100);
                books.books().post(sale, KitBooks.CLERK);
                books.books().post(BooksRoom.sale(sale.id().value(), 999), KitBooks.CLERK);
            }
            return thread;
        });
        ImmutableList<PostedEntry> journal = Journals.of(harness().journal());
        assertThat(JournalInvariants.numbersAreGapless(journal)).isEmpty();
        assertThat(JournalInvariants.positionsFollow(journal)).isEmpty();
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_2_1_a_limit_is_never_passed_by_postings_at_once() {
        KitBooks books = books();
        for (int round = 0; round < ROUNDS; round++) {
            String purse = BooksRoom.purse(books, 100);
            ImmutableList<Outcome<PostedEntry>> all = outcomes(AtOnce.run(
                    THREADS, i -> books.books().post(BooksRoom.spend(Fresh.key("spend"), purse, 60), KitBooks.CLERK)));
            assertThat(accepted(all)).isEqualTo(1);
            assertThat(books.books().balance(purse, BooksRoom.DAY)).isEqualTo(BooksRoom.yen(40));
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_2_2_the_last_piece_is_reserved_by_one() {
        KitBooks books = books();
        for (int round = 0; round < ROUNDS; round++) {
            String purse = BooksRoom.purse(books, 100);
            ImmutableList<Outcome<Reservation>> all = outcomes(AtOnce.run(
                    THREADS,
                    i -> books.reservations()
                            .reserve(
                                    BooksRoom.spend(Fresh.key("reserve"), purse, 60),
                                    Optional.empty(),
                                    KitBooks.CLERK)));
            assertThat(accepted(all)).isEqualTo(1);
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_2_3_a_reservation_is_settled_or_released_once() {
        KitBooks books = books();
        for (int round = 0; round < ROUNDS; round++) {
            String id = Fresh.key("reservation");
            books.reservations()
                    .reserve(BooksRoom.sale(id, 100), Optional.empty(), KitBooks.CLERK)
                    .orElseThrow();
            long before = harness().journal().lastPosition();
            ImmutableList<Outcome<String>> all = outcomes(AtOnce.run(
                    3,
                    i -> i == 0
                            ? books.reservations()
                                    .release(EntryId.of(id), KitBooks.CLERK)
                                    .map(r -> "released")
                            : books.reservations()
                                    .settle(EntryId.of(id), EntryId.of(id + "-" + i), KitBooks.CLERK)
                                    .map(p -> "settled")));
            assertThat(accepted(all)).isEqualTo(1);
            boolean settled =
                    all.select(Outcome::isAccepted).getOnly().orElseThrow().equals("settled");
            assertThat(harness().journal().lastPosition()).isEqualTo(before + (settled ? 1 : 0));
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_3_1_nothing_is_posted_under_a_lock_that_was_there_before() {
        KitBooks books = books();
        for (int round = 0; round < ROUNDS; round++) {
            long day = round;
            ImmutableList<Outcome<Long>> all = outcomes(AtOnce.run(
                    THREADS,
                    i -> i == 0
                            ? books.periods()
                                    .lock(
                                            BookId.MAIN,
                                            LockScope.of("locked"),
                                            nextLock(books).plusDays(day),
                                            KitBooks.CLERK)
                                    .map(PeriodFact::afterEntry)
                            : books.books()
                                    .post(BooksRoom.in("locked", BooksRoom.sale(Fresh.key("race"), 1)), KitBooks.CLERK)
                                    .map(PostedEntry::position)));
            Outcome<Long> lock = all.getFirst();
            for (Outcome<Long> posted : all.drop(1).select(Outcome::isAccepted)) {
                if (lock.isAccepted()) {
                    assertThat(posted.orElseThrow()).isLessThanOrEqualTo(lock.orElseThrow());
                }
            }
        }
    }

    private static java.time.LocalDate nextLock(KitBooks books) {
        return books.periods()
                .current()
                .lockedThrough(BookId.MAIN, LockScope.of("locked"))
                .map(last -> last.plusDays(1))
                .orElse(BooksRoom.DAY);
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_4_1_one_open_item_is_consumed_by_one_match() {
        KitBooks books = books();
        for (int round = 0; round < ROUNDS; round++) {
            String key = Fresh.key("contested");
            books.books().post(BooksRoom.claim(key, 100), KitBooks.CLERK).orElseThrow();
            for (int i = 0; i < THREADS; i++) {
                books.books()
                        .post(BooksRoom.claim(key + "-" + i, -100), KitBooks.CLERK)
                        .orElseThrow();
            }
            ImmutableList<Outcome<Match>> all = outcomes(AtOnce.run(
                    THREADS,
                    i -> books.matching()
                            .match(
                                    BooksRoom.match(key + "-m" + i, key, key + "-" + i),
                                    BooksRoom.matching(),
                                    KitBooks.CLERK)));
            assertThat(accepted(all)).isEqualTo(1);
            assertThat(harness()
                            .openItems()
                            .find(ItemId.of(key, 0))
                            .orElseThrow()
                            .residual())
                    .isEqualTo(Residual.NONE);
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void race_4_2_an_entry_is_reversed_by_one() {
        KitBooks books = books();
        for (int round = 0; round < ROUNDS; round++) {
            String id = Fresh.key("sale");
            books.books().post(BooksRoom.sale(id, 100), KitBooks.CLERK).orElseThrow();
            ImmutableList<Outcome<PostedEntry>> all = outcomes(AtOnce.run(
                    THREADS,
                    i -> books.books()
                            .reverse(EntryId.of(id), EntryId.of(id + "-" + i), BooksRoom.DAY, KitBooks.CLERK)));
            assertThat(accepted(all)).isEqualTo(1);
        }
    }
}
