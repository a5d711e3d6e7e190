package dev.erpkit.crm.sales.price;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;

/**
 * The figures of one line, in minor units.
 *
 * @param line its number, from 1
 * @param listMinor at the price before discounts
 * @param lineNetMinor after its own discounts
 * @param netMinor after its share of the discounts of the order
 * @param percentOff what its own discounts take off, in percents of the price, exact
 * @param costMinor what it costs us, if we know
 * @param trace how the net before the discounts of the order came about
 */
public record LineFigures(
        int line,
        long listMinor,
        long lineNetMinor,
        long netMinor,
        Rational percentOff,
        Optional<Long> costMinor,
        TraceStep trace) {}
