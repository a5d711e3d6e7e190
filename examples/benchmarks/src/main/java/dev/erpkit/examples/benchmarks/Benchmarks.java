package dev.erpkit.examples.benchmarks;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the suites, or those whose names are given, and prints each path beside its floor. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Suites by regular expression, all when there is none. */
    public static void main(String... suites) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(8)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .jvmArgs("-Xms4g", "-Xmx4g", "-Xmn2g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch");
        for (String suite : suites) {
            options.include(suite);
        }
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            times.put(name(result), time(result));
        }
        print(times);
    }

    private static void print(Map<String, Double> times) {
        StringBuilder table = new StringBuilder(Comparison.HEADER);
        for (Comparison comparison : Comparison.ALL) {
            if (comparison.measured(times)) {
                table.append('\n').append(comparison.row(times));
            }
        }
        System.out.println(table);
        System.out.printf("Bytes of index a line: %.1f%n", IndexMemory.bytesALine());
        System.out.printf("Bytes of stock ledger a move, beside the facts: %.1f%n", LedgerMemory.bytesAMove());
    }

    private static String name(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("\\.");
        String suite = parts[parts.length - 2].replace("Benchmark", "");
        StringBuilder name = new StringBuilder(suite).append('.').append(parts[parts.length - 1]);
        for (String parameter : result.getParams().getParamsKeys()) {
            name.append('/').append(result.getParams().getParam(parameter));
        }
        return name.toString();
    }

    /**
     * The best iteration: what others do on the machine can only slow one down. CPU time, but for single shots, whose work
     * is done in other processes too.
     */
    private static double time(RunResult result) {
        Result<?> measured = result.getParams().getMode() == Mode.SingleShotTime
                ? result.getPrimaryResult()
                : result.getSecondaryResults().get(CpuTime.LABEL);
        return measured.getStatistics().getMin();
    }
}
