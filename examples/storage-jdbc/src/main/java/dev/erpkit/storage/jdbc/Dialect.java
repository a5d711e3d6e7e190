package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Where the databases differ. */
enum Dialect {
    H2("select next value for account_version", "select id from tenant where id = ? for update wait %d") {
        @Override
        boolean readsCommitted(Connection connection, ResultSet locked) throws SQLException {
            return connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
        }
    },
    POSTGRESQL(
            "select nextval('account_version')",
            "select id, current_setting('transaction_isolation') from tenant where id = ? for update") {
        @Override
        void patience(PreparedStatement lock, int seconds) throws SQLException {
            lock.setQueryTimeout(seconds);
        }

        @Override
        boolean findsByArray() {
            return true;
        }

        @Override
        boolean readsCommitted(Connection connection, ResultSet locked) throws SQLException {
            // asked in the same statement: the driver would send another one
            return "read committed".equals(locked.getString(2));
        }
    };

    private final String nextAccountVersion;
    private final String lockTenant;

    Dialect(String nextAccountVersion, String lockTenant) {
        this.nextAccountVersion = nextAccountVersion;
        this.lockTenant = lockTenant;
    }

    /** Draws from a sequence, which a rollback does not turn back. */
    String nextAccountVersion() {
        return nextAccountVersion;
    }

    /** Waits for the row of the tenant and holds it until the transaction ends. */
    void lock(Connection connection, String tenant, int patienceSeconds) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(String.format(Locale.ROOT, lockTenant, patienceSeconds))) {
            patience(lock, patienceSeconds);
            lock.setString(1, tenant);
            try (ResultSet locked = lock.executeQuery()) {
                if (!locked.next()) {
                    throw new IllegalStateException("The tenant was never opened: " + tenant);
                }
                if (!readsCommitted(connection, locked)) {
                    // a snapshot from before the wait would not show what the one before us committed
                    throw new IllegalStateException("A unit of work needs a transaction that reads committed data");
                }
            }
        }
    }

    void patience(PreparedStatement lock, int seconds) throws SQLException {}

    /** Whether {@code = any (?)} uses an index; H2 reads all rows of the tenant for it. */
    boolean findsByArray() {
        return false;
    }

    abstract boolean readsCommitted(Connection connection, ResultSet locked) throws SQLException;

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("postgres") ? POSTGRESQL : H2;
    }
}
