package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.trace.TraceStep;

/**
 * One figure of the return.
 *
 * @param item which
 * @param byRate its columns; both zero where the form has no columns
 * @param totalYen the figure
 * @param step how it came about
 */
public record ReturnFigure(ReturnItem item, ByRate byRate, long totalYen, TraceStep step) {
    static ReturnFigure of(ReturnItem item, ByRate byRate, TraceStep step) {
        return new ReturnFigure(item, byRate, byRate.total(), step);
    }

    static TraceStep step(ReturnItem item, Object result) {
        return TraceStep.of(item.text() + " [" + item.law() + "]", result);
    }

    static TraceStep step(ReturnItem item, ByRate result) {
        return step(item, (Object) result.total())
                .with("6.24%", result.reduced())
                .with("7.8%", result.standard());
    }
}
