package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.fault.Faults;
import dev.erpkit.testkit.fault.FaultyPorts;
import dev.erpkit.testkit.fault.InjectedFault;
import dev.erpkit.testkit.invariant.JournalInvariants;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What the services must do on every adapter when something breaks: a command that is sent again under the same id has had
 * exactly one effect in the end, whether its reply was lost, the process died before the commit, or between two writes.
 *
 * <p>The journal of the harness must have been written by services alone, because each entry is sealed after the one before;
 * give this contract stores of its own.
 */
public abstract class BooksFaultContract extends PortContract<BooksHarness> {
    private static final int MOST_WRITES = 12;

    private final Faults faults = new Faults();

    /** For adapters. */
    protected BooksFaultContract() {}

    private KitBooks faulty() {
        return BooksRoom.over(harness(), FaultyPorts.of(harness().stores(), faults));
    }

    private record Size(long entries, long matches, long facts, long told) {}

    private Size size() {
        return new Size(
                harness().journal().lastPosition(),
                harness().openItems().lastSequence(),
                harness().periods().size(),
                harness().told().size());
    }

    /** Sends a command into every fault, on fresh ids each time, and again until it succeeds. */
    private void exactlyOnce(Supplier<Supplier<Outcome<?>>> fresh) {
        Supplier<Outcome<?>> undisturbed = fresh.get();
        Size start = size();
        assertThat(undisturbed.get().isAccepted()).isTrue();
        Size one = grown(start, size());
        lostReply(fresh.get(), one);
        crashBeforeCommit(fresh.get(), one);
        for (int writes = 0; writes < MOST_WRITES; writes++) {
            crashAfterWrites(fresh.get(), writes, one);
        }
        assertThat(JournalInvariants.numbersAreGapless(
                        dev.erpkit.testkit.books.Journals.of(harness().journal())))
                .isEmpty();
    }

    private static Size grown(Size from, Size to) {
        return new Size(
                to.entries() - from.entries(),
                to.matches() - from.matches(),
                to.facts() - from.facts(),
                to.told() - from.told());
    }

    private void lostReply(Supplier<Outcome<?>> command, Size one) {
        Size before = size();
        faults.loseReply();
        assertThatThrownBy(command::get).isInstanceOf(InjectedFault.class);
        assertThat(grown(before, size())).as("what was committed stays").isEqualTo(one);
        assertThat(command.get().isAccepted()).isTrue();
        assertThat(grown(before, size())).as("one effect").isEqualTo(one);
    }

    private void crashBeforeCommit(Supplier<Outcome<?>> command, Size one) {
        Size before = size();
        faults.crashBeforeCommit();
        assertThatThrownBy(command::get).isInstanceOf(InjectedFault.class);
        assertThat(size()).as("nothing stays").isEqualTo(before);
        assertThat(command.get().isAccepted()).isTrue();
        assertThat(grown(before, size())).as("one effect").isEqualTo(one);
    }

    private void crashAfterWrites(Supplier<Outcome<?>> command, int writes, Size one) {
        Size before = size();
        faults.crashAfterWrites(writes);
        boolean struck = false;
        try {
            var unused = command.get();
        } catch (InjectedFault fault) {
            struck = true;
            assertThat(size()).as("nothing stays").isEqualTo(before);
        }
        assertThat(faults.disarm())
                .as("a fault that never struck is taken back")
                .isEqualTo(!struck);
        assertThat(command.get().isAccepted()).isTrue();
        assertThat(grown(before, size())).as("one effect").isEqualTo(one);
    }

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
        long before = books.index().base(BookId.MAIN, dev.erpkit.accounting.chart.AccountId.of("1000"), BooksRoom.DAY);
        faults.crashBeforeCommit();
        assertThatThrownBy(() -> books.books().post(BooksRoom.sale(Fresh.key("lost"), 7), KitBooks.CLERK))
                .isInstanceOf(InjectedFault.class);
        assertThat(books.index().base(BookId.MAIN, dev.erpkit.accounting.chart.AccountId.of("1000"), BooksRoom.DAY))
                .isEqualTo(before);
        assertThat(books.index().position()).isEqualTo(harness().journal().lastPosition());
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
