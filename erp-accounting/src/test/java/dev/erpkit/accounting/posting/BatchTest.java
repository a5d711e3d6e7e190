package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.posting.Batch.Element;
import dev.erpkit.core.outcome.Outcome;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Desk desk = new Desk();

    private static Element linked(String id, String debit) {
        return new Element(entry(id, debit, "sales", 1), true);
    }

    private static Element last(String id, String debit) {
        return new Element(entry(id, debit, "sales", 1), false);
    }

    private BatchOutcome send(Element... elements) {
        return desk.books.post(new Batch(Lists.immutable.with(elements)), POSTER);
    }

    private static Iterable<String> codes(BatchOutcome outcome) {
        return outcome.outcomes().collect(Desk::code);
    }

    @Test
    void ledger_core_011_an_open_chain_at_the_end_of_a_batch_is_refused_and_the_rest_is_posted() {
        BatchOutcome outcome = send(last("A", "cash"), linked("B", "cash"));

        assertThat(codes(outcome)).containsExactly("accepted", "batch.chain-open");
        assertThat(desk.journal()).extracting(posted -> posted.id().value()).containsExactly("A");
    }

    @Test
    void an_open_chain_fails_as_a_whole() {
        BatchOutcome outcome = send(linked("A", "cash"), linked("B", "cash"));

        assertThat(codes(outcome)).containsExactly("batch.linked-failed", "batch.chain-open");
        assertThat(desk.journal()).isEmpty();
    }

    @Test
    void a_chain_fails_as_a_whole_with_one_root_cause_and_others_do_not_care() {
        BatchOutcome outcome = send(
                last("A", "cash"),
                linked("B", "cash"),
                linked("C", "nowhere"),
                linked("D", "heading"),
                last("E", "cash"),
                linked("F", "cash"),
                last("G", "cash"));

        assertThat(codes(outcome))
                .containsExactly(
                        "accepted",
                        "batch.linked-failed",
                        "account.unknown",
                        "batch.linked-failed",
                        "batch.linked-failed",
                        "accepted",
                        "accepted");
        assertThat(outcome.rootCauses()).hasSize(1);
        assertThat(desk.journal()).extracting(posted -> posted.id().value()).containsExactly("A", "F", "G");
        assertThat(desk.journal())
                .extracting(posted -> posted.number().number())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_entry_that_comes_twice_is_posted_once() {
        JournalEntry entry = entry("A", "cash", "sales", 1);

        BatchOutcome outcome = desk.books.post(Batch.atomic(Lists.immutable.of(entry, entry)), POSTER);

        assertThat(desk.journal()).hasSize(1);
        assertThat(outcome.outcomes().castToList())
                .containsExactly(
                        Outcome.accepted(desk.journal().get(0)),
                        Outcome.replayed(desk.journal().get(0)));
    }

    @Test
    void an_id_with_two_contents_in_one_batch_is_refused() {
        BatchOutcome outcome = desk.books.post(
                Batch.independent(Lists.immutable.of(entry("A", "cash", "sales", 1), entry("A", "cash", "sales", 2))),
                POSTER);

        assertThat(codes(outcome)).containsExactly("accepted", "entry.id-reused");
    }

    @Test
    void an_id_of_a_chain_that_failed_is_free_again() {
        BatchOutcome outcome = send(linked("A", "cash"), last("B", "nowhere"), last("A", "bank"));

        assertThat(codes(outcome)).containsExactly("batch.linked-failed", "account.unknown", "accepted");
    }

    @Test
    void a_batch_sent_again_gives_the_same_facts() {
        Batch batch = Batch.atomic(Lists.immutable.of(entry("A", "cash", "sales", 1), entry("B", "cash", "sales", 2)));
        BatchOutcome first = desk.books.post(batch, POSTER);

        BatchOutcome again = desk.books.post(batch, POSTER);

        assertThat(again.outcomes())
                .isEqualTo(first.outcomes().collect(outcome -> Outcome.replayed(outcome.orElseThrow())));
        assertThat(desk.journal()).hasSize(2);
    }

    @Test
    void a_preview_shows_what_posting_gives_and_changes_nothing() {
        Batch batch = Batch.independent(Lists.immutable.of(
                entry("A", "cash", "sales", 1), entry("B", "nowhere", "sales", 2), entry("C", "cash", "sales", 3)));

        BatchOutcome preview = desk.books.posting().previewAll(batch, POSTER);

        assertThat(desk.journal()).isEmpty();
        assertThat(desk.books.post(batch, POSTER)).isEqualTo(preview);
    }
}
