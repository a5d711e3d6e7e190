package dev.erpkit.hr.japan.withholding;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.Figure;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Table;
import dev.erpkit.hr.japan.internal.Yen;
import java.util.Arrays;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The printed monthly table (月額表) of one year: classes of pay after social insurance, columns kou for 0 to 7 dependants and
 * otsu, and above 740,000 yen a base and a rate for the excess.
 *
 * <p>Beyond seven dependants each further one takes 1,610 yen off the tax of seven. Below the first class kou is 0, otsu
 * 3.063 %, its fraction dropped. The excess over a segment times its rate drops its fraction too.
 *
 * @see WithholdingYear#table()
 */
public final class MonthlyTable {
    static final String LAW = "Income Tax Act art. 185; MoF notice 115 of 2012";

    /** Columns for fewer than this have a figure of their own. */
    private static final int MOST_DEPENDANTS = 7;

    private static final long THOUSAND = 1_000;
    private static final long PER_FURTHER_DEPENDANT = 1_610;
    private static final long OTSU_BELOW = 3_063;
    private static final int OTSU = MOST_DEPENDANTS + 1;

    private final String year;
    private final long[] from;
    private final long end;

    /** By thousand yen from the first class on: its class; classes begin with whole thousands. */
    private final short[] classes;

    /** By class: kou for 0 to 7 dependants, otsu. */
    private final long[][] cells;

    private final Segments kou;
    private final Segments otsu;
    private final String version;
    private final String confidence;

    /** Above the classes. */
    private static final class Segments {
        private final long[] from;
        private final long[] rate;
        private final long[][] base;
        private final String[] confidence;

        private Segments(long[] from, long[] rate, long[][] base, String[] confidence) {
            this.from = from;
            this.rate = rate;
            this.base = base;
            this.confidence = confidence;
        }

        static Segments of(ImmutableList<Table.Row> rows, int bases) {
            return new Segments(
                    rows.collectLong(row -> row.number(2)).toArray(),
                    rows.collectLong(row -> row.number(3)).toArray(),
                    rows.collect(row -> numbers(row, 4, bases)).toArray(new long[0][]),
                    rows.collect(row -> row.text(4 + bases)).toArray(new String[0]));
        }

        int at(long pay) {
            return floorIndex(from, pay);
        }

        long tax(long pay, int column) {
            int i = at(pay);
            return base[i][column] + Yen.floor(pay - from[i], rate[i], Bands.UNIT);
        }
    }

    MonthlyTable(String year, Table table, Table upper) {
        this.year = year;
        this.from = table.rows().collectLong(row -> row.number(0)).toArray();
        this.end = table.rows().getLast().number(1);
        this.classes = classes(from, end);
        this.cells = table.rows().collect(row -> numbers(row, 2, OTSU + 1)).toArray(new long[0][]);
        ImmutableList<Table.Row> segments =
                upper.rows().select(row -> row.text(0).equals(year));
        this.kou = Segments.of(segments.select(row -> row.text(1).equals("kou")), MOST_DEPENDANTS + 1);
        this.otsu = Segments.of(segments.select(row -> row.text(1).equals("otsu")), 1);
        this.version = table.version();
        this.confidence = table.confidence();
    }

    private static short[] classes(long[] from, long end) {
        short[] classes = new short[(int) ((end - from[0]) / THOUSAND)];
        for (int i = 0; i < from.length; i++) {
            Arrays.fill(classes, (int) ((from[i] - from[0]) / THOUSAND), classes.length, (short) i);
        }
        return classes;
    }

    private int classOf(long pay) {
        return classes[(int) ((pay - from[0]) / THOUSAND)];
    }

    private static long[] numbers(Table.Row row, int first, int count) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = row.number(first + i);
        }
        return numbers;
    }

    private static int floorIndex(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? found : -found - 2;
    }

    /** The lower edge of the first class. */
    public long start() {
        return from[0];
    }

    /** From here on segments with a rate. */
    public long end() {
        return end;
    }

    /** The number of classes. */
    public int classes() {
        return from.length;
    }

    /** The lower edge of a class. */
    public long lowerEdge(int index) {
        return from[index];
    }

    /** The upper edge of a class, exclusive. */
    public long upperEdge(int index) {
        return index + 1 < from.length ? from[index + 1] : end;
    }

    /** The tax by the column kou; pay and dependants not below zero. */
    public long kou(long pay, int dependants) {
        int column = Math.min(dependants, MOST_DEPENDANTS);
        long tax = pay < from[0] ? 0 : pay < end ? cells[classOf(pay)][column] : kou.tax(pay, column);
        return Math.max(0, tax - PER_FURTHER_DEPENDANT * (dependants - column));
    }

    /** The tax by the column otsu; {@code japan.not-confirmed} for a segment that no source confirms. */
    public Outcome<Long> otsu(long pay) {
        if (pay < from[0]) {
            return Outcome.accepted(Yen.floor(pay, OTSU_BELOW, Bands.UNIT));
        }
        if (pay < end) {
            return Outcome.accepted(cells[classOf(pay)][OTSU]);
        }
        return otsu.confidence[otsu.at(pay)].equals("low")
                ? Outcome.refused(
                        Refusals.notConfirmed("otsu segment above " + otsu.from[otsu.at(pay)] + " yen of " + year))
                : Outcome.accepted(otsu.tax(pay, 0));
    }

    Outcome<Figure> figure(TaxColumn column, long pay, int dependants) {
        Outcome<Long> tax = column == TaxColumn.KOU ? Outcome.accepted(kou(pay, dependants)) : otsu(pay);
        return tax.map(yen -> new Figure(yen, trace(column, pay, dependants, yen)));
    }

    private TraceStep trace(TaxColumn column, long pay, int dependants, long yen) {
        TraceStep step = TraceStep.of("withholding by monthly table", yen)
                .with("law", LAW)
                .with("table", version)
                .with("confidence", pay < end ? confidence : confidenceAbove(column, pay))
                .with("column", column.text())
                .with("pay after social insurance", pay);
        return column == TaxColumn.KOU ? step.with("dependants", dependants) : step;
    }

    private String confidenceAbove(TaxColumn column, long pay) {
        Segments segments = column == TaxColumn.KOU ? kou : otsu;
        return segments.confidence[segments.at(pay)];
    }
}
