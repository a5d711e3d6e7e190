package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.DAY;
import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.code;
import static dev.erpkit.accounting.posting.Desk.draft;
import static dev.erpkit.accounting.posting.Desk.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.outcome.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Entries that close a year are asked less of than others, so not everybody posts one, and not on any day. */
class ClosingKindTest {
    private static JournalEntry closing(Desk desk, int daysBeforeTheEnd) {
        LocalDate end = desk.books
                .periods()
                .book(BookId.MAIN)
                .orElseThrow()
                .calendar()
                .yearOf(DAY)
                .range()
                .lastDay();
        return draft("closing", end.minusDays(daysBeforeTheEnd))
                .kind(EntryKind.CLOSING)
                .debit("sales", yen(5))
                .credit("trading", yen(5))
                .build();
    }

    private static Desk without(String action) {
        return new Desk(
                setup -> setup.with((actor, permission) -> !permission.action().equals(action)));
    }

    @Test
    void a_closing_entry_stands_on_the_last_day_of_a_year() {
        Desk desk = new Desk();

        Outcome<?> early = desk.post(closing(desk, 1));

        assertThat(code(early)).isEqualTo("entry.closing-day");
        assertThat(early.refusal().orElseThrow().facts().get("book")).isEqualTo("main");
        assertThat(code(desk.post(closing(desk, 0)))).isEqualTo("accepted");
    }

    @Test
    void who_may_not_close_years_posts_no_closing_entry() {
        Desk desk = without("year.close");

        Outcome<?> refused = desk.post(closing(desk, 0));

        assertThat(code(refused)).isEqualTo("access.denied");
        assertThat(refused.refusal().orElseThrow().facts().get("action")).isEqualTo("year.close");
        assertThat(desk.journal()).isEmpty();
    }

    @Test
    void a_closing_entry_is_taken_back_on_its_own_day_by_who_may_reopen_years() {
        Desk desk = new Desk();
        LocalDate end = desk.post(closing(desk, 0)).orElseThrow().entry().date();

        assertThat(code(desk.reverse("closing", "void", end.plusDays(1)))).isEqualTo("entry.closing-day");
        assertThat(code(desk.reverse("closing", "void", end))).isEqualTo("accepted");
        assertThat(code(desk.reverse("void", "again", end.plusDays(1)))).isEqualTo("entry.closing-day");
        assertThat(code(desk.reverse("void", "again", end))).isEqualTo("accepted");

        Desk strict = without("year.reopen");
        strict.post(closing(strict, 0)).orElseThrow();
        assertThat(strict.reverse("closing", "void", end)
                        .refusal()
                        .orElseThrow()
                        .facts()
                        .get("action"))
                .isEqualTo("year.reopen");
    }

    @Test
    void whoever_posts_may_post_opening_balances() {
        Desk desk = without("year.close");
        JournalEntry opening = draft("opening", DAY)
                .kind(EntryKind.OPENING)
                .debit("cash", yen(5))
                .credit("trading", yen(5))
                .build();

        assertThat(code(desk.books.post(opening, POSTER))).isEqualTo("accepted");
    }
}
