package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.port.CheckpointStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
        return stores(dataSource, tenant, host, Limits.STANDARD);
    }

    static BooksStores stores(DataSource dataSource, String tenant, HostTransaction host, Limits limits) {
        if (tenant.isBlank() || tenant.length() > 64) {
            throw new IllegalArgumentException("A tenant has 1 to 64 characters");
        }
        Migrations.apply(dataSource);
        open(dataSource, tenant);
        JdbcUnitOfWork work = new JdbcUnitOfWork(dataSource, tenant, host, limits);
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

    /** The checkpoints of the balances of these stores, in the same unit of work. */
    public static CheckpointStore checkpoints(BooksStores stores) {
        return new JdbcCheckpointStore(work(stores));
    }

    /** The exchange rates beside these stores, in the same unit of work. */
    public static JdbcExchangeRates rates(BooksStores stores) {
        return new JdbcExchangeRates(work(stores));
    }

    /** The books of one tenant and the business around them, joining nobody's transactions. */
    public static BusinessStores business(DataSource dataSource, String tenant) {
        return business(stores(dataSource, tenant));
    }

    /** What the business keeps beside these stores, in the same unit of work. */
    public static BusinessStores business(BooksStores stores) {
        JdbcUnitOfWork work = work(stores);
        return new BusinessStores(
                stores,
                new JdbcDocumentLog(work),
                new JdbcTaxFactLog(work),
                new JdbcDeclarationLog(work),
                new JdbcPaymentLog(work),
                new JdbcProposalLog(work),
                new JdbcStatementLog(work),
                new JdbcAssociationLog(work),
                new JdbcDunningLog(work),
                new JdbcAssetLog(work),
                new JdbcDeferralLog(work),
                new JdbcRecurringLog(work),
                new JdbcBudgetLog(work),
                new JdbcConsolidationLog(work));
    }

    static JdbcUnitOfWork work(BooksStores stores) {
        if (stores.unitOfWork() instanceof JdbcUnitOfWork work) {
            return work;
        }
        throw new IllegalArgumentException("These stores are not of this adapter");
    }

    private static void open(DataSource dataSource, String tenant) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into tenant (id)"
                        + " select cast(? as varchar(64)) where not exists (select 1 from tenant where id = ?)")) {
            Row.of(statement).text(tenant).text(tenant);
            statement.executeUpdate();
        } catch (SQLException e) {
            if (!JdbcException.isDuplicate(e)) { // somebody opened it at the same moment
                throw JdbcException.of(e);
            }
        }
    }

    /**
     * A pool over an H2 file. H2 delays its writes by default; here every commit reaches the operating system before it is
     * acknowledged, so that a killed process loses nothing. A power loss may take commits of the last seconds, and may leave a
     * file that H2 cannot open: H2 does not force the disk. {@link #durableFile} does.
     */
    public static JdbcConnectionPool file(Path file) {
        return h2("file:" + file.toAbsolutePath());
    }

    /**
     * A pool over an H2 file that survives a power loss too: every commit is on the disk before it is acknowledged, forced twice
     * so that half of one is never taken for whole. Costs what the disk takes for that. The same file as that of {@link #file}.
     */
    public static JdbcConnectionPool durableFile(Path file) {
        return forced(file.toAbsolutePath().toString());
    }

    static JdbcConnectionPool forced(String name) {
        ForcedFiles.register();
        return h2(ForcedFiles.SCHEME + ":" + name);
    }

    static JdbcConnectionPool h2(String name) {
        return pool("jdbc:h2:" + name + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
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
