package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.DAY;
import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.code;
import static dev.erpkit.accounting.posting.Desk.draft;
import static dev.erpkit.accounting.posting.Desk.entry;
import static dev.erpkit.accounting.posting.Desk.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.outcome.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReversalTest {
    private final Desk desk = new Desk();

    @Test
    void ledger_core_022_the_date_of_a_reversal_is_chosen_and_a_closed_period_takes_none() {
        LocalDate sold = LocalDate.of(2021, 3, 15);
        PostedEntry original =
                desk.post(entry("sale", sold, "cash", "sales", 400)).orElseThrow();
        desk.books
                .periods()
                .lock(BookId.MAIN, LockScope.ALL, LocalDate.of(2021, 3, 31), POSTER)
                .orElseThrow();

        Outcome<PostedEntry> late = desk.reverse("sale", "void", sold);
        PostedEntry reversal =
                desk.reverse("sale", "void", LocalDate.of(2022, 1, 1)).orElseThrow();

        assertThat(code(late)).isEqualTo("period.locked");
        assertThat(desk.balance("cash", LocalDate.of(2021, 12, 31))).isEqualTo(400);
        assertThat(desk.balance("cash", LocalDate.of(2022, 1, 1))).isZero();
        assertThat(desk.journal().get(0)).isEqualTo(original);
        assertThat(reversal.entry().kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(reversal.entry().reverses()).contains(EntryId.of("sale"));
        assertThat(desk.books.stores().journal().reversalOf(EntryId.of("sale"))).contains(EntryId.of("void"));
    }

    @Test
    void an_entry_is_reversed_at_most_once() {
        desk.post(entry("sale", "cash", "sales", 1)).orElseThrow();
        Outcome<PostedEntry> first = desk.reverse("sale", "void", DAY);

        Outcome<PostedEntry> second = desk.reverse("sale", "void-2", DAY);

        assertThat(code(second)).isEqualTo("entry.already-reversed");
        assertThat(second.refusal().orElseThrow().facts().get("reversal")).isEqualTo("void");
        assertThat(desk.reverse("sale", "void", DAY)).isEqualTo(Outcome.replayed(first.orElseThrow()));
    }

    @Test
    void reversing_the_reversal_restores_the_lines_of_the_original() {
        PostedEntry original = desk.post(entry("sale", "cash", "sales", 7)).orElseThrow();
        desk.reverse("sale", "void", DAY).orElseThrow();

        PostedEntry restored = desk.reverse("void", "restored", DAY).orElseThrow();

        assertThat(restored.entry().lines()).isEqualTo(original.entry().lines());
        assertThat(code(desk.reverse("sale", "again", DAY))).isEqualTo("entry.already-reversed");
        assertThat(code(desk.reverse("restored", "again", DAY))).isEqualTo("accepted");
        assertThat(desk.balance("cash", DAY)).isZero();
    }

    @Test
    void a_reversal_takes_back_from_an_account_that_takes_nothing_new() {
        desk.post(entry("old", LocalDate.of(2025, 12, 1), "past", "cash", 5)).orElseThrow();
        assertThat(code(desk.post(entry("new", "past", "cash", 5)))).isEqualTo("account.not-valid");
        assertThat(code(desk.reverse("old", "void", DAY))).isEqualTo("accepted");
        assertThat(desk.balance("past", DAY)).isZero();
    }

    @Test
    void free_texts_stay_with_the_original() {
        JournalLine noted = JournalLine.builder()
                .from(JournalLine.of("cash", yen(1)))
                .note("Mr X")
                .build();
        desk.post(draft("sale", DAY)
                        .narrative("for Mr X")
                        .add(noted)
                        .credit("sales", yen(1))
                        .build())
                .orElseThrow();

        JournalEntry reversal = desk.reverse("sale", "void", DAY).orElseThrow().entry();

        assertThat(reversal).isEqualTo(reversal.withoutTexts());
    }

    @Test
    void what_is_to_be_reversed_must_exist() {
        Outcome<PostedEntry> outcome = desk.reverse("none", "void", DAY);

        assertThat(code(outcome)).isEqualTo("entry.reverses-unknown");
        assertThat(outcome.refusal().orElseThrow().facts().get("entry")).isEqualTo("none");
    }

    @Test
    void an_entry_that_says_it_reverses_must_have_the_contrary_lines() {
        desk.post(entry("sale", "cash", "sales", 5)).orElseThrow();
        JournalEntry.Builder less = draft("void", DAY).kind(EntryKind.REVERSAL).reverses(EntryId.of("sale"));

        assertThat(code(desk.post(
                        less.debit("sales", yen(4)).credit("cash", yen(4)).build())))
                .isEqualTo("entry.not-contrary");
    }

    @Test
    void a_reversal_is_refused_where_it_would_overdraw() {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();
        desk.post(entry("out", "cash", "bank", 60)).orElseThrow();

        assertThat(code(desk.reverse("in", "void", DAY))).isEqualTo("balance.limit-exceeded");
    }

    @Test
    void nothing_is_reversed_before_it_counts() {
        desk.post(entry("sale", "cash", "sales", 5)).orElseThrow();
        JournalEntry.Builder early =
                draft("void", DAY.minusDays(1)).kind(EntryKind.REVERSAL).reverses(EntryId.of("sale"));

        Outcome<PostedEntry> refused = desk.reverse("sale", "void", DAY.minusDays(1));

        assertThat(code(refused)).isEqualTo("entry.reversal-before-original");
        assertThat(refused.refusal().orElseThrow().facts().get("entry")).isEqualTo("sale");
        assertThat(refused.refusal().orElseThrow().facts().get("date")).isEqualTo("2026-04-01");
        assertThat(code(desk.post(
                        early.credit("cash", yen(5)).debit("sales", yen(5)).build())))
                .isEqualTo("entry.reversal-before-original");
        assertThat(desk.journal()).hasSize(1);
        assertThat(code(desk.reverse("sale", "void", DAY))).isEqualTo("accepted");
    }
}
