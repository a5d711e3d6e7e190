package dev.erpkit.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Where the databases differ. */
enum Dialect {
    H2("select next value for account_version"),
    POSTGRESQL("select nextval('account_version')");

    private final String nextAccountVersion;

    Dialect(String nextAccountVersion) {
        this.nextAccountVersion = nextAccountVersion;
    }

    /** Draws from a sequence, which a rollback does not turn back. */
    String nextAccountVersion() {
        return nextAccountVersion;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("postgres") ? POSTGRESQL : H2;
    }
}
