package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

/** The code of the project's README compiles, runs and does what the README says. */
class ReadmeTest {
    @Test
    void the_ten_lines_keep_a_book() {
        // begin
        Actor me = Actor.of("me");
        Books books = Books.inMemory("JPY");
        books.open(Account.of("1110", "Cash", AccountClass.ASSET));
        books.open(Account.of("4000", "Sales", AccountClass.INCOME));
        JournalEntry sale = JournalEntry.builder()
                .id("sale-1")
                .date(LocalDate.of(2026, 4, 1))
                .debit("1110", Amounts.of("1100", "JPY"))
                .credit("4000", Amounts.of("1100", "JPY"))
                .build();
        Outcome<PostedEntry> outcome = books.post(sale, me);
        MonetaryAmount cash = books.balance("1110", LocalDate.of(2026, 4, 30));
        // end
        assertThat(cash).isEqualTo(Amounts.of("1100", "JPY"));
        assertThat(books.post(sale, me)).isEqualTo(Outcome.replayed(outcome.orElseThrow()));
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/erpkit/accounting/ReadmeTest.java"));
        String shown =
                between(source, "// begin\n", "        // end").stripTrailing().stripIndent() + "\n";
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(between(readme, "```java\n", "```")).isEqualTo(shown);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
