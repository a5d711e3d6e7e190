package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A return of consumption tax and local consumption tax.
 *
 * @param method how the input tax was found, such as {@code general} or {@code simplified}
 * @param period the taxable period
 * @param figures every {@link ReturnItem} once, in their order
 */
public record ConsumptionTaxReturn(String method, DateRange period, ImmutableList<ReturnFigure> figures) {
    /** A figure in yen. */
    public long yen(ReturnItem item) {
        return figure(item).totalYen();
    }

    /** A figure at one rate in yen; zero where the form has no columns. */
    public long yen(ReturnItem item, ConsumptionRate rate) {
        return figure(item).byRate().at(rate);
    }

    /** The derivation of the whole return. */
    public TraceStep trace() {
        return new TraceStep(
                "japan.consumption-tax-return." + method,
                TraceStep.of("", "").with("period", period).inputs(),
                String.valueOf(yen(ReturnItem.TOTAL)),
                figures.collect(ReturnFigure::step));
    }

    private ReturnFigure figure(ReturnItem item) {
        return figures.detectOptional(figure -> figure.item() == item).orElseThrow();
    }
}
