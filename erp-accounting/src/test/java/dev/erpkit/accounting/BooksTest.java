package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BooksTest {
    @Test
    void the_first_ten_lines_of_an_embedder() {
        Chart chart = Chart.of(
                Account.of("1100", "Cash", AccountClass.ASSET), Account.of("4000", "Sales", AccountClass.INCOME));
        Books books = Books.inMemory(chart, "JPY", InstantSource.system());

        books.post(
                        JournalEntry.builder()
                                .id("sale-1")
                                .date(LocalDate.of(2026, 4, 1))
                                .debit("1100", Amounts.of("5000", "JPY"))
                                .credit("4000", Amounts.of("5000", "JPY"))
                                .build(),
                        Actor.of("alice"))
                .orElseThrow();

        assertThat(books.balance("1100", LocalDate.of(2026, 4, 30))).isEqualTo(Amounts.of("5000", "JPY"));
        assertThat(books.balance("4000", LocalDate.of(2026, 4, 30))).isEqualTo(Amounts.of("-5000", "JPY"));
        assertThat(books.balance("1100", LocalDate.of(2026, 3, 31))).isEqualTo(Amounts.of("0", "JPY"));
        assertThat(books.entry(EntryId.of("sale-1")).orElseThrow().number()).hasToString("general/2026/1");
    }

    @Test
    void a_port_that_is_missing_is_named() {
        BooksBuilder builder = BooksBuilder.on(new MemoryUnitOfWork(), InstantSource.system())
                .book("JPY");

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Books need accounts; give them to the builder");
    }
}
