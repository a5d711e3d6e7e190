package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.service.CaseChange;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.QueueId;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.RunChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema comes to its newest version once, whoever asks for it, and its views speak an accountant's language. */
class MigrationsTest {
    static DataSource[] databases() {
        return new DataSource[] {Databases.h2File(), Databases.postgres()};
    }

    @ParameterizedTest
    @MethodSource("databases")
    void several_may_open_an_empty_database_at_once(DataSource database) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            ImmutableList<CompletableFuture<BooksStores>> all = IntInterval.oneTo(6)
                    .collect(i -> CompletableFuture.supplyAsync(() -> JdbcBooks.stores(database, "acme"), pool));
            for (CompletableFuture<BooksStores> one : all) {
                assertThat(one.get(60, TimeUnit.SECONDS).journal().lastPosition())
                        .isZero();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(query(database, "select script from schema_version where version > 0"))
                .containsExactlyInAnyOrder(
                        "V1__books.sql",
                        "V2__questions.sql",
                        "V3__event_digest.sql",
                        "V4__declarations.sql",
                        "V5__documents.sql",
                        "V6__dunning.sql",
                        "V7__payments.sql",
                        "V8__assets.sql",
                        "V9__spread.sql",
                        "V10__consolidation.sql",
                        "V11__goods_flow.sql",
                        "V12__people.sql",
                        "V13__payroll.sql",
                        "V14__sales.sql",
                        "V15__customers.sql",
                        "V16__service.sql",
                        "V17__goods.sql",
                        "V18__tax_origin.sql",
                        "V19__counts.sql",
                        "V20__breaches.sql",
                        "V21__goods_vouchers.sql",
                        "V22__line_discounts.sql",
                        "V23__messages_not_sent.sql",
                        "V24__derivations_once.sql");
        assertThat(query(database, "select id from tenant")).containsExactly("acme");
    }

