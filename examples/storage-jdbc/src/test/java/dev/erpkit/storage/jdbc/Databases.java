package dev.erpkit.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Empty databases for tests: H2 files, and databases of one PostgreSQL server that stops with the process. */
final class Databases {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    /** A pool over an empty H2 file. */
    static JdbcConnectionPool h2File() {
        return JdbcBooks.file(newFile());
    }

    /** The path of an H2 file that does not exist yet, below the directory that a clean build removes. */
    static Path newFile() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "h2-").resolve("books");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pool over an empty PostgreSQL database. */
    static JdbcConnectionPool postgres() {
        return postgres(newPostgresUrl());
    }

    /** A pool as hosts have one; H2's own serves any driver. */
    static JdbcConnectionPool postgres(String url) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(url);
        source.setUser("postgres");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(32);
        return pool;
    }

    /** The URL of an empty database, with the settings that the README recommends. */
    static String newPostgresUrl() {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name + "?reWriteBatchedInserts=true";
    }

    /** Started by the first test that needs it. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
