package dev.erpkit.core.memory;

import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;

/** Gapless numbers in memory. */
public final class MemoryNumberSeries implements NumberSeries {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<SeriesId, Counter> counters = Maps.mutable.empty();

    /** The last number of a series, and how to take it back. */
    private static final class Counter implements Runnable {
        private long last;

        @Override
        public void run() {
            last--;
        }
    }

    /** Numbers that are drawn in the given unit of work. */
    public MemoryNumberSeries(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long next(SeriesId series) {
        if (!unitOfWork.active()) {
            throw new IllegalStateException("A number of " + series + " is drawn only inside a unit of work");
        }
        Counter counter = counters.getIfAbsentPut(series, Counter::new);
        unitOfWork.written(counter);
        return ++counter.last;
    }

    @Override
    public long last(SeriesId series) {
        return unitOfWork.read(() -> {
            Counter counter = counters.get(series);
            return counter == null ? 0L : counter.last;
        });
    }
}
