package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction, bound to the thread. The outermost work begins by locking the tenant's row, so that the units
 * of work of one tenant run one after the other and every decision still holds when it commits, while other tenants go on
 * beside it. Inner work joins; when it throws, only what it wrote is undone, so that an outer work that catches stays whole.
 *
 * <p>A write that fails in the middle dooms the work around it: it can no longer commit, also when somebody catches.
 */
final class JdbcUnitOfWork implements UnitOfWork {
    private final DataSource dataSource;
    private final HostTransaction host;
    private final String tenant;
    private final Limits limits;

    @SuppressWarnings("ThreadLocalUsage") // one unit of work for each tenant, so one for each instance
    private final ThreadLocal<Running> current = new ThreadLocal<>();

    private volatile @Nullable Dialect dialect;

    JdbcUnitOfWork(DataSource dataSource, String tenant, HostTransaction host, Limits limits) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.host = host;
        this.limits = limits;
    }

    String tenant() {
        return tenant;
    }

    int pageRows() {
        return limits.pageRows();
    }

    /** The transaction of a thread, and the write that failed in it, if one did. */
    private static final class Running {
        final Connection connection;

        @Nullable
        Exception broken;

        Running(Connection connection) {
            this.connection = connection;
        }

        void requireWhole() {
            if (broken != null) {
                throw new JdbcException("A write failed in this unit of work; it cannot go on", broken);
            }
        }
    }

    /** A query or a write on a connection. */
    @FunctionalInterface
    interface Task<R> {
        R run(Connection connection) throws SQLException;
    }

    @Override
    public boolean active() {
        return current.get() != null || host.running().isPresent();
    }

    @Override
    public <R> R execute(Supplier<R> work) {
        Running joined = current.get();
        try {
            if (joined != null) {
                return guarded(joined, work);
            }
            Optional<Connection> hosts = host.running();
            return hosts.isPresent() ? inHosts(hosts.get(), work) : own(work);
        } catch (SQLException e) {
            throw JdbcException.of(e);
        }
    }

    private <R> R inHosts(Connection connection, Supplier<R> work) throws SQLException {
        Running running = bind(connection);
        try {
            dialect(connection).lock(connection, tenant, limits.patienceSeconds());
            return guarded(running, work);
        } finally {
            current.remove();
        }
    }

    private static <R> R guarded(Running running, Supplier<R> work) throws SQLException {
        running.requireWhole();
        Savepoint before = running.connection.setSavepoint();
        try {
            R result = work.get();
            running.requireWhole();
            running.connection.releaseSavepoint(before);
            return result;
        } catch (Throwable failure) {
            rollBackTo(running, before, failure);
            throw failure;
        }
    }

    private static void rollBackTo(Running running, Savepoint before, Throwable failure) {
        try {
            running.connection.rollback(before);
            running.broken = null;
        } catch (SQLException e) {
            running.broken = e;
            failure.addSuppressed(e);
        }
    }

    private <R> R own(Supplier<R> work) throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean ended = false;
        boolean autoCommit = true;
        try {
            autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            Running running = bind(connection);
            dialect(connection).lock(connection, tenant, limits.patienceSeconds());
            R result = work.get();
            running.requireWhole();
            connection.commit();
            ended = true;
            return result;
        } catch (Throwable failure) {
            ended = rolledBack(connection, failure);
            throw failure;
        } finally {
            current.remove();
            giveBack(connection, ended && autoCommit);
        }
    }

    private static boolean rolledBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /**
     * The outcome is decided already: a connection that fails now is the pool's to replace, not the caller's to hear of.
     * While a transaction may still run, auto-commit stays off, because turning it on would commit.
     */
    private static void giveBack(Connection connection, boolean autoCommit) {
        try (connection) {
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException ignored) {
            return;
        }
    }

    private Running bind(Connection connection) {
        Running running = new Running(connection);
        current.set(running);
        return running;
    }

    Dialect dialect(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            dialect = known;
        }
        return known;
    }

    /** Reads in the running work, or on a connection of its own. */
    <R> R read(Task<R> task) {
        try {
            Connection running = running();
            if (running != null) {
                return task.run(running);
            }
            try (Connection connection = dataSource.getConnection()) {
                return task.run(connection);
            }
        } catch (SQLException e) {
            throw JdbcException.of(e);
        }
    }

    /** Writes in the running work, or as a work of its own. A refusal leaves nothing; whatever else fails dooms the work. */
    <R> R write(Task<R> task) {
        Running running = current.get();
        if (running == null) {
            return execute(() -> write(task));
        }
        running.requireWhole();
        try {
            return task.run(running.connection);
        } catch (DuplicateKeyException | NotFoundException | StaleVersionException refusal) {
            throw refusal;
        } catch (SQLException e) {
            running.broken = e;
            throw JdbcException.of(e);
        } catch (RuntimeException e) {
            running.broken = e;
            throw e;
        }
    }

    /** Writes rows. */
    @FunctionalInterface
    interface Insert {
        void run() throws SQLException;
    }

    /** Inserts rows whose keys may be taken: then none of them stays, and the work may go on. */
    static void insertNew(Connection connection, String what, Insert insert) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            insert.run();
        } catch (SQLException e) {
            connection.rollback(before);
            if (JdbcException.isDuplicate(e)) {
                throw new DuplicateKeyException(what);
            }
            throw e;
        }
        connection.releaseSavepoint(before);
    }

    private @Nullable Connection running() {
        Running bound = current.get();
        return bound != null ? bound.connection : host.running().orElse(null);
    }
}
