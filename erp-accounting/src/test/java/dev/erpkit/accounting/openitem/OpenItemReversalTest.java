package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class OpenItemReversalTest {
    private final ItemBooks books = new ItemBooks(EUR);
    private final ItemId invoice = books.item("invoice", DAY, USD, 100, 90);
    private final ItemId payment = books.item("payment", DAY, USD, -30, -30);
    private final MatchedReversal withMatches =
            new MatchedReversal(books.log, books.journal, books.matching, books.posting, books.unitOfWork);

    private static RefusalCode code(Outcome<?> outcome) {
        return outcome.refusal().map(Refusal::code).orElseThrow();
    }

    private Outcome<PostedEntry> reverseWithMatches(LocalDate date) {
        return withMatches.reverse(EntryId.of("invoice"), EntryId.of("reversal"), date, CLERK);
    }

    @Test
    void an_item_and_its_reversal_settle_each_other() {
        books.reverse("invoice", "reversal", DAY.plusDays(3)).orElseThrow();
        ItemHistory history = books.log.find(invoice).orElseThrow();
        assertThat(history.residual(DAY.plusDays(2)).open()).isTrue();
        assertThat(history.residual(DAY.plusDays(3)).open()).isFalse();
        assertThat(books.open(ItemId.of("reversal", 0)).open()).isFalse();
    }

    @Test
    void the_reversal_of_a_reversal_opens_the_item_again() {
        books.reverse("invoice", "reversal", DAY.plusDays(3)).orElseThrow();
        books.reverse("reversal", "again", DAY.plusDays(5)).orElseThrow();
        assertThat(books.open(ItemId.of("reversal", 0)).open()).isFalse();
        long open = books.open(invoice).amountMinor()
                + books.open(ItemId.of("again", 0)).amountMinor();
        assertThat(open).isEqualTo(100);
        assertThat(books.open(invoice)).isEqualTo(new Residual(100, 90));
        assertThat(books.match("m", DAY.plusDays(5), invoice, payment).isAccepted())
                .isTrue();
    }

    @Test
    void an_entry_with_matched_items_is_not_reversed_until_they_are_un_matched() {
        books.match("m", DAY, invoice, payment).orElseThrow();
        Outcome<PostedEntry> refused = books.reverse("invoice", "reversal", DAY);
        assertThat(code(refused)).isEqualTo(MatchRefusals.MATCHED);
        assertThat(refused.refusal().orElseThrow().facts().get("matches")).isEqualTo("m");
        assertThat(books.journal.find(EntryId.of("reversal"))).isEmpty();

        books.matching.undo(MatchId.of("u"), MatchId.of("m"), DAY, CLERK).orElseThrow();
        assertThat(books.reverse("invoice", "reversal", DAY).isAccepted()).isTrue();
        assertThat(books.open(invoice).open()).isFalse();
    }

    @Test
    void an_entry_is_reversed_together_with_its_matches() {
        books.match("m", DAY.plusDays(2), invoice, payment).orElseThrow();
        PostedEntry reversal = reverseWithMatches(DAY).orElseThrow();
        assertThat(books.open(invoice).open()).isFalse();
        assertThat(books.open(ItemId.of("reversal", 0)).open()).isFalse();
        assertThat(books.open(payment)).isEqualTo(new Residual(-30, -30));
        assertThat(books.base("receivable", LocalDate.MAX, Long.MAX_VALUE, true))
                .isEqualTo(-30);
        assertThat(reverseWithMatches(DAY)).isEqualTo(Outcome.replayed(reversal));
    }

    @Test
    void a_reversal_that_is_refused_leaves_the_matches_in_force() {
        books.match("m", DAY.plusDays(2), invoice, payment).orElseThrow();
        long position = books.journal.lastPosition();
        books.lockedThrough = DAY.plusDays(1);
        assertThat(code(reverseWithMatches(DAY))).isEqualTo(RefusalCode.of("period.locked"));
        assertThat(books.log.lastSequence()).isEqualTo(1);
        assertThat(books.journal.lastPosition()).isEqualTo(position);
        assertThat(books.open(payment).open()).isFalse();
    }

    @Test
    void the_entry_of_a_match_is_not_reversed_by_itself() {
        books.match("m", DAY, invoice, payment).orElseThrow();
        assertThat(code(books.reverse("match/m", "reversal", DAY))).isEqualTo(MatchRefusals.BELONGS_TO_MATCH);
    }

    private JournalEntry.Builder adjusting(String id, Optional<PartyId> party, long amount) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id)
                .date(DAY)
                .lines(Lists.immutable.of(
                        books.line("receivable", party, USD, amount, 5),
                        books.line("sales", Optional.empty(), USD, -amount, -5)));
        return entry;
    }

    @Test
    void base_only_lines_on_control_accounts_are_left_to_matching_and_revaluation() {
        JournalEntry.Builder entry = adjusting("base-only", Optional.of(PartyId.of("customer")), 0);
        assertThat(code(books.post(entry.build(), CLERK))).isEqualTo(RefusalCode.of("account.base-only"));
        entry.kind(EntryKind.REVALUATION);
        books.post(entry.build(), CLERK).orElseThrow();
        books.reverse("base-only", "reversal", DAY).orElseThrow();
        assertThat(books.log.find(ItemId.of("base-only", 0))).isEmpty();
        assertThat(books.log.find(ItemId.of("reversal", 0))).isEmpty();
    }

    @Test
    void a_control_line_with_an_amount_names_a_party() {
        assertThat(code(books.post(adjusting("nobody", Optional.empty(), 7).build(), CLERK)))
                .isEqualTo(RefusalCode.of("account.party-missing"));
    }
}