    /** PostgreSQL tells who comes second that the row of the type is there, although the statement says "if not exists". */
    @ParameterizedTest
    @MethodSource("databases")
    void who_comes_second_at_the_table_still_works_under_the_lock(DataSource database) throws Exception {
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            statement.execute("create table schema_version"
                    + " (version int not null primary key, script varchar(100) not null, checksum bigint not null)");
        }
        FaultyDataSource second = new FaultyDataSource(database);
        second.failAfter(0, "23505");
        Migrations.apply(second);
        assertThat(query(database, "select version from schema_version where version = 0"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_script_that_was_applied_with_other_content_is_refused(DataSource database) throws Exception {
        JdbcBooks.stores(database, "acme");
        execute(database, "update schema_version set checksum = checksum + 1 where version = 1");
        assertThatThrownBy(() -> JdbcBooks.stores(database, "acme"))
                .isInstanceOf(Migrations.UnknownScriptException.class)
                .hasMessageContaining("V1__books.sql");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_migration_that_was_interrupted_is_finished_by_the_next(DataSource real) throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(real);
        assertThat(interruptions(faulty)).isGreaterThan(10);
        assertThat(JdbcBooks.stores(real, "acme").journal().lastPosition()).isZero();
    }

    /** Fails ever later, until nothing is left that could fail. */
    private static int interruptions(FaultyDataSource faulty) {
        for (int failed = 0; ; failed++) {
            faulty.failAfter(1 + 3 * failed);
            try {
                Migrations.apply(faulty);
                return failed;
            } catch (JdbcException expected) {
                faulty.heal();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_database_of_a_newer_version_is_refused(DataSource database) throws Exception {
        JdbcBooks.stores(database, "acme");
        execute(database, "insert into schema_version values (99, 'V99__future.sql', 1)");
        assertThatThrownBy(() -> JdbcBooks.stores(database, "acme"))
                .isInstanceOf(Migrations.UnknownScriptException.class)
                .hasMessageContaining("V99__future.sql");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void cases_of_before_are_the_same_afterwards(DataSource database) throws Exception {
        Migrations.apply(database, 17);
        execute(database, "insert into tenant values ('acme')");
        execute(
                database,
                "insert into case_fact (tenant, case_id, number, command_key, happened_at, recorded_at, actor, kind,"
                        + " queue) values ('acme', 'c', 1, 'k', '2026-04-01 00:00:00+00', '2026-04-01 00:00:00+00', 'a',"
                        + " 'QUEUED', 'phone')");
        Migrations.apply(database);
        assertThat(new JdbcCaseLog(new JdbcUnitOfWork(database, "acme", HostTransaction.none(), Limits.STANDARD))
                        .of(CaseId.of("c"))
                        .getOnly()
                        .change())
                .isEqualTo(new CaseChange.Queued(QueueId.of("phone")));
        assertThatThrownBy(() -> execute(database, "update case_fact set kind = 'NONSENSE'"))
                .isInstanceOf(SQLException.class);
    }

    /** What a payslip said of a figure wherever it went in is said once now; put together it is what it was. */
    @ParameterizedTest
    @MethodSource("databases")
    void derivations_of_payslips_of_before_are_the_same_afterwards(DataSource database) throws Exception {
        Migrations.apply(database, 20);
        execute(database, "insert into tenant values ('acme')");
        execute(
                database,
                "insert into payroll_record (tenant, sequence, command_key, fingerprint, recorded_at, actor, kind, run,"
                        + " edition, period_start, period_end, closing, payment) values ('acme', 1, 'k', '0',"
                        + " '2026-04-01 00:00:00+00', 'a', 'DRAFTED', 'r', 'monthly', '2026-04-01', '2026-05-01',"
                        + " '2026-04-30', '2026-05-25')");
        execute(
                database,
                "insert into payroll_slip (tenant, sequence, slip, employment, pack, currency, digits, edition,"
                        + " period_start, period_end, closing, payment) values ('acme', 1, 0, 'E', 'p 1', 'JPY', 0,"
                        + " 'monthly', '2026-04-01', '2026-05-01', '2026-04-30', '2026-05-25')");
        execute(
                database,
                "insert into payroll_line (tenant, sequence, slip, ordinal, slot, kind, currency, digits, amount,"
                        + " key_date, key_day) values ('acme', 1, 0, 0, 'pay', 'EARNING', 'JPY', 0, 1000, 'payment',"
                        + " '2026-05-25'), ('acme', 1, 0, 1, 'tax', 'DEDUCTION', 'JPY', 0, 33, 'closing',"
                        + " '2026-04-30')");
        execute(
                database,
                "insert into payroll_step (tenant, sequence, slip, step, depth, rule, result) values"
                        + " ('acme', 1, 0, 0, 0, 'pay', '1000'), ('acme', 1, 0, 1, 0, 'tax', '33'),"
                        + " ('acme', 1, 0, 2, 1, 'truncate:0', '33'), ('acme', 1, 0, 3, 1, 'pay', '1000')");
        execute(
                database,
                "insert into payroll_step_input (tenant, sequence, slip, step, name, content) values"
                        + " ('acme', 1, 0, 0, 'keyed on', 'payment 2026-05-25'), ('acme', 1, 0, 0, 'wage', '1000'),"
                        + " ('acme', 1, 0, 1, 'keyed on', 'closing 2026-04-30'), ('acme', 1, 0, 1, 'law', 'art. 1'),"
                        + " ('acme', 1, 0, 2, 'of', '1000 minor units x 1/30'),"
                        + " ('acme', 1, 0, 3, 'keyed on', 'payment 2026-05-25'), ('acme', 1, 0, 3, 'wage', '1000')");
        Migrations.apply(database);
        PayrollRecord fact = new JdbcPayrollLog(
                        new JdbcUnitOfWork(database, "acme", HostTransaction.none(), Limits.STANDARD))
                .find(IdempotencyKey.of("k"))
                .orElseThrow();
        PaidSlip slip = ((RunChange.Drafted) fact.change()).slips().getOnly();
        assertThat(slip.explain("tax").orElseThrow().render()).isEqualTo("""
                        tax = 33  {keyed on=closing 2026-04-30, law=art. 1}
                          truncate:0 = 33  {of=1000 minor units x 1/30}
                          pay = 1000  {keyed on=payment 2026-05-25, wage=1000}
                        """);
        assertThat(slip.derivations().rules()).hasSize(2);
        assertThat(slip.derivations().inputs()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void books_of_the_first_version_are_the_same_afterwards(DataSource database) throws Exception {
        Migrations.apply(database, 1);
        execute(database, "alter table journal_entry add column event_digest varchar(64)"); // the store writes it
        execute(database, "insert into tenant values ('acme')");
        JdbcUnitOfWork first = new JdbcUnitOfWork(database, "acme", HostTransaction.none(), Limits.STANDARD);
        ImmutableList<PostedEntry> entries = Entries.after(0, "old", 3);
        new JdbcJournalStore(first).append(entries);
        new JdbcAccountStore(first)
                .insert(Account.builder()
                        .id("1000")
                        .name("Cash")
                        .accountClass(AccountClass.ASSET)
                        .tag("cash")
                        .build());
        execute(database, "update account set tags = 'back\\slash' || chr(10) || 'cash'");
        assertThat(interruptions(new FaultyDataSource(database))).isPositive();
        BooksStores stores = JdbcBooks.stores(database, "acme");
        MutableList<PostedEntry> found = Lists.mutable.empty();
        stores.journal().forEach(JournalQuery.all(), found::add);
        assertThat(found).containsExactlyElementsOf(entries);
        assertThat(stores.accounts()
                        .find(AccountId.of("1000"))
                        .orElseThrow()
                        .value()
                        .tags())
                .containsExactlyInAnyOrder("back\\slash", "cash");
        assertThat(query(database, "select count(*) from v_general_ledger where account_name = 'Cash'"))
                .containsExactly("3");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_views_show_debit_and_credit(DataSource database) throws Exception {
        JdbcBooks.stores(database, "acme").journal().append(Entries.after(0, "entry", 2));
        JdbcBooks.stores(database, "other").journal().append(Entries.after(0, "entry", 1));
        assertThat(query(
                        database,
                        "select account, cast(debit as int), cast(credit as int), cast(balance as int), currency"
                                + " from v_trial_balance where tenant = 'acme' order by account"))
                .containsExactly("1000 220 0 220 JPY", "2150 0 20 -20 JPY", "4000 0 200 -200 JPY");
        assertThat(query(
                        database,
                        "select account, entry, effective_date, cast(debit as int), cast(credit as int)"
                                + " from v_general_ledger where tenant = 'acme' and position = 2 order by line"))
                .containsExactly(
                        "1000 entry-2 2026-04-01 110 0",
                        "2150 entry-2 2026-04-01 0 10",
                        "4000 entry-2 2026-04-01 0 100");
    }

    private static MutableList<String> query(DataSource database, String sql) throws SQLException {
        MutableList<String> rows = Lists.mutable.empty();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                MutableList<String> columns = Lists.mutable.empty();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(columns.makeString(" "));
            }
        }
        return rows;
    }
}
