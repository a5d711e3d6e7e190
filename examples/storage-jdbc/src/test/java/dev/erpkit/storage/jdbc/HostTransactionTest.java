package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.journal.EntryId;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The adapter inside the transactions of a host, and the tenant's turn. */
class HostTransactionTest {
    private final ThreadLocal<Connection> hosts = new ThreadLocal<>();

    static DataSource[] databases() {
        return new DataSource[] {Databases.h2File(), Databases.postgres()};
    }

    private BooksStores joined(DataSource database) {
        return JdbcBooks.stores(database, "acme", () -> Optional.ofNullable(hosts.get()));
    }

    private Connection begin(DataSource database) throws Exception {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        hosts.set(connection);
        return connection;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_host_commits_and_rolls_back(DataSource database) throws Exception {
        BooksStores stores = joined(database);
        for (boolean commits : new boolean[] {false, true}) {
            try (Connection connection = begin(database)) {
                assertThat(stores.unitOfWork().active()).isTrue();
                stores.journal().append(Entries.after(0, "entry", 2));
                assertThat(stores.journal().lastPosition()).isEqualTo(2);
                assertThat(elsewhere(database)).as("seen before the commit").isZero();
                if (commits) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            } finally {
                hosts.remove();
            }
            assertThat(stores.unitOfWork().active()).isFalse();
            assertThat(stores.journal().lastPosition()).isEqualTo(commits ? 2 : 0);
        }
    }

    private static long elsewhere(DataSource database) throws Exception {
        return CompletableFuture.supplyAsync(
                        () -> JdbcBooks.stores(database, "acme").journal().lastPosition())
                .get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_a_failed_work_wrote_is_gone_when_the_host_commits_nevertheless(DataSource database) throws Exception {
        BooksStores stores = joined(database);
        try (Connection connection = begin(database)) {
            stores.journal().append(Entries.after(0, "kept", 1));
            assertThatThrownBy(() -> stores.unitOfWork().execute(() -> {
                        stores.journal().append(Entries.after(1, "lost", 1));
                        throw new IllegalStateException("deliberate");
                    }))
                    .hasMessage("deliberate");
            connection.commit();
        } finally {
            hosts.remove();
        }
        assertThat(stores.journal().lastPosition()).isEqualTo(1);
        assertThat(stores.journal().find(EntryId.of("lost-1"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_transaction_with_a_snapshot_is_turned_away(DataSource database) throws Exception {
        BooksStores stores = joined(database);
        try (Connection connection = begin(database)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> stores.journal().append(Entries.after(0, "entry", 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("reads committed");
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } finally {
            hosts.remove();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tenants_do_not_wait_for_each_other(DataSource database) throws Exception {
        BooksStores mine = JdbcBooks.stores(database, "acme");
        BooksStores other = JdbcBooks.stores(database, "other");
        long seen = mine.unitOfWork().execute(() -> {
            mine.journal().append(Entries.after(0, "entry", 1));
            return CompletableFuture.supplyAsync(() -> {
                        other.journal().append(Entries.after(0, "entry", 2));
                        return other.journal().lastPosition();
                    })
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(seen).isEqualTo(2);
        assertThat(mine.journal().lastPosition()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void work_for_a_tenant_that_was_never_opened_is_refused(DataSource database) {
        Migrations.apply(database);
        JdbcUnitOfWork unknown = new JdbcUnitOfWork(database, "nobody", HostTransaction.none(), Limits.STANDARD);
        assertThatThrownBy(() -> unknown.execute(() -> "done")).isInstanceOf(IllegalStateException.class);
    }
}
