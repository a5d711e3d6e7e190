package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.testkit.generate.DateArbitraries;
import dev.erpkit.testkit.generate.JournalArbitraries;
import dev.erpkit.testkit.model.JournalFilter;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** How every {@code JournalStore} chooses entries: all conditions hold, in the order of positions, each entry once. */
public abstract class JournalQueryContract extends JournalPortContract {
    /** For adapters. */
    protected JournalQueryContract() {}

    @Provide
    Arbitrary<ImmutableList<JournalEntry>> histories() {
        Arbitrary<BookId> books = Arbitraries.of(BookId.MAIN, BookId.of("ifrs"), BookId.of("Main"));
        return Combinators.combine(JournalArbitraries.entries(), books)
                .as((entry, book) -> JournalArbitraries.under(entry, entry.id().value(), book, entry.journal()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(org.eclipse.collections.api.factory.Lists.immutable::ofAll);
    }

    @Provide
    Arbitrary<JournalQuery> queries() {
        Arbitrary<LocalDate> day = DateArbitraries.days();
        return Combinators.combine(
                        Arbitraries.longs().between(0, 7),
                        Arbitraries.longs().between(0, 7).optional(0.4),
                        Arbitraries.of("main", "ifrs", "none").map(BookId::of).optional(0.4),
                        Arbitraries.of("1000", "4000", "1900", "none")
                                .map(AccountId::of)
                                .optional(0.5),
                        day.optional(0.4),
                        day.optional(0.4))
                .as((after, through, book, account, from, until) ->
                        new JournalQuery(after, through.orElse(Long.MAX_VALUE), book, account, from, until));
    }

    @Property(tries = 60)
    void journal_7_1_any_query_chooses_what_a_filter_of_everything_chooses(
            @ForAll("histories") ImmutableList<JournalEntry> history, @ForAll("queries") JournalQuery query) {
        long start = journal().lastPosition();
        ImmutableList<PostedEntry> all = history.collect(e -> append(renamed(e, Fresh.key("history"))));
        JournalQuery shifted = new JournalQuery(
                start + query.afterPosition(),
                query.throughPosition() == Long.MAX_VALUE ? Long.MAX_VALUE : start + query.throughPosition(),
                query.book(),
                query.account(),
                query.from(),
                query.until());
        assertThat(scan(shifted)).containsExactlyElementsOf(all.select(p -> JournalFilter.accepts(shifted, p)));
    }

    @Test
    void journal_7_2_a_range_of_positions_excludes_its_start_and_includes_its_end() {
        PostedEntry a = append(simple());
        PostedEntry b = append(simple());
        PostedEntry c = append(simple());
        assertThat(scan(JournalQuery.after(a.position()).through(b.position()))).containsExactly(b);
        assertThat(scan(JournalQuery.after(a.position()))).containsExactly(b, c);
        assertThat(scan(JournalQuery.after(c.position()))).isEmpty();
        assertThat(scan(JournalQuery.after(c.position()).through(a.position()))).isEmpty();
    }

    @Test
    void journal_7_3_a_range_of_days_includes_its_start_and_excludes_its_end() {
        long start = journal().lastPosition();
        PostedEntry first = append(Sample.entry(Fresh.key("day"), DAY, 1));
        PostedEntry second = append(Sample.entry(Fresh.key("day"), DAY.plusDays(1), 1));
        assertThat(scan(JournalQuery.after(start).between(DAY, DAY.plusDays(1))))
                .containsExactly(first);
        assertThat(scan(JournalQuery.after(start).between(DAY.plusDays(1), DAY.plusDays(2))))
                .containsExactly(second);
        assertThat(scan(JournalQuery.after(start).between(DAY, DAY))).isEmpty();
    }

    @Test
    void journal_7_4_an_entry_with_several_lines_on_an_account_is_pushed_once_and_whole() {
        JournalEntry entry = JournalEntry.builder()
                .id(Fresh.key("several"))
                .date(DAY)
                .debit("1000", Amounts.ofMinor(10, KWD))
                .debit("1000", Amounts.ofMinor(20, KWD))
                .credit("4000", Amounts.ofMinor(30, KWD))
                .build();
        PostedEntry posted = append(entry);
        JournalQuery query = JournalQuery.after(posted.position() - 1);
        assertThat(scan(query.on(AccountId.of("1000")))).containsExactly(posted);
        assertThat(scan(query.on(AccountId.of("100")))).isEmpty();
    }

    @Test
    void journal_7_5_backdated_entries_come_in_the_order_of_recording() {
        PostedEntry late = append(Sample.entry(Fresh.key("late"), DAY.plusYears(1), 1));
        PostedEntry early = append(Sample.entry(Fresh.key("early"), DAY.minusYears(1), 1));
        assertThat(scan(JournalQuery.after(late.position() - 1))).containsExactly(late, early);
    }

    @Test
    void journal_7_6_a_failing_sink_stops_the_scan_and_harms_nothing() {
        PostedEntry a = append(simple());
        append(simple());
        JournalQuery query = JournalQuery.after(a.position() - 1);
        assertThatThrownBy(() -> journal().forEach(query, p -> {
                    throw new Deliberate();
                }))
                .isInstanceOf(Deliberate.class);
        assertThat(scan(query)).hasSize(2);
        append(simple());
        assertThat(scan(query)).hasSize(3);
    }

    @Test
    void journal_7_7_a_sink_may_read_the_journal() {
        PostedEntry a = append(simple());
        PostedEntry b = append(simple());
        JournalQuery query = JournalQuery.after(a.position() - 1);
        long[] seen = new long[1];
        journal().forEach(query, p -> {
            assertThat(journal().find(p.id())).contains(p);
            seen[0] = journal().lastPosition();
        });
        assertThat(seen[0]).isEqualTo(b.position());
    }

    @Test
    void journal_7_8_a_query_in_one_book_finds_the_entries_of_no_other() {
        PostedEntry main = append(simple());
        PostedEntry ifrs = append(inBook("ifrs"));
        PostedEntry capital = append(inBook("Main"));
        JournalQuery query = JournalQuery.after(main.position() - 1);
        assertThat(scan(query)).containsExactly(main, ifrs, capital);
        assertThat(scan(query.in(BookId.MAIN))).containsExactly(main);
        assertThat(scan(query.in(BookId.of("ifrs")))).containsExactly(ifrs);
        assertThat(scan(query.in(BookId.of("none")))).isEmpty();
    }

    private JournalEntry inBook(String book) {
        return JournalEntry.builder()
                .from(simple())
                .id(Fresh.key("book"))
                .book(BookId.of(book))
                .build();
    }
}
