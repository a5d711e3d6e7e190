package dev.erpkit.hr.japan.withholding;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.Figure;
import dev.erpkit.hr.japan.internal.Table;
import dev.erpkit.hr.japan.internal.Yen;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The formula for payers who compute by machine (電算機計算の特例, Income Tax Act article 189, notice 116 of 2012), column kou,
 * of one year. With A the pay after social insurance, {@code B = A - employment deduction - 31,667 a person - basic
 * deduction} and the tax is that of B, rounded half up to 10 yen; 0 if B is not above 0.
 *
 * <p>Worked, 2026: pay 775,200, three dependants. B = 775,200 - 162,500 - 95,001 - 48,334 = 469,365; B x 20.42 % - 36,374 =
 * 59,470.333, tax 59,470.
 *
 * @see WithholdingYear#computer()
 */
public final class ComputerMethod {
    static final String LAW = "Income Tax Act art. 189; MoF notice 116 of 2012";
    private final Bands employment;
    private final long perPerson;
    private final Bands basic;
    private final Bands tax;
    private final String version;

    ComputerMethod(Table table, String year) {
        ImmutableList<Table.Row> rows = table.rows().select(row -> row.text(0).equals(year));
        employment = Bands.of(rows, "T1");
        perPerson = rows.detectOptional(row -> row.text(1).equals("T2"))
                .orElseThrow()
                .number(4);
        basic = Bands.of(rows, "T3");
        tax = Bands.of(rows, "T4");
        version = table.version() + " " + year;
    }

    /** The deduction for employment income (table 1), any fraction up. */
    public long employmentDeduction(long pay) {
        return -Math.floorDiv(-employment.scaled(pay), Bands.UNIT);
    }

    /** The deduction for the spouse and dependants (table 2). */
    public long personsDeduction(int dependants) {
        return perPerson * dependants;
    }

    /** The basic deduction (table 3). */
    public long basicDeduction(long pay) {
        return basic.constant(pay);
    }

    /** The basic deduction before it steps down. */
    long fullBasicDeduction() {
        return basic.constant(0);
    }

    /** B: what is left of the pay after the deductions, not below zero. */
    public long taxable(long pay, int dependants) {
        return Math.max(0, pay - employmentDeduction(pay) - personsDeduction(dependants) - basicDeduction(pay));
    }

    /** The tax of B (table 4), half up to 10 yen. */
    public long taxOf(long taxable) {
        return taxable <= 0 ? 0 : Yen.round(tax.scaled(taxable), Bands.UNIT, Yen.HALF_UP_10);
    }

    /** The tax of the pay after social insurance, both not below zero. */
    public long tax(long pay, int dependants) {
        return taxOf(taxable(pay, dependants));
    }

    Figure figure(long pay, int dependants) {
        long taxable = taxable(pay, dependants);
        long yen = taxOf(taxable);
        return new Figure(
                yen,
                TraceStep.of("withholding by computer method", yen)
                        .with("law", LAW)
                        .with("table", version)
                        .with("pay after social insurance", pay)
                        .with("dependants", dependants)
                        .with("rounding", Yen.HALF_UP_10)
                        .from(TraceStep.of("taxable B", taxable)
                                .with("employment deduction", employmentDeduction(pay))
                                .with("persons deduction", personsDeduction(dependants))
                                .with("basic deduction", basicDeduction(pay))));
    }
}
