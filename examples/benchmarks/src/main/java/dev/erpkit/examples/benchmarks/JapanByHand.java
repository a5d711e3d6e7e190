package dev.erpkit.examples.benchmarks;

import static dev.erpkit.examples.benchmarks.JapanPeople.BORN;
import static dev.erpkit.examples.benchmarks.JapanPeople.DEPENDANTS;
import static dev.erpkit.examples.benchmarks.JapanPeople.FARE;
import static dev.erpkit.examples.benchmarks.JapanPeople.JOINED;
import static dev.erpkit.examples.benchmarks.JapanPeople.PAY;
import static dev.erpkit.examples.benchmarks.JapanPeople.PLACE;
import static dev.erpkit.examples.benchmarks.JapanPeople.PREMIUM;
import static dev.erpkit.examples.benchmarks.JapanPeople.RESIDENT;
import static dev.erpkit.examples.benchmarks.JapanPeople.STANDARD;

import dev.erpkit.hr.japan.insurance.InsuranceRates;
import dev.erpkit.hr.japan.withholding.MonthlyTable;
import dev.erpkit.hr.japan.withholding.WithholdingYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rules of monthly pay in Japan written out for May 2026, without a trace and with nothing that could be of use
 * for another month: rates by prefecture and the printed table in arrays, the birthdays from which an insurance holds
 * as days. The same in longs and in decimals.
 */
final class JapanByHand {
    /** The figures of a payslip, in the order in which both hand them out; the last one is the net pay. */
    static final String[] FIGURES = {
        "pay",
        "commuting",
        "gross",
        "health",
        "child-support",
        "pension",
        "employment-insurance",
        "social-insurance",
        "taxable-pay",
        "tax-base",
        "income-tax",
        "resident-tax",
        "health-employer",
        "child-support-employer",
        "pension-employer",
        "child-contribution",
        "employment-insurance-employer",
        "accident-insurance"
    };

    private static final long UNTAXED_FARE = 150_000;
    private static final long LOWEST = 88_000;
    private static final long HIGHEST = 650_000;

    /**
     * The first birthdays of those who have attained 75, 70, 65 and 40 years by the end of April 2026, or with 1 May.
     */
    private static final long AGE_75 = LocalDate.of(1951, 4, 30).toEpochDay();

    private static final long AGE_70 = LocalDate.of(1956, 5, 1).toEpochDay();
    private static final long AGE_65 = LocalDate.of(1961, 5, 1).toEpochDay();
    private static final long AGE_40 = LocalDate.of(1986, 5, 1).toEpochDay();
    private static final long APRIL_ENDS = LocalDate.of(2026, 4, 30).toEpochDay();

    private final JapanPeople people;
    private final long[] health = new long[47];
    private final long[] healthWithCare = new long[47];
    private final BigDecimal[] healthRate = new BigDecimal[47];
    private final BigDecimal[] healthWithCareRate = new BigDecimal[47];
    private final long[] from;
    private final long[][] kou;

    JapanByHand(JapanPeople people) {
        this.people = people;
        for (int i = 0; i < health.length; i++) {
            String place = i < 9 ? "0" + (i + 1) : String.valueOf(i + 1);
            health[i] = InsuranceRates.health(place, PREMIUM).orElseThrow().numerator();
            healthWithCare[i] =
                    InsuranceRates.healthWithCare(place, PREMIUM).orElseThrow().numerator();
            healthRate[i] = BigDecimal.valueOf(health[i], 4);
            healthWithCareRate[i] = BigDecimal.valueOf(healthWithCare[i], 4);
        }
        MonthlyTable table = WithholdingYear.of(2026).orElseThrow().table();
        from = IntStream.range(0, table.classes()).mapToLong(table::lowerEdge).toArray();
        kou = Arrays.stream(from)
                .mapToObj(edge -> IntStream.range(0, 8)
                        .mapToLong(persons -> table.kou(edge, persons))
                        .toArray())
                .toArray(long[][]::new);
    }

    private boolean insured(int person) {
        return people.columns[JOINED][person] <= APRIL_ENDS;
    }

    /** By the printed table: below its first class nothing; nobody here earns more than its last one. */
    private long tax(long base, int persons) {
        int found = Arrays.binarySearch(from, base);
        return base < from[0] ? 0 : kou[found >= 0 ? found : -found - 2][persons];
    }

