package dev.erpkit.core.memory;

import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;

/** Gapless numbers in memory. */
public final class MemoryNumberSeries implements NumberSeries {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableObjectLongMap<SeriesId> last = ObjectLongMaps.mutable.empty();

    /** Numbers that are drawn in the given unit of work. */
    public MemoryNumberSeries(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long next(SeriesId series) {
        if (!unitOfWork.active()) {
            throw new IllegalStateException("A number of " + series + " is drawn only inside a unit of work");
        }
        long number = last.addToValue(series, 1);
        unitOfWork.written(() -> last.addToValue(series, -1));
        return number;
    }

    @Override
    public long last(SeriesId series) {
        return unitOfWork.active() ? last.get(series) : unitOfWork.read(() -> last.get(series));
    }
}
