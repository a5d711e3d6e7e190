package dev.erpkit.examples.benchmarks;

import dev.erpkit.inventory.valuation.FifoIndex;
import dev.erpkit.inventory.valuation.PackedMoves;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A million moves of one item valued, by the move; and what an index of them answers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StockBenchmark {
    private static final int MOVES = 1_000_000;

    private final StockSample sample = new StockSample(MOVES);
    private final long[] costs = new long[MOVES];
    private final PackedMoves fifoMoves = packed(ValuationMethod.FIFO);
    private final PackedMoves averageMoves = packed(ValuationMethod.MOVING_AVERAGE);

    private PackedMoves packed(ValuationMethod method) {
        return new PackedMoves(sample.events, StockSample.ITEM, ValuationPolicy.of(method));
    }

    /** An index of all moves, new for each iteration as inserts make it grow. */
    @State(Scope.Benchmark)
    public static class Indexed {
        private final StockSample sample = new StockSample(MOVES);
        private final SplittableRandom random = new SplittableRandom(2);
        private FifoIndex index = new FifoIndex();
        private long next;

        /** Puts all moves in. */
        @Setup(Level.Iteration)
        public void index() {
            index = sample.index();
            next = MOVES + 1L;
        }

        private long any() {
            return 1 + random.nextInt(MOVES);
        }

        private long ask() {
            LocalDateTime from = StockSample.at(any());
            return index.cost(any()).orElse(0L) + index.value(from) + index.costOfGoods(from, StockSample.at(any()));
        }
    }

    /** The floor of FIFO. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public long fifoFloor() {
        return PrimitiveStock.fifo(sample, costs);
    }

    /** FIFO from packed columns. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public long fifoColumns() {
        return fifoMoves.value();
    }

    /** FIFO from facts to a ledger. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public long fifo() {
        return sample.ledger(ValuationMethod.FIFO).value();
    }

    /** The floor of the moving average. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public long averageFloor() {
        return PrimitiveStock.average(sample, costs);
    }

    /** The moving average from packed columns. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public long averageColumns() {
        return averageMoves.value();
    }

    /** The moving average from facts to a ledger. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public long average() {
        return sample.ledger(ValuationMethod.MOVING_AVERAGE).value();
    }

    /** The cost of any issue, the value at any time and the cost of goods of any interval, together. */
    @Benchmark
    public long threeQuestions(Indexed indexed) {
        return indexed.ask();
    }

    /** A receipt or an issue of any time in the past, and the same three questions after it. */
    @Benchmark
    public long backdated(Indexed indexed) {
        long number = indexed.next++;
        LocalDateTime at = StockSample.at(indexed.any());
        if (number % 2 == 0) {
            indexed.index.receipt(number, at, 10, 9_500);
        } else {
            indexed.index.issue(number, at, 10);
        }
        return indexed.ask();
    }
}
