package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.interchange.memory.MemorySources;
import dev.erpkit.accounting.interchange.port.SourceResolver;
import dev.erpkit.core.value.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;

class JournalProperties {
    @Provide
    Arbitrary<List<JournalItem>> journals() {
        return JournalArbitraries.items().list().ofMaxSize(8);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void what_is_written_reads_back_as_the_same(@ForAll("journals") List<JournalItem> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(PlainTextWriter.text(item)));
        assertThat(Journals.items(text.toString())).isEqualTo(Lists.immutable.withAll(items));
    }

    /** The writer is canonical: what was read and written again is the same text. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void writing_what_was_read_gives_the_same_text(@ForAll("journals") List<JournalItem> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(PlainTextWriter.text(item)));
        StringBuilder again = new StringBuilder();
        Journals.items(text.toString()).each(item -> again.append(PlainTextWriter.text(item)));
        assertThat(again.toString()).isEqualTo(text.toString());
    }

    @Provide
    Arbitrary<String> rubbish() {
        Arbitrary<String> piece = Arbitraries.of(
                "2024-01-01",
                "1/2",
                "  ",
                " ",
                "\t",
                "\n",
                "\n  ",
                "a",
                "b:c",
                "10",
                "-1.50",
                "EUR",
                "$",
                "\"",
                "(",
                ")",
                "[",
                "]",
                "@",
                "@@",
                "=",
                "==*",
                ";",
                "date:",
                "*",
                "!",
                "~",
                "P ",
                "D ",
                "Y",
                "commodity ",
                "account ",
                "alias ",
                "include x",
                "apply account ",
                "end ",
                "comment",
                "1,000.",
                "1e",
                ".",
                "\u00e9",
                "\r",
                "{",
                "type:",
                "decimal-mark ,",
                "\u0000");
        return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    /** Whatever the text, there are problems with a line or there is a ledger; nothing is thrown. */
    @Property(tries = 2000)
    void no_text_makes_the_reader_fail(@ForAll("rubbish") String text) {
        LedgerReading reading = Journals.ledger(text, new JournalRules(text.length() % 2 == 0, 50));
        assertThat(reading.ledger().isPresent()).isEqualTo(reading.problems().isEmpty());
        assertThat(reading.problems().allSatisfy(p -> p.line() >= 1)).isTrue();
        JournalReading values = PlainTextJournal.read(
                MemorySources.of("a", text),
                "a",
                JournalRules.standard().collecting(50),
                item -> assertThat(item).isNotNull());
        assertThat(values.problems().allSatisfy(p -> p.line() >= 1)).isTrue();
    }

    @Provide
    Arbitrary<List<PlainTransaction>> ledgers() {
        Arbitrary<PlainPosting> posting = Combinators.combine(
                        Arbitraries.of("a", "a:b", "c"), JournalArbitraries.numbers(), Arbitraries.of("X", "Y"))
                .as((account, number, commodity) -> PlainPosting.of(account, new PlainAmount(number, commodity)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5), posting.list().ofMaxSize(4))
                .as((day, postings) -> PlainTransaction.builder()
                        .date(java.time.LocalDate.of(2024, 1, 1 + day))
                        .postings(Lists.immutable.withAll(postings).newWith(PlainPosting.balancing("rest")))
                        .build())
                .list()
                .ofMaxSize(20);
    }

    /** The columns against a map and big decimals. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void balances_as_of_a_day_agree_with_a_plain_sum(
            @ForAll("ledgers") List<PlainTransaction> transactions,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 6) int day) {
        StringBuilder text = new StringBuilder();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (PlainTransaction t : transactions) {
            text.append(PlainTextWriter.text(t));
            if (t.date().getDayOfMonth() <= day) {
                for (PlainPosting p : t.postings().select(p -> p.amount().isPresent())) {
                    PlainAmount amount = p.amount().orElseThrow();
                    sums.merge(p.account() + " " + amount.commodity(), amount.quantity(), BigDecimal::add);
                    sums.merge("rest " + amount.commodity(), amount.quantity().negate(), BigDecimal::add);
                }
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        PlainTextLedger ledger = Journals.ledger(text.toString()).outcome().orElseThrow();
        Map<String, BigDecimal> actual = new HashMap<>();
        ledger.balances(LedgerQuery.all().until(java.time.LocalDate.of(2024, 1, day)))
                .each(b -> actual.put(b.account() + " " + b.commodity(), b.amount()));
        assertThat(actual.keySet()).isEqualTo(sums.keySet());
        actual.forEach((key, value) -> assertThat(value).isEqualByComparingTo(sums.get(key)));
    }

    /** Bytes may come in pieces of any size. */
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void the_size_of_reads_does_not_matter(
            @ForAll("ledgers") List<PlainTransaction> transactions,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 40) int size) {
        StringBuilder text = new StringBuilder();
        transactions.forEach(t -> text.append(PlainTextWriter.text(t)));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        SourceResolver dribbling = new SourceResolver() {
            @Override
            public String resolve(String from, String reference) {
                return reference;
            }

            @Override
            public InputStream open(String name) {
                return new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] b, int off, int len) {
                        return super.read(b, off, Math.min(len, size));
                    }
                };
            }
        };
        LedgerReading reading = PlainTextLedger.read(dribbling, "x", JournalRules.standard(), false);
        assertThat(Journals.show(reading.outcome().orElseThrow().balances(LedgerQuery.all())))
                .isEqualTo(Journals.balances(text.toString()));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", " ", "  ", "(", ")", "[", "]", ";", "*", "!", "\t", "\n", ":", "é", "1", "\"")
                .list()
                .ofMaxSize(5)
                .map(p -> String.join("", p));
    }

    /** Either a value is refused or its text reads back: there is no third way. */
    @Property(tries = 2000)
    void a_value_that_exists_reads_back(@ForAll("names") String one, @ForAll("names") String other) {
        PlainTransaction transaction;
        try {
            transaction = PlainTransaction.builder()
                    .date(java.time.LocalDate.of(2024, 1, 1))
                    .description(one)
                    .code(other.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(other))
                    .addComment(other)
                    .add(PlainPosting.builder()
                            .account(one.isEmpty() ? other : one)
                            .amount(PlainAmount.of("1", other))
                            .build())
                    .add(PlainPosting.balancing("b"))
                    .build();
        } catch (InvalidValueException e) {
            assertThat(e.violations()).isNotEmpty();
            return;
        }
        assertThat(Journals.items(PlainTextWriter.text(transaction))).containsExactly(transaction);
    }
}
