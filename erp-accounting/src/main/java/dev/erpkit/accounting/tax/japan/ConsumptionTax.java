package dev.erpkit.accounting.tax.japan;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxTreatment;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.calendar.DateRange;
import java.time.LocalDate;

/**
 * 消費税 and 地方消費税 as taxes: groups of a national and a local part, and the classes without tax.
 *
 * <table>
 * <caption>Rates in per cent: national and local</caption>
 * <tr><th>from</th><th>standard</th><th>reduced</th><th>law</th></tr>
 * <tr><td>1989-04-01</td><td>3</td><td></td><td>昭和63年法律第108号</td></tr>
 * <tr><td>1997-04-01</td><td>4 + 1</td><td></td><td>平成6年法律第109号, 第111号</td></tr>
 * <tr><td>2014-04-01</td><td>6.3 + 1.7</td><td></td><td>平成24年法律第68号, 第69号</td></tr>
 * <tr><td>2019-10-01</td><td>7.8 + 2.2</td><td>6.24 + 1.76</td><td>the same, as amended by 平成28年法律第15号, 第85号</td></tr>
 * </table>
 *
 * <p>Left out: the raised rate of passenger cars until 1994. Accounts are {@code consumption-tax} and {@code
 * local-consumption-tax}; bases count in boxes named as the codes.
 */
public final class ConsumptionTax {
    /** 標準税率: the standard rate of the tax point. */
    public static final String STANDARD = "JP-STANDARD";

    /** 軽減税率: the reduced rate, from October 2019. */
    public static final String REDUCED = "JP-REDUCED";

    /** 旧税率 8 %: for supplies after September 2019 to which transitional measures leave the rate of 2014. */
    public static final String FORMER_8 = "JP-FORMER-8";

    /** 旧税率 5 %: for supplies after March 2014 to which transitional measures leave the rate of 1997. */
    public static final String FORMER_5 = "JP-FORMER-5";

    /** 免税: exports. */
    public static final String EXPORT = "JP-EXPORT";

    /** 非課税: land, interest, medicine, rent of dwellings. */
    public static final String EXEMPT = "JP-EXEMPT";

    /** 不課税: outside the tax. */
    public static final String OUT_OF_SCOPE = "JP-OUT-OF-SCOPE";

    private static final String NATIONAL = "-NATIONAL";
    private static final String LOCAL = "-LOCAL";

    private ConsumptionTax() {}

    /** All of them; prices are before tax unless lines say otherwise. */
    public static Taxes taxes() {
        return Taxes.of(
                group(STANDARD, TaxTreatment.STANDARD),
                national(STANDARD)
                        .rate(range("1989-04-01", "1997-04-01"), "3")
                        .rate(range("1997-04-01", "2014-04-01"), "4")
                        .rate(range("2014-04-01", "2019-10-01"), "6.3")
                        .rateFrom("2019-10-01", "7.8")
                        .build(),
                local(STANDARD)
                        .rate(range("1997-04-01", "2014-04-01"), "1")
                        .rate(range("2014-04-01", "2019-10-01"), "1.7")
                        .rateFrom("2019-10-01", "2.2")
                        .build(),
                group(REDUCED, TaxTreatment.REDUCED),
                national(REDUCED)
                        .treatment(TaxTreatment.REDUCED)
                        .rateFrom("2019-10-01", "6.24")
                        .build(),
                local(REDUCED)
                        .treatment(TaxTreatment.REDUCED)
                        .rateFrom("2019-10-01", "1.76")
                        .build(),
                group(FORMER_8, TaxTreatment.STANDARD),
                national(FORMER_8).rateFrom("2014-04-01", "6.3").build(),
                local(FORMER_8).rateFrom("2014-04-01", "1.7").build(),
                group(FORMER_5, TaxTreatment.STANDARD),
                national(FORMER_5).rateFrom("1997-04-01", "4").build(),
                local(FORMER_5).rateFrom("1997-04-01", "1").build(),
                free(EXPORT, TaxTreatment.ZERO_RATED),
                free(EXEMPT, TaxTreatment.EXEMPT),
                free(OUT_OF_SCOPE, TaxTreatment.OUT_OF_SCOPE));
    }

    /** The code of the national part of a group. */
    public static String nationalOf(String group) {
        return group + NATIONAL;
    }

    /** The code of the local part of a group. */
    public static String localOf(String group) {
        return group + LOCAL;
    }

    private static Tax group(String code, TaxTreatment treatment) {
        return Tax.group(code, nationalOf(code), localOf(code))
                .treatment(treatment)
                .build();
    }

    private static Tax.Builder national(String group) {
        return Tax.builder()
                .code(nationalOf(group))
                .invoice(Repartition.of(TaxPart.base(BoxTag.plus(group)), TaxPart.tax("consumption-tax")));
    }

    /** Local consumption tax began in April 1997: before, lines are not taxed by it. */
    private static Tax.Builder local(String group) {
        return Tax.builder()
                .code(localOf(group))
                .validity(DateRange.from(LocalDate.of(1997, 4, 1)))
                .invoice(Repartition.of(TaxPart.base(), TaxPart.tax("local-consumption-tax")));
    }

    private static Tax free(String code, TaxTreatment treatment) {
        return Tax.percent(code, "0")
                .treatment(treatment)
                .invoice(Repartition.of(TaxPart.base(BoxTag.plus(code)), TaxPart.tax("consumption-tax")))
                .build();
    }

    private static DateRange range(String startInclusive, String endExclusive) {
        return DateRange.of(LocalDate.parse(startInclusive), LocalDate.parse(endExclusive));
    }
}
