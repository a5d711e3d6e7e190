package dev.erpkit.examples.benchmarks;

import dev.erpkit.storage.jdbc.JdbcBooks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** An empty database with the settings that the adapter recommends, and what removes it. */
record BenchmarkDatabase(JdbcConnectionPool pool, Runnable remove) implements AutoCloseable {
    static BenchmarkDatabase open(String name) {
        try {
            return name.equals("h2") ? h2() : postgresql();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that nothing is written to. */
    static BenchmarkDatabase none() {
        return new BenchmarkDatabase(JdbcBooks.memory("none"), () -> {});
    }

    private static BenchmarkDatabase h2() throws IOException {
        Path directory = Files.createTempDirectory("h2-benchmark");
        return new BenchmarkDatabase(JdbcBooks.file(directory.resolve("books")), () -> delete(directory));
    }

    private static BenchmarkDatabase postgresql() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(server.getJdbcUrl("postgres", "postgres"));
        source.setReWriteBatchedInserts(true);
        return new BenchmarkDatabase(JdbcConnectionPool.create(source), () -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
        remove.run();
    }
}
