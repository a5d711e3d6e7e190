package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.port.CheckpointStore;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The storage of books in a database, in one line:
 *
 * <pre>{@code
 * BooksStores stores = JdbcBooks.stores(JdbcBooks.file(Path.of("books")), "my-company");
 * }</pre>
 *
 * <p>Stores belong to one tenant and can name no other's rows.
 */
public final class JdbcBooks {
    private JdbcBooks() {}

    /** The stores of one tenant; brings the schema to its newest version and opens the tenant when it is new. */
    public static BooksStores stores(DataSource dataSource, String tenant) {
        return stores(dataSource, tenant, HostTransaction.none());
    }

    /** The stores of one tenant, joining the transactions of a host. */
    public static BooksStores stores(DataSource dataSource, String tenant, HostTransaction host) {
        if (tenant.isBlank() || tenant.length() > 64) {
            throw new IllegalArgumentException("A tenant has 1 to 64 characters");
        }
        Migrations.apply(dataSource);
        JdbcUnitOfWork opening = new JdbcUnitOfWork(dataSource, tenant, HostTransaction.none());
        open(opening);
        JdbcUnitOfWork work = new JdbcUnitOfWork(dataSource, tenant, host);
        return new BooksStores(
                work,
                new JdbcAccountStore(work),
                new JdbcJournalStore(work),
                new JdbcPeriodLog(work),
                new JdbcOpenItemLog(work),
                new JdbcReservationLog(work),
                new JdbcSealLog(work),
                new JdbcNumberSeries(work),
                new JdbcOutbox(work));
    }

    /** The checkpoints of a tenant's balances. */
    public static CheckpointStore checkpoints(DataSource dataSource, String tenant) {
        return new JdbcCheckpointStore(new JdbcUnitOfWork(dataSource, tenant, HostTransaction.none()));
    }

    private static void open(JdbcUnitOfWork work) {
        boolean known = work.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select id from tenant where id = ?")) {
                Row.of(statement).text(work.tenant());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
        if (!known) {
            work.write(connection -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("insert into tenant (id) values (?)")) {
                    Row.of(statement).text(work.tenant());
                    return statement.executeUpdate();
                }
            });
        }
    }

    /**
     * A pool over an H2 file. H2 delays its writes by default; here every commit reaches the operating system before it is
     * acknowledged, so that a killed process loses nothing. A power loss may still take the last commits: H2 does not force
     * the disk at each of them.
     */
    public static JdbcConnectionPool file(Path file) {
        return pool("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    /** A pool over an H2 database in memory, which lives as long as the process. */
    public static JdbcConnectionPool memory(String name) {
        return pool("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    private static JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url + ";LOCK_TIMEOUT=30000", "sa", "");
        pool.setMaxConnections(64);
        return pool;
    }
}
