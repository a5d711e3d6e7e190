package dev.erpkit.hr.japan.withholding;

import dev.erpkit.hr.japan.internal.Table;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** The rates for bonuses (賞与に対する源泉徴収税額の算出率の表) of one year, by the pay of the month before. */
final class BonusRates {
    private static final int MOST_DEPENDANTS = 7;
    private static final long NO_END = Long.MAX_VALUE;

    private final ImmutableList<Table.Row> rows;
    private final String version;
    private final String confidence;

    BonusRates(Table table) {
        this.rows = table.rows();
        this.version = table.version();
        this.confidence = table.confidence();
    }

    /** The rate per 100,000, if the column is known; the column of seven dependants is that of seven and more. */
    Optional<Long> rate(TaxColumn column, long previousPay, int dependants) {
        long persons = column == TaxColumn.KOU ? Math.min(dependants, MOST_DEPENDANTS) : 0;
        return rows.detectOptional(row -> row.text(0).equals(column.text())
                        && row.number(1) == persons
                        && row.number(3) <= previousPay
                        && previousPay < row.number(4, NO_END))
                .map(row -> row.number(2));
    }

    String version() {
        return version;
    }

    String confidence() {
        return confidence;
    }
}
