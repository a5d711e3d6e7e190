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
    private static final ImmutableList<String> SCRIPTS = Lists.immutable.of(
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

    private Migrations() {}

    /** A script was applied that is not one of ours: a newer version of the adapter, or another program, owns the tables. */
    public static final class UnknownScriptException extends ErpException {
        private static final long serialVersionUID = 1L;

        UnknownScriptException(String script, String how) {
            super("Script " + script + " was applied " + how + "; open the database with the version that applied it");
        }
    }

    /**
     * Applies what is missing. Several processes may do so at once: one connection holds a row lock while another works,
     * because H2 commits with every statement that defines something, which would end the lock of the same connection.
     */
    public static void apply(DataSource dataSource) {
        apply(dataSource, SCRIPTS.size());
    }

    static void apply(DataSource dataSource, int through) {
        try (Connection lock = dataSource.getConnection()) {
            prepare(lock);
            lock.setAutoCommit(false);
            try {
                lock(lock);
                applyLocked(dataSource, through);
            } finally {
                lock.rollback();
                lock.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw JdbcException.of(e);
        }
    }

    private static void applyLocked(DataSource dataSource, int through) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (int i = 0; i < through; i++) {
                    step(connection, i + 1, SCRIPTS.get(i));
                }
                requireNoNewer(connection);
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
                "create table if not exists schema_version (version int not null primary key, script varchar(100) not"
                        + " null, checksum bigint not null)");
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
            if (!JdbcException.isThere(e)) {
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
                        throw new UnknownScriptException(script, "with other content");
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

    private static void requireNoNewer(Connection connection) throws SQLException {
        try (PreparedStatement newer =
                connection.prepareStatement("select script from schema_version where version > ? order by version")) {
            newer.setInt(1, SCRIPTS.size());
            try (ResultSet row = newer.executeQuery()) {
                if (row.next()) {
                    throw new UnknownScriptException(row.getString(1), "by a newer version");
                }
            }
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
