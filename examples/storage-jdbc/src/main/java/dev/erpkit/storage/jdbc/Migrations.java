package dev.erpkit.storage.jdbc;

import dev.erpkit.core.outcome.ErpException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Brings a database to the newest version of the schema, script after script, each once. */
public final class Migrations {
    private static final ImmutableList<String> SCRIPTS = Lists.immutable.of("V1__books.sql");

    private Migrations() {}

    /** A script that was applied to the database is not the one we know: the database belongs to another program. */
    public static final class ChangedScriptException extends ErpException {
        private static final long serialVersionUID = 1L;

        ChangedScriptException(String script) {
            super("Script " + script + " was applied with other content");
        }
    }

    /**
     * Applies what is missing. Several processes may do so at once: one connection holds a row lock while another works,
     * because H2 commits with every statement that defines something, which would end the lock of the same connection.
     */
    public static void apply(DataSource dataSource) {
        try (Connection lock = dataSource.getConnection()) {
            prepare(lock);
            lock.setAutoCommit(false);
            try {
                lock(lock);
                applyLocked(dataSource);
            } finally {
                lock.rollback();
                lock.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw JdbcException.of(e);
        }
    }

    private static void applyLocked(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (int i = 0; i < SCRIPTS.size(); i++) {
                    step(connection, i + 1, SCRIPTS.get(i));
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        // each on its own: without the row there is no lock, and who comes second at the table may be first at the row
        unlessThere(
                connection,
                "create table if not exists schema_version"
                        + " (version int not null primary key, script varchar(100) not null, checksum bigint not null)");
        unlessThere(
                connection,
                "insert into schema_version select 0, 'none', 0"
                        + " where not exists (select 1 from schema_version where version = 0)");
    }

    /** Runs a statement that another process may be ahead of; when it fails for that, the other one has committed. */
    private static void unlessThere(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!JdbcException.isDuplicate(e) && !"42P07".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("select version from schema_version where version = 0 for update")
                    .close();
        }
    }

    private static void step(Connection connection, int version, String script) throws SQLException {
        String sql = text(script);
        CRC32 crc = new CRC32();
        crc.update(sql.getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement known =
                connection.prepareStatement("select checksum from schema_version where version = ?")) {
            known.setInt(1, version);
            try (ResultSet row = known.executeQuery()) {
                if (row.next()) {
                    if (row.getLong(1) != crc.getValue()) {
                        throw new ChangedScriptException(script);
                    }
                    return;
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String part : sql.split(";\\s*\n")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
        try (PreparedStatement done = connection.prepareStatement("insert into schema_version values (?, ?, ?)")) {
            done.setInt(1, version);
            done.setString(2, script);
            done.setLong(3, crc.getValue());
            done.executeUpdate();
        }
    }

    private static String text(String script) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(script), script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
