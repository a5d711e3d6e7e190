package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.party.PartyId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class OpenItemReversalTest {
    private final ItemBooks books = new ItemBooks(EUR);
    private final ItemId invoice = books.item("invoice", DAY, USD, 100, 90);

    private PostedEntry entry(String id) {
        return books.journal.find(EntryId.of(id)).orElseThrow();
    }

    private Optional<Refusal> check(MatchedItemsRule rule, String id) {
        return new ReversalGuard(books.log, books.matching, rule).check(entry(id), DAY, CLERK);
    }

    @Test
    void an_item_and_its_reversal_settle_each_other() {
        books.reverse("invoice", "reversal", DAY.plusDays(3));
        ItemHistory history = books.log.find(invoice).orElseThrow();
        assertThat(history.residual(DAY.plusDays(2)).open()).isTrue();
        assertThat(history.residual(DAY.plusDays(3)).open()).isFalse();
        assertThat(books.open(ItemId.of("reversal", 0)).open()).isFalse();
    }

    @Test
    void a_reversal_of_a_partly_matched_entry_leaves_both_open() {
        books.match("m", DAY, invoice, books.item("payment", DAY, USD, -30, -27)).orElseThrow();
        books.reverse("invoice", "reversal", DAY);
        assertThat(books.open(invoice)).isEqualTo(new Residual(70, 63));
        assertThat(books.open(ItemId.of("reversal", 0))).isEqualTo(new Residual(-100, -90));
    }

    @Test
    void an_entry_with_matched_items_is_not_reversed() {
        books.match("m", DAY, invoice, books.item("payment", DAY, USD, -30, -30)).orElseThrow();
        assertThat(check(MatchedItemsRule.REFUSE, "invoice")).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(MatchRefusals.MATCHED);
            assertThat(refusal.facts().get("matches")).isEqualTo("m");
        });
        books.matching.undo(MatchId.of("u"), MatchId.of("m"), DAY, CLERK).orElseThrow();
        assertThat(check(MatchedItemsRule.REFUSE, "invoice")).isEmpty();
    }

    @Test
    void by_policy_matches_are_undone_and_the_reversal_settles_the_entry() {
        books.match("m", DAY.plusDays(2), invoice, books.item("payment", DAY, USD, -30, -30))
                .orElseThrow();
        assertThat(check(MatchedItemsRule.UNDO, "invoice")).isEmpty();
        assertThat(books.open(invoice)).isEqualTo(new Residual(100, 90));
        books.reverse("invoice", "reversal", DAY);
        assertThat(books.open(invoice).open()).isFalse();
        assertThat(books.open(ItemId.of("reversal", 0)).open()).isFalse();
        assertThat(books.open(ItemId.of("payment", 0))).isEqualTo(new Residual(-30, -30));
    }

    @Test
    void the_entry_of_a_match_is_not_reversed_by_itself() {
        books.match("m", DAY, invoice, books.item("payment", DAY, USD, -30, -30)).orElseThrow();
        assertThat(check(MatchedItemsRule.UNDO, "match/m").map(Refusal::code)).contains(MatchRefusals.BELONGS_TO_MATCH);
    }

    @Test
    void base_only_lines_on_control_accounts_are_left_to_matching() {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id("base-only").date(DAY).lines(Lists.immutable.of(
                books.line("receivable", Optional.of(PartyId.of("customer")), USD, 0, 5),
                books.line("sales", Optional.empty(), EUR, 0, -5)));
        long position = books.journal.lastPosition();

        assertThatThrownBy(() -> books.post(entry.build(), CLERK))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo(MatchRefusals.BASE_ONLY));
        assertThat(books.journal.lastPosition()).isEqualTo(position);

        entry.kind(EntryKind.REVALUATION);
        books.post(entry.build(), CLERK).orElseThrow();
        books.reverse("base-only", "reversal", DAY);
        assertThat(books.log.find(ItemId.of("base-only", 0))).isEmpty();
        assertThat(books.log.find(ItemId.of("reversal", 0))).isEmpty();
    }

    @Test
    void a_control_line_names_a_party() {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id("nobody").date(DAY).lines(Lists.immutable.of(
                books.line("receivable", Optional.empty(), EUR, 5, 5),
                books.line("sales", Optional.empty(), EUR, -5, -5)));
        assertThatThrownBy(() -> books.post(entry.build(), CLERK))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(MatchRefusals.PARTY_MISSING));
        assertThat(books.journal.find(EntryId.of("nobody"))).isEmpty();
    }
}
