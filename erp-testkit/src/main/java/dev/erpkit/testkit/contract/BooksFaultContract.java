package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.BatchOutcome;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.fault.Deliveries;
import dev.erpkit.testkit.fault.InjectedFault;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What the services must do on every adapter when something breaks: a command that is sent again under the same id has had
 * exactly one effect in the end, whether its reply was lost, the process died before the commit, or ahead of any of its
 * writes; and so it has when a messenger delivers it twice or behind others that were sent later.
 *
 * <p>The journal of the harness must have been written by services alone, because each entry is sealed after the one before;
 * give this contract stores of its own.
 */
public abstract class BooksFaultContract extends FaultsBesideEntries {
    /** For adapters. */
    protected BooksFaultContract() {}

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_1_an_entry_is_posted_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = Fresh.key("sale");
            return () -> books.books().post(BooksRoom.sale(id, 100), KitBooks.CLERK);
        });
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_2_a_claim_is_posted_with_its_item_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = Fresh.key("claim");
            return () -> books.books().post(BooksRoom.claim(id, 100), KitBooks.CLERK);
        });
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_3_an_entry_is_reversed_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = Fresh.key("sale");
            books.books().post(BooksRoom.sale(id, 100), KitBooks.CLERK).orElseThrow();
            return () ->
                    books.books().reverse(EntryId.of(id), EntryId.of(id + "-reversed"), BooksRoom.DAY, KitBooks.CLERK);
        });
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_4_items_are_matched_and_unmatched_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = pair(books);
            return () -> books.matching()
                    .match(BooksRoom.match(id, id + "-claim", id + "-payment"), BooksRoom.matching(), KitBooks.CLERK);
        });
        exactlyOnce(() -> {
            String id = pair(books);
            books.matching()
                    .match(BooksRoom.match(id, id + "-claim", id + "-payment"), BooksRoom.matching(), KitBooks.CLERK)
                    .orElseThrow();
            return () -> books.matching().undo(MatchId.of(id + "-undo"), MatchId.of(id), BooksRoom.DAY, KitBooks.CLERK);
        });
    }

    private static String pair(KitBooks books) {
        String id = Fresh.key("pair");
        books.books().post(BooksRoom.claim(id + "-claim", 100), KitBooks.CLERK).orElseThrow();
        books.books()
                .post(BooksRoom.claim(id + "-payment", -60), KitBooks.CLERK)
                .orElseThrow();
        return id;
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_5_a_reservation_is_settled_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = Fresh.key("reservation");
            books.reservations()
                    .reserve(BooksRoom.sale(id, 100), Optional.empty(), KitBooks.CLERK)
                    .orElseThrow();
            return () -> books.reservations().settle(EntryId.of(id), EntryId.of(id + "-settled"), KitBooks.CLERK);
        });
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_6_a_lock_that_did_not_commit_does_not_hold() {
        KitBooks books = faulty();
        LockScope scope = LockScope.of(Fresh.key("s").substring(0, 30));
        faults.crashBeforeCommit();
        assertThatThrownBy(() -> books.periods().lock(BookId.MAIN, scope, BooksRoom.DAY, KitBooks.CLERK))
                .isInstanceOf(InjectedFault.class);
        assertThat(books.periods().current().lockedThrough(BookId.MAIN, scope)).isEmpty();
        assertThat(books.periods()
                        .lock(BookId.MAIN, scope, BooksRoom.DAY, KitBooks.CLERK)
                        .isAccepted())
                .isTrue();
        assertThat(books.periods().current().lockedThrough(BookId.MAIN, scope)).contains(BooksRoom.DAY);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_7_the_index_never_counts_what_did_not_commit() {
        KitBooks books = faulty();
        long before = books.index().base(BookId.MAIN, AccountId.of("1000"), BooksRoom.DAY);
        faults.crashBeforeCommit();
        assertThatThrownBy(() -> books.books().post(BooksRoom.sale(Fresh.key("lost"), 7), KitBooks.CLERK))
                .isInstanceOf(InjectedFault.class);
        assertThat(books.index().base(BookId.MAIN, AccountId.of("1000"), BooksRoom.DAY))
                .isEqualTo(before);
        assertThat(books.index().position()).isEqualTo(harness().journal().lastPosition());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_8_a_linked_batch_is_posted_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = Fresh.key("batch");
            Batch batch = Batch.atomic(Lists.immutable.of(
                    BooksRoom.sale(id + "-1", 10), BooksRoom.claim(id + "-2", 20), BooksRoom.sale(id + "-3", 30)));
            return () -> worst(books.books().post(batch, KitBooks.CLERK));
        });
    }

    private static Outcome<?> worst(BatchOutcome outcome) {
        return outcome.outcomes()
                .detectOptional(o -> !o.isAccepted())
                .orElse(outcome.outcomes().getFirst());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_9_a_match_is_recorded_with_the_entry_of_its_exchange_difference_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = Fresh.key("dollars");
            books.books()
                    .post(BooksRoom.dollars(id + "-claim", 100, 15_000), KitBooks.CLERK)
                    .orElseThrow();
            books.books()
                    .post(BooksRoom.dollars(id + "-payment", -60, -9_300), KitBooks.CLERK)
                    .orElseThrow();
            return () -> books.matching()
                    .match(BooksRoom.match(id, id + "-claim", id + "-payment"), BooksRoom.matching(), KitBooks.CLERK);
        });
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void books_1_10_an_entry_is_reversed_with_its_matches_exactly_once() {
        KitBooks books = faulty();
        exactlyOnce(() -> {
            String id = pair(books);
            books.matching()
                    .match(BooksRoom.match(id, id + "-claim", id + "-payment"), BooksRoom.matching(), KitBooks.CLERK)
                    .orElseThrow();
            return () -> books.books()
                    .matchedReversal()
                    .reverse(EntryId.of(id + "-claim"), EntryId.of(id + "-back"), BooksRoom.DAY, KitBooks.CLERK);
        });
    }

    @Test
    void books_2_1_the_same_id_with_other_content_is_refused_and_changes_nothing() {
        KitBooks books = faulty();
        String id = Fresh.key("sale");
        books.books().post(BooksRoom.sale(id, 100), KitBooks.CLERK).orElseThrow();
        Size before = size();
        Outcome<?> other = books.books().post(BooksRoom.sale(id, 101), KitBooks.CLERK);
        assertThat(other.refusal().orElseThrow().code().value()).isEqualTo("entry.id-reused");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void books_2_2_commands_that_do_not_depend_on_each_other_may_come_in_any_order() {
        KitBooks books = faulty();
        String key = Fresh.key("order");
        books.books().post(BooksRoom.sale(key + "-2", 20), KitBooks.CLERK).orElseThrow();
        books.books().post(BooksRoom.sale(key + "-1", 10), KitBooks.CLERK).orElseThrow();
        Size before = size();
        Outcome<?> late = books.books().post(BooksRoom.sale(key + "-2", 20), KitBooks.CLERK);
        assertThat(late instanceof Outcome.Accepted<?> accepted && accepted.replayed())
                .isTrue();
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void books_2_3_what_a_messenger_delivers_again_and_in_any_order_is_done_once() {
        KitBooks books = faulty();
        for (long seed = 0; seed < 6; seed++) {
            String key = Fresh.key("messages");
            ImmutableList<Supplier<Outcome<?>>> messages = messages(books, key);
            Size before = size();
            MutableList<Supplier<Outcome<?>>> waiting =
                    Deliveries.atLeastOnce(messages, seed).toList();
            for (int round = 0; waiting.notEmpty(); round++) {
                assertThat(round).as("every message finds its turn").isLessThan(messages.size());
                waiting.removeIf(message -> message.get().isAccepted());
            }
            assertThat(size().entries() - before.entries()).isEqualTo(5);
            assertThat(size().matches() - before.matches()).isEqualTo(2);
            assertThat(size().openReservations()).isEqualTo(before.openReservations());
        }
    }

    /** Commands of which some need others: until those have come they are refused, and delivered again later. */
    private static ImmutableList<Supplier<Outcome<?>>> messages(KitBooks books, String key) {
        EntryId sale = EntryId.of(key + "-sale");
        EntryId reserved = EntryId.of(key + "-reserved");
        return Lists.immutable.of(
                () -> books.books().post(BooksRoom.claim(key + "-claim", 100), KitBooks.CLERK),
                () -> books.books().post(BooksRoom.claim(key + "-payment", -60), KitBooks.CLERK),
                () -> books.matching()
                        .match(
                                BooksRoom.match(key, key + "-claim", key + "-payment"),
                                BooksRoom.matching(),
                                KitBooks.CLERK),
                () -> books.matching().undo(MatchId.of(key + "-undo"), MatchId.of(key), BooksRoom.DAY, KitBooks.CLERK),
                () -> books.books().post(BooksRoom.sale(sale.value(), 10), KitBooks.CLERK),
                () -> books.books().reverse(sale, EntryId.of(key + "-back"), BooksRoom.DAY, KitBooks.CLERK),
                () -> books.reservations()
                        .reserve(BooksRoom.sale(reserved.value(), 5), Optional.empty(), KitBooks.CLERK),
                () -> books.reservations().settle(reserved, EntryId.of(key + "-settled"), KitBooks.CLERK));
    }

    @Test
    @Requires(Capability.DURABLE)
    void books_3_1_a_command_that_is_sent_again_after_a_restart_has_no_second_effect() {
        String id = Fresh.key("sale");
        faulty().books().post(BooksRoom.sale(id, 100), KitBooks.CLERK).orElseThrow();
        Size before = size();
        BooksHarness again = harness().reopened();
        Outcome<?> outcome =
                BooksRoom.over(again, again.stores()).books().post(BooksRoom.sale(id, 100), KitBooks.CLERK);
        assertThat(outcome instanceof Outcome.Accepted<?> accepted && accepted.replayed())
                .isTrue();
        assertThat(size()).isEqualTo(before);
    }
}
