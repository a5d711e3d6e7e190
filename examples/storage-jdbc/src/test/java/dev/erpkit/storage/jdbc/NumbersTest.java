package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.MonthlyScheme;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.generate.ChartArbitraries;
import java.time.LocalDate;
import java.time.MonthDay;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Legal numbers in the years of unusual calendars. */
class NumbersTest {
    static DataSource[] databases() {
        return new DataSource[] {Databases.h2File(), Databases.postgres()};
    }

    /** Years that end in March, then a short one that ends in December: both are 2026. */
    private static final FiscalCalendar CHANGED = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.END_YEAR)
            .changingTo(new MonthlyScheme(MonthDay.of(1, 1)), DateRange.parse("2026-04-01/2027-01-01"));

    @ParameterizedTest
    @MethodSource("databases")
    void a_second_year_of_the_same_number_begins_again(DataSource database) throws Exception {
        Books books = Books.over(JdbcBooks.stores(database, "acme"), BooksSetup.of("JPY", CHANGED));
        books.open(ChartArbitraries.small());
        for (int i = 1; i <= 2; i++) {
            assertThat(post(books, "march-" + i, LocalDate.of(2026, 3, 31))).isEqualTo(number(i));
            assertThat(post(books, "april-" + i, LocalDate.of(2026, 4, 1))).isEqualTo(number(i));
        }
        assertThat(KillTest.rows(database, "v_number_gap")).isZero();
    }

    private static EntryNumber number(long number) {
        return new EntryNumber(JournalId.GENERAL, 2026, number);
    }

    private static EntryNumber post(Books books, String id, LocalDate day) {
        return books.post(
                        JournalEntry.builder()
                                .id(id)
                                .date(day)
                                .debit("1000", Amounts.of("1", "JPY"))
                                .credit("4000", Amounts.of("1", "JPY"))
                                .build(),
                        Actor.of("clerk"))
                .orElseThrow()
                .number();
    }
}
