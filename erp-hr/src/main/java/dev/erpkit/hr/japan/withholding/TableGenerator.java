package dev.erpkit.hr.japan.withholding;

import dev.erpkit.hr.japan.internal.Yen;

/**
 * Makes the cells of the printed monthly table from the parameters of the year: the proof that a shipped table is right.
 *
 * <p>Column kou: the tax without surtax of what is left of the middle of the class, half up to 10 yen and 0 below 100, times
 * 1.021, half up to 10 yen. Column otsu: with L the lower edge, the tax of 2.5 L less that of 1.5 L, half up to 100 yen, times
 * 1.021, half up to 100 yen. It reproduces all 2,079 official cells of 2026.
 */
final class TableGenerator {
    /** Upper edges of the bands of a month's taxable income. */
    private static final long[] UP_TO = {162_500, 275_000, 579_166, 750_000, 1_500_000, 3_333_333, Long.MAX_VALUE};

    private static final long[] RATE_PERCENT = {5, 10, 20, 23, 33, 40, 45};

    /** In hundredths of a yen. */
    private static final long[] SUBTRACT = {0, 812_500, 3_562_500, 5_300_000, 12_800_000, 23_300_000, 39_966_650};

    private static final long SURTAX = 1_021;
    private static final long LEAST_TAX = 100;

    private final ComputerMethod parameters;

    TableGenerator(ComputerMethod parameters) {
        this.parameters = parameters;
    }

    /** The tax without surtax, in hundredths of a yen. */
    private static long plain(long taxable) {
        int band = 0;
        while (taxable > UP_TO[band]) {
            band++;
        }
        return taxable * RATE_PERCENT[band] - SUBTRACT[band];
    }

    long kou(long from, long to, int dependants) {
        long taxable = parameters.taxable((from + to) / 2, dependants);
        long tax = Yen.round(plain(taxable), 100, Yen.HALF_UP_10);
        return tax < LEAST_TAX ? 0 : Yen.round(tax * SURTAX, 1_000, Yen.HALF_UP_10);
    }

    long otsu(long from) {
        long difference = part(from * 5 / 2) - part(from * 3 / 2);
        return Yen.round(Yen.round(difference, 1, Yen.HALF_UP_100) * SURTAX, 1_000, Yen.HALF_UP_100);
    }

    private long part(long pay) {
        long taxable = pay - parameters.employmentDeduction(pay) - parameters.fullBasicDeduction();
        return Math.floorDiv(plain(Math.max(0, taxable)), 100);
    }
}
