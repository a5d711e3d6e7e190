package dev.erpkit.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of the module; it stops with the process. */
final class Postgres {
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataSource dataSource() {
        return SERVER.getPostgresDatabase(java.util.Map.of("reWriteBatchedInserts", "true"));
    }
}
