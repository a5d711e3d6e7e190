package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.storage.jdbc.JdbcBooks;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Writing entries to a database through the JDBC adapter, beside raw batched inserts of the same rows into the same tables
 * with the same driver settings. A server does its work in processes of its own, so what counts here is the time on the wall.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(JdbcBenchmark.ENTRIES)
public class JdbcBenchmark {
    static final int ENTRIES = 5_000;

    /** The database: an H2 file, or a PostgreSQL server on this machine. */
    @Param({"h2", "postgresql"})
    public String database = "h2";

    /** How many entries a commit has. */
    @Param({"100", "1000"})
    public int group = 100;

    private BenchmarkDatabase opened = BenchmarkDatabase.none();
    private BooksStores stores = BooksStores.inMemory();
    private ImmutableList<ImmutableList<PostedEntry>> groups = Lists.immutable.empty();
    private long position;

    /** An empty database; the adapter writes for one tenant, the raw inserts for another. */
    @Setup(Level.Trial)
    public void open() {
        opened = BenchmarkDatabase.open(database);
        stores = JdbcBooks.stores(opened.pool(), "adapter");
        JdbcBooks.stores(opened.pool(), RawInserts.TENANT);
        position = 0;
    }

    /** New entries for each pass, because an entry is written once. */
    @Setup(Level.Invocation)
    public void build() {
        groups = JdbcEntries.groups(position, group, ENTRIES / group);
        position += ENTRIES;
    }

    /** Removes the database. */
    @TearDown(Level.Trial)
    public void close() {
        opened.close();
    }

    /** Through the adapter: a unit of work for each group. */
    @Benchmark
    public long adapter() {
        for (ImmutableList<PostedEntry> entries : groups) {
            stores.unitOfWork().execute(() -> {
                stores.journal().append(entries);
                return entries;
            });
        }
        return position;
    }

    /** The floor: three prepared statements and a commit for each group. */
    @Benchmark
    public long raw() throws SQLException {
        for (ImmutableList<PostedEntry> entries : groups) {
            RawInserts.insert(opened.pool(), entries);
        }
        return position;
    }
}
