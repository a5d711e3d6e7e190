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
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.outcome.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What posting gives an entry, and that it gives it once. */
class ReplayTest {
    private final Desk desk = new Desk();

    @Test
    void the_same_entry_again_gives_the_first_fact_even_under_a_lock() {
        PostedEntry first = desk.post(entry("e", "cash", "sales", 1)).orElseThrow();
        desk.books.periods().lock(BookId.MAIN, LockScope.ALL, DAY, POSTER).orElseThrow();
        desk.now = desk.now.plusSeconds(60);

        assertThat(desk.post(entry("e", "cash", "sales", 1))).isEqualTo(Outcome.replayed(first));
        assertThat(desk.books.preview(entry("e", "cash", "sales", 1), POSTER)).isEqualTo(Outcome.replayed(first));
    }

    @Test
    void texts_that_were_erased_are_no_difference_and_other_texts_are() {
        JournalEntry told = draft("e", DAY)
                .narrative("lunch with Mr X")
                .debit("cash", yen(1))
                .credit("sales", yen(1))
                .build();
        desk.post(told).orElseThrow();

        assertThat(code(desk.post(draft("e", DAY).from(told).narrative("dinner").build())))
                .isEqualTo("entry.id-reused");
        desk.books.eraseTexts(EntryId.of("e"), POSTER).orElseThrow();
        assertThat(desk.post(told)).matches(outcome -> ((Outcome.Accepted<?>) outcome).replayed());
    }

    @Test
    void recorded_instants_never_decrease_and_are_cut_to_microseconds() {
        desk.now = Instant.parse("2026-04-01T10:00:00.123456789Z");
        Instant first = desk.post(entry("a", "cash", "sales", 1)).orElseThrow().recordedAt();
        desk.now = Instant.parse("2026-04-01T09:00:00Z");
        Instant second = desk.post(entry("b", "cash", "sales", 1)).orElseThrow().recordedAt();

        assertThat(first).isEqualTo(Instant.parse("2026-04-01T10:00:00.123456Z"));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void numbers_run_by_journal_and_fiscal_year() {
        assertThat(number(entry("a", "cash", "sales", 1))).isEqualTo("general/2026/1");
        assertThat(number(entry("b", DAY.plusYears(1), "cash", "sales", 1))).isEqualTo("general/2027/1");
        assertThat(number(entry("c", DAY.minusDays(30), "cash", "sales", 1))).isEqualTo("general/2026/2");
        assertThat(number(draft("d", DAY)
                        .from(entry("d", "cash", "sales", 1))
                        .journal(JournalId.of("sales"))
                        .build()))
                .isEqualTo("sales/2026/1");
    }

    private String number(JournalEntry entry) {
        return desk.post(entry).orElseThrow().number().toString();
    }
}
