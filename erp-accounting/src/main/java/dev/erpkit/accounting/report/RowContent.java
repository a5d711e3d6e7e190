package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.Side;
import org.eclipse.collections.api.list.ImmutableList;

/** What stands in a row of a layout. */
public sealed interface RowContent {
    /** A label only. */
    record Heading() implements RowContent {}

    /**
     * The sum of accounts.
     *
     * @param basis what of the accounts
     * @param side the side on which a figure is positive
     * @param selector which accounts
     * @param rest whether to leave out what another row of the same basis, one that is not a rest, chooses
     * @param detail whether each account follows in a row of its own
     */
    record Accounts(Basis basis, Side side, AccountSelector selector, boolean rest, boolean detail)
            implements RowContent {}

    /**
     * A sum of other rows as they are shown.
     *
     * @param terms the rows, each above or below this one, with a sign
     */
    record Total(ImmutableList<Term> terms) implements RowContent {}

    /**
     * A part of a total.
     *
     * @param row the id of a row
     * @param added whether the row is added; otherwise it is subtracted
     */
    record Term(String row, boolean added) {}
}
