package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
 */
public final class JdbcUnitOfWork implements UnitOfWork {
    private final DataSource dataSource;
    private final HostTransaction host;
    private final String tenant;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    /** Work for one tenant, which joins the transactions of a host. */
    public JdbcUnitOfWork(DataSource dataSource, String tenant, HostTransaction host) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.host = host;
    }

    String tenant() {
        return tenant;
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
        Connection joined = current.get();
        try {
            if (joined != null) {
                return guarded(joined, work);
            }
            Optional<Connection> hosts = host.running();
            return hosts.isPresent() ? bound(hosts.get(), () -> inner(hosts.get(), work)) : own(work);
        } catch (SQLException e) {
            throw new JdbcException(e);
        }
    }

    /** Work in a transaction that somebody else ends. */
    private <R> R inner(Connection connection, Supplier<R> work) {
        try {
            lock(connection);
            return guarded(connection, work);
        } catch (SQLException e) {
            throw new JdbcException(e);
        }
    }

    private static <R> R guarded(Connection connection, Supplier<R> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean done = false;
        try {
            R result = work.get();
            done = true;
            return result;
        } finally {
            if (done) {
                connection.releaseSavepoint(before);
            } else {
                connection.rollback(before);
            }
        }
    }

    private <R> R own(Supplier<R> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                R result = bound(connection, () -> {
                    lockUnchecked(connection);
                    return work.get();
                });
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private <R> R bound(Connection connection, Supplier<R> work) {
        current.set(connection);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    private void lockUnchecked(Connection connection) {
        try {
            lock(connection);
        } catch (SQLException e) {
            throw new JdbcException(e);
        }
    }

    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select id from tenant where id = ? for update")) {
            lock.setString(1, tenant);
            lock.executeQuery().close();
        }
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
            throw new JdbcException(e);
        }
    }

    /** Writes in the running work, or as a work of its own. */
    <R> R write(Task<R> task) {
        Connection running = current.get();
        if (running == null) {
            return execute(() -> write(task));
        }
        try {
            return task.run(running);
        } catch (SQLException e) {
            throw new JdbcException(e);
        }
    }

    private @Nullable Connection running() {
        Connection bound = current.get();
        return bound != null ? bound : host.running().orElse(null);
    }
}
