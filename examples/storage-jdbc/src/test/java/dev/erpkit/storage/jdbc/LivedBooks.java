package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.company.CompanySettings;
import dev.erpkit.testkit.company.DeterministicCompany;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The books of a company on each database, lived once for all tests: fifteen months with a year end, in yen and dollars. */
enum LivedBooks {
    H2(Databases.h2File()),
    POSTGRESQL(Databases.postgres());

    static final ImmutableList<LocalDate> DAYS = Lists.immutable.of(
            LocalDate.of(2026, 6, 17), LocalDate.of(2026, 9, 30), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 6, 30));

    private final DataSource database;
    private final String digest;
    private final Books books;

    LivedBooks(DataSource database) {
        this.database = database;
        JdbcHarness harness = new JdbcHarness(database, "acme", new Limits(25, 30));
        this.digest = live(harness);
        this.books = afterwards(harness);
        // another tenant's rows, which no question may find
        new JdbcHarness(database, "other", Limits.STANDARD).journal().append(Entries.after(0, "entry", 3));
    }

    private static String live(BooksHarness harness) {
        return new DeterministicCompany(settings(), harness).run().digest();
    }

    private static CompanySettings settings() {
        return new CompanySettings(11, LocalDate.of(2026, 4, 1), 15, 16, 120);
    }

    static String digestInMemory() {
        return live(new MemoryHarness());
    }

    String digest() {
        return digest;
    }

    Books books() {
        return books;
    }

    /** Late bills under a lock, by an exception for one actor that is then ended, and by one for everybody; a lock of sales. */
    private static Books afterwards(JdbcHarness harness) {
        KitClock clock = new KitClock(Instant.parse("2027-07-02T00:00:00Z"));
        Books books = KitBooks.over(
                        harness,
                        Lists.immutable.of(new Book(
                                BookId.MAIN,
                                Amounts.currency("JPY"),
                                FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR))),
                        Lists.immutable.of(Journal.of("sales"), Journal.of("purchases")),
                        PostingPolicy.standard(),
                        clock)
                .books();
        LocalDate may = LocalDate.of(2027, 5, 1);
        books.periods()
                .lock(BookId.MAIN, LockScope.ALL, LocalDate.of(2027, 6, 10), KitBooks.CLERK)
                .orElseThrow();
        for (Optional<Actor> grantee : Lists.immutable.of(Optional.of(KitBooks.CLERK), Optional.<Actor>empty())) {
            IdempotencyKey key =
                    IdempotencyKey.of("exception for " + grantee.map(Actor::id).orElse("all"));
            clock.advance(Duration.ofMinutes(1));
            books.periods()
                    .grantException(
                            BookId.MAIN,
                            new ExceptionGranted(
                                    key,
                                    LockScope.ALL,
                                    may,
                                    may.plusMonths(1),
                                    grantee,
                                    clock.instant().plus(Duration.ofHours(1)),
                                    "late bill"),
                            Actor.of("boss"))
                    .orElseThrow();
            books.post(bill("bill under " + key, may.plusDays(19)), KitBooks.CLERK)
                    .orElseThrow();
            books.periods().endException(BookId.MAIN, key, Actor.of("boss")).orElseThrow();
        }
        books.periods()
                .lock(BookId.MAIN, LockScope.of("sales"), LocalDate.of(2027, 6, 30), KitBooks.CLERK)
                .orElseThrow();
        books.post(bill("bill in June", LocalDate.of(2027, 6, 30)), KitBooks.CLERK)
                .orElseThrow();
        return books;
    }

    private static JournalEntry bill(String id, LocalDate date) {
        return JournalEntry.builder()
                .id(id)
                .date(date)
                .debit("5100", Amounts.of("8000", "JPY"))
                .credit("1000", Amounts.of("8000", "JPY"))
                .build();
    }

    /** The rows that a question of the README gives, numbers without their zeros, nothing as a dash. */
    MutableList<String> ask(String question, Object... values) throws Exception {
        MutableList<String> rows = Lists.mutable.empty();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql(question))) {
            statement.setString(1, "acme");
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        }
        return rows;
    }

    private static String row(ResultSet row) throws SQLException {
        Object[] columns = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            Object value = row.getObject(i + 1);
            columns[i] =
                    value instanceof BigDecimal number ? AccountantTest.number(number) : value == null ? "-" : value;
        }
        return AccountantTest.told(columns);
    }

    /** A block of SQL that begins with a comment that says the question. */
    private static String sql(String question) throws IOException {
        Matcher block = Pattern.compile("```sql\n-- " + Pattern.quote(question) + "[^\n]*\n(.*?);\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        if (!block.find()) {
            throw new IllegalStateException("The README does not ask: " + question);
        }
        return block.group(1);
    }

    long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
