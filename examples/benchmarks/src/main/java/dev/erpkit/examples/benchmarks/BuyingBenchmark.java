package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.behaviour.BgNbd;
import dev.erpkit.crm.behaviour.Fit;
import dev.erpkit.crm.behaviour.RepeatPurchases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How the 2,357 customers of CDNOW's sample buy: repeat purchases of 39 weeks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BuyingBenchmark {
    private static final String FILE = "cdnow_customers_summary.csv";

    private final ImmutableList<RepeatPurchases> customers = read();

    private static ImmutableList<RepeatPurchases> read() {
        try (InputStream in = Objects.requireNonNull(BuyingBenchmark.class.getResourceAsStream(FILE), FILE)) {
            return Lists.immutable
                    .of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R"))
                    .drop(1)
                    .collect(BuyingBenchmark::customer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RepeatPurchases customer(String row) {
        String[] cells = row.split(",");
        return RepeatPurchases.of(
                PartyId.of(cells[0]),
                Integer.parseInt(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]));
    }

    /** The fit from its fixed start until it has converged. */
    @Benchmark
    public Fit<BgNbd> bgNbd() {
        return BgNbd.fit(customers);
    }
}