    /** The figures of a person in yen. */
    long[] inLongs(int person) {
        long[][] facts = people.columns;
        long pay = facts[PAY][person];
        long fare = facts[FARE][person];
        long born = facts[BORN][person];
        int place = (int) facts[PLACE][person];
        boolean insured = insured(person);
        long base = insured && born > AGE_75 ? facts[STANDARD][person] : 0;
        long pensionBase = insured && born > AGE_70 ? Math.min(Math.max(facts[STANDARD][person], LOWEST), HIGHEST) : 0;
        long healthRate = born > AGE_65 && born <= AGE_40 ? healthWithCare[place] : health[place];

        long gross = Math.addExact(pay, fare);
        long ofHealth = half(base, healthRate);
        long ofSupport = half(base, 23);
        long ofPension = half(pensionBase, 1_830);
        long ofEmployment = half(gross, 100);
        long social = Math.addExact(Math.addExact(ofHealth, ofSupport), Math.addExact(ofPension, ofEmployment));
        long taxable = gross - Math.min(fare, UNTAXED_FARE);
        long taxBase = Math.max(0, taxable - social);
        long tax = tax(taxBase, (int) facts[DEPENDANTS][person]);
        long resident = facts[RESIDENT][person];
        return new long[] {
            pay,
            fare,
            gross,
            ofHealth,
            ofSupport,
            ofPension,
            ofEmployment,
            social,
            taxable,
            taxBase,
            tax,
            resident,
            Math.multiplyExact(base, healthRate) / 10_000 - ofHealth,
            Math.multiplyExact(base, 23L) / 10_000 - ofSupport,
            Math.multiplyExact(pensionBase, 1_830L) / 10_000 - ofPension,
            Math.multiplyExact(pensionBase, 36L) / 10_000,
            Math.multiplyExact(gross, 85L) / 10_000,
            Math.multiplyExact(gross, 3L) / 1_000,
            Math.subtractExact(gross, Math.addExact(social, Math.addExact(tax, resident)))
        };
    }

    /** Half of a premium, 50 sen and under dropped. */
    private static long half(long base, long tenThousandths) {
        long product = Math.multiplyExact(base, tenThousandths);
        long yen = product / 20_000;
        return product - yen * 20_000 > 10_000 ? yen + 1 : yen;
    }

    /** The same figures in decimals. */
    BigDecimal[] inDecimals(int person) {
        long[][] facts = people.columns;
        BigDecimal pay = BigDecimal.valueOf(facts[PAY][person]);
        BigDecimal fare = BigDecimal.valueOf(facts[FARE][person]);
        BigDecimal standard = BigDecimal.valueOf(facts[STANDARD][person]);
        long born = facts[BORN][person];
        int place = (int) facts[PLACE][person];
        boolean insured = insured(person);
        BigDecimal base = insured && born > AGE_75 ? standard : BigDecimal.ZERO;
        BigDecimal pensionBase =
                insured && born > AGE_70 ? standard.max(Decimals.LOWEST).min(Decimals.HIGHEST) : BigDecimal.ZERO;
        BigDecimal rate = born > AGE_65 && born <= AGE_40 ? healthWithCareRate[place] : healthRate[place];

        BigDecimal gross = pay.add(fare);
        BigDecimal ofHealth = half(base, rate);
        BigDecimal ofSupport = half(base, Decimals.SUPPORT);
        BigDecimal ofPension = half(pensionBase, Decimals.PENSION);
        BigDecimal ofEmployment = half(gross, Decimals.EMPLOYMENT);
        BigDecimal social = ofHealth.add(ofSupport).add(ofPension).add(ofEmployment);
        BigDecimal taxable = gross.subtract(fare.min(Decimals.UNTAXED));
        BigDecimal taxBase = taxable.subtract(social).max(BigDecimal.ZERO);
        BigDecimal tax = BigDecimal.valueOf(tax(taxBase.longValueExact(), (int) facts[DEPENDANTS][person]));
        BigDecimal resident = BigDecimal.valueOf(facts[RESIDENT][person]);
        return new BigDecimal[] {
            pay,
            fare,
            gross,
            ofHealth,
            ofSupport,
            ofPension,
            ofEmployment,
            social,
            taxable,
            taxBase,
            tax,
            resident,
            whole(base, rate).subtract(ofHealth),
            whole(base, Decimals.SUPPORT).subtract(ofSupport),
            whole(pensionBase, Decimals.PENSION).subtract(ofPension),
            whole(pensionBase, Decimals.CHILD),
            whole(gross, Decimals.EMPLOYER),
            whole(gross, Decimals.ACCIDENT),
            gross.subtract(social).subtract(tax).subtract(resident)
        };
    }

    Map<String, BigDecimal> inDecimalsByName(int person) {
        BigDecimal[] figures = inDecimals(person);
        Map<String, BigDecimal> named = new LinkedHashMap<>();
        for (int i = 0; i < figures.length; i++) {
            named.put(i < FIGURES.length ? FIGURES[i] : "net", figures[i]);
        }
        return named;
    }

    private static BigDecimal half(BigDecimal base, BigDecimal rate) {
        return base.multiply(rate).multiply(Decimals.HALF).setScale(0, RoundingMode.HALF_DOWN);
    }

    private static BigDecimal whole(BigDecimal base, BigDecimal rate) {
        return base.multiply(rate).setScale(0, RoundingMode.DOWN);
    }

    /** Rates and bounds as decimals. */
    private static final class Decimals {
        static final BigDecimal HALF = new BigDecimal("0.5");
        static final BigDecimal SUPPORT = new BigDecimal("0.0023");
        static final BigDecimal PENSION = new BigDecimal("0.183");
        static final BigDecimal CHILD = new BigDecimal("0.0036");
        static final BigDecimal EMPLOYMENT = new BigDecimal("0.01");
        static final BigDecimal EMPLOYER = new BigDecimal("0.0085");
        static final BigDecimal ACCIDENT = new BigDecimal("0.003");
        static final BigDecimal UNTAXED = BigDecimal.valueOf(UNTAXED_FARE);
        static final BigDecimal LOWEST = BigDecimal.valueOf(JapanByHand.LOWEST);
        static final BigDecimal HIGHEST = BigDecimal.valueOf(JapanByHand.HIGHEST);
    }
}
