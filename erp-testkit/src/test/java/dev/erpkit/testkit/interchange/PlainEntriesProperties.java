package dev.erpkit.testkit.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.interchange.EntryCsv;
import dev.erpkit.accounting.interchange.EntryImport;
import dev.erpkit.accounting.interchange.ImportPolicy;
import dev.erpkit.accounting.interchange.ImportReport;
import dev.erpkit.accounting.interchange.JournalItem;
import dev.erpkit.accounting.interchange.JournalRules;
import dev.erpkit.accounting.interchange.PlainEntries;
import dev.erpkit.accounting.interchange.PlainTextJournal;
import dev.erpkit.accounting.interchange.PlainTextWriter;
import dev.erpkit.accounting.interchange.memory.MemorySources;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.generate.ChartArbitraries;
import dev.erpkit.testkit.generate.HistoryArbitraries;
import dev.erpkit.testkit.generate.JournalArbitraries.Ground;
import java.io.IOException;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A journal written as plain text gives the same journal again: entries, positions and numbers. */
class PlainEntriesProperties {
    private static final Actor CLERK = Actor.of("clerk");

    @Provide
    Arbitrary<ImmutableList<PostedEntry>> journals() {
        return HistoryArbitraries.journals(Ground.small(), 12);
    }

    private static Books books() {
        Books books = Books.inMemory("JPY");
        books.open(ChartArbitraries.small());
        return books;
    }

    private static ImmutableList<PostedEntry> journal(Books books) {
        MutableList<PostedEntry> all = Lists.mutable.empty();
        books.stores().journal().forEach(JournalQuery.all(), all::add);
        return all.toImmutable();
    }

    private static String text(ImmutableList<PostedEntry> journal) {
        StringBuilder text = new StringBuilder();
        journal.forEach(posted -> text.append(PlainTextWriter.text(PlainEntries.of(posted))));
        return text.toString();
    }

    private static ImportReport imported(Books into, String text) {
        return EntryImport.into(into, ImportPolicy.builder("copy", "JPY").build(), CLERK)
                .journal(MemorySources.of("a.journal", text), "a.journal", JournalRules.standard());
    }

    private static void assertSame(Books copy, ImmutableList<PostedEntry> original) {
        assertThat(journal(copy).collect(PostedEntry::entry)).isEqualTo(original.collect(PostedEntry::entry));
        assertThat(journal(copy).collect(PostedEntry::number)).isEqualTo(original.collect(PostedEntry::number));
    }

    @Property(tries = 300)
    void a_journal_written_as_text_gives_the_same_journal(@ForAll("journals") ImmutableList<PostedEntry> history) {
        Books original = books();
        history.forEach(posted -> original.post(posted.entry(), CLERK));
        ImmutableList<PostedEntry> journal = journal(original);
        String text = text(journal);
        Books copy = books();

        ImportReport report = imported(copy, text);

        assertThat(report.problems()).isEmpty();
        assertThat(report.posted()).isEqualTo(journal.size());
        assertSame(copy, journal);
        assertThat(imported(copy, text).known()).isEqualTo(journal.size());
        assertThat(imported(original, text).known()).isEqualTo(journal.size());
    }

    @Property(tries = 200)
    void what_is_written_reads_back_as_the_same_transactions(@ForAll("journals") ImmutableList<PostedEntry> history) {
        MutableList<JournalItem> read = Lists.mutable.empty();
        PlainTextJournal.read(
                        MemorySources.of("a", text(history)),
                        "a",
                        JournalRules.standard().withStrict(),
                        item -> read.add(item))
                .problems()
                .reject(p -> p.code().value().endsWith("undeclared"))
                .each(p -> assertThat(p).isNull());
        assertThat(read).isEqualTo(history.collect(PlainEntries::of).toList());
    }

    /** Lines that move one amount only, parties, documents, assertions and texts that look like something else. */
    @Example
    void what_plain_text_has_no_place_for_stands_in_tags() throws IOException {
        Books original = books();
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id("a, b: [2024-01-01] 100%/x")
                .date(LocalDate.of(2026, 1, 31))
                .narrative("; * (not a code) date:2020-01-01, x")
                .assertBalance(new BalanceAssertion(
                        ChartArbitraries.free(ChartArbitraries.small()).getFirst(), Amounts.of("-5", "JPY")));
        String account =
                ChartArbitraries.free(ChartArbitraries.small()).getFirst().value();
        String other = ChartArbitraries.free(ChartArbitraries.small()).get(1).value();
        entry.add(line(account, "0", "JPY", "7"))
                .add(line(other, "0", "USD", "-7"))
                .add(line(other, "3.00", "USD", "0"))
                .add(line(other, "-3.00", "USD", "2"))
                .add(line(account, "-5", "JPY", "-2"))
                .add(line(other, "5", "JPY", "0"));
        assertThat(original.post(entry.build(), CLERK).refusal()).isEmpty();
        Books copy = books();

        assertThat(imported(copy, text(journal(original))).problems()).isEmpty();
        assertSame(copy, journal(original));

        StringBuilder csv = new StringBuilder();
        EntryCsv.header(csv);
        EntryCsv.write(journal(copy).getOnly(), csv);
        assertThat(csv.toString().lines()).hasSize(7);
        assertThat(csv)
                .contains(
                        "\"a, b: [2024-01-01] 100%/x\",main,2026-01-31,,NORMAL,\"; * (not a code) date:2020-01-01, x\",4,");
    }

    private static JournalLine line(String account, String amount, String currency, String base) {
        return JournalLine.builder()
                .account(account)
                .amount(Amounts.of(amount, currency))
                .base(Amounts.of(base, "JPY"))
                .adjustment(true)
                .build();
    }
}
