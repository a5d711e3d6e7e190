package dev.erpkit.storage.jdbc;

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
public final class JdbcUnitOfWork implements UnitOfWork {
    private final DataSource dataSource;
    private final HostTransaction host;
    private final String tenant;

    @SuppressWarnings("ThreadLocalUsage") // one unit of work for each tenant, so one for each instance
    private final ThreadLocal<Running> current = new ThreadLocal<>();

    private volatile @Nullable Dialect dialect;

    /** Work for one tenant, which joins the transactions of a host. */
    public JdbcUnitOfWork(DataSource dataSource, String tenant, HostTransaction host) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.host = host;
    }

    String tenant() {
        return tenant;
    }

    /** The transaction of a thread, and the write that failed in it, if one did. */
    private static final class Running {
        final Connection connection;

        @Nullable
        SQLException broken;

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
            dialect(connection).lock(connection, tenant);
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
        try {
            connection.setAutoCommit(false);
            Running running = bind(connection);
            dialect(connection).lock(connection, tenant);
            R result = work.get();
            running.requireWhole();
            connection.commit();
            return result;
        } catch (Throwable failure) {
            rollBack(connection, failure);
            throw failure;
        } finally {
            current.remove();
            giveBack(connection);
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The outcome is decided already: a connection that fails now is the pool's to replace, not the caller's to hear of. */
    private static void giveBack(Connection connection) {
        try (connection) {
            connection.setAutoCommit(true);
        } catch (SQLException ignored) {
            return;
        }
    }

    private Running bind(Connection connection) {
        Running running = new Running(connection);
        current.set(running);
        return running;
    }

    private Dialect dialect(Connection connection) throws SQLException {
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

    /** Writes in the running work, or as a work of its own. Refusals are thrown before the first row is written. */
    <R> R write(Task<R> task) {
        Running running = current.get();
        if (running == null) {
            return execute(() -> write(task));
        }
        running.requireWhole();
        try {
            return task.run(running.connection);
        } catch (SQLException e) {
            running.broken = e;
            throw JdbcException.of(e);
        }
    }

    private @Nullable Connection running() {
        Running bound = current.get();
        return bound != null ? bound.connection : host.running().orElse(null);
    }
}
