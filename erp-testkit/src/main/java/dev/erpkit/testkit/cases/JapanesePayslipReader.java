package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance.Business;
import dev.erpkit.hr.japan.insurance.InsuranceRates;
import dev.erpkit.hr.japan.labour.MinimumWages;
import dev.erpkit.hr.japan.withholding.TaxColumn;
import dev.erpkit.hr.payroll.Rate;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;

/** Monthly payslips in Japan, through the pack. */
final class JapanesePayslipReader {
    private static final ImmutableMap<String, String> ACCIDENT =
            Maps.immutable.ofMap(Map.of("3", "94", "13", "95", "9.5", "35"));

    /** Of somebody who is not insured in the month. */
    private static final long ANY_GRADE = 300_000;

    private JapanesePayslipReader() {}

    static void run(Case current) {
        JapaneseFacts.topic(current, "payslip");
        JapaneseFacts given = new JapaneseFacts(current);
        YearMonth payMonth =
                given.month("pay_month", "month").orElseThrow(() -> new UnsupportedCaseException("no pay month"));
        JapaneseSlip slip = new JapaneseSlip(payMonth);
        long gross = gross(given);
        long commuting = given.amountOr(0, "commuting", "commuting_allowance");
        boolean within = commuting > 0 && given.any("gross").isPresent();
        slip.input
                .set("pay", within ? gross - commuting : gross)
                .set("commuting-allowance", commuting)
                .set("commuting-car-kilometres", given.countOr(0, "car_km", "km", "distance_km", "vehicle_km"))
                .set("commuting-parking", given.amountOr(0, "parking", "parking_fee"));
        CaseHousing.of(given).ifPresent(housing -> slip.input.set("other-taxed-benefits", housing.taxed()));
        slip.input
                .set("meal-value", given.amountOr(0, "meal_value"))
                .set("meal-own-share", given.amountOr(0, "worker_pays"));
        social(given, slip, payMonth);
        labour(given, slip, payMonth);
        tax(given, slip, payMonth);
        given.nothingElse();
        slip.check(current);
    }

    private static long gross(JapaneseFacts given) {
        Optional<Field> stated = given.any("gross", "wage", "pay", "base", "basic");
        if (stated.isPresent()) {
            return stated.get().decimal().longValueExact();
        }
        Optional<Field> monthly = given.any("monthly", "monthly_wage", "salary", "contract");
        if (monthly.isEmpty() || given.any("monthly_hours", "annual_hours").isPresent()) {
            return byTheHour(given, monthly);
        }
        // part of a month, half up to the yen as in the cases of proration
        return RoundingPolicy.parse("half-up:0")
                .round(HourWords.number(monthly.get())
                        .multiply(HourWords.number(given.need("days_paid", "paid_days", "days_worked")))
                        .divide(HourWords.number(given.need("days_scheduled", "scheduled_days", "working_days"))))
                .longValueExact();
    }

    /** The minimum wage for the hours of a month, or the wage agreed where that is more. */
    private static long byTheHour(JapaneseFacts given, Optional<Field> monthly) {
        Rational hours = given.any("annual_hours")
                .map(HourWords::number)
                .orElseGet(() ->
                        HourWords.number(given.need("monthly_hours", "hours")).multiply(Rational.of(12)));
        long minimum = given.need("minimum_wage", "hourly_wage").decimal().longValueExact();
        given.any("worksite").ifPresent(site -> Prefectures.code(site.text()));
        Rational floor = MinimumWages.monthlyFloor(minimum, hours);
        Rational agreed = monthly.map(HourWords::number).orElse(Rational.ZERO);
        boolean met = MinimumWages.isMet(agreed.multiply(Rational.of(12)).divide(hours), minimum);
        return HourWords.yen(met ? agreed : floor);
    }

    private static void social(JapaneseFacts given, JapaneseSlip slip, YearMonth payMonth) {
        slip.input.set(
                "standard-remuneration",
                given.amountOr(ANY_GRADE, "grade", "standard", "standard_monthly_remuneration"));
        given.any("age")
                .ifPresent(age -> slip.input.set(
                        "born",
                        payMonth.atDay(1)
                                .minusYears(age.decimal().longValueExact())
                                .minusMonths(2)));
        given.any("born", "date_of_birth").ifPresent(born -> slip.input.set("born", born.date()));
        given.any("joined", "hired", "enrolled", "acquired", "hire_date")
                .ifPresent(joined -> slip.input.set("joined", joined.date()));
        given.any("last_day", "left").ifPresent(last -> slip.leaves(last.date()));
        given.any("exemption")
                .ifPresent(leave -> slip.input.set("leave-exempt", !leave.text().equals("none")));
        Optional<String> prefecture = given.prefecture();
        Optional<Rate> rate = given.any("health_rate").map(field -> Rate.percent(field.text()));
        String code = prefecture.orElseGet(() ->
                rate.map(known -> prefectureAt(known, payMonth.minusMonths(1))).orElse("13"));
        rate.ifPresent(known -> requireRate(known, code, payMonth.minusMonths(1)));
        slip.input.set("prefecture", code);
    }

    private static boolean same(Rate a, Rate b) {
        return Math.multiplyExact(a.numerator(), b.denominator()) == Math.multiplyExact(b.numerator(), a.denominator());
    }

    private static void requireRate(Rate rate, String prefecture, YearMonth month) {
        if (!same(rate, InsuranceRates.health(prefecture, month).orElseThrow())) {
            throw new UnsupportedCaseException("a health rate that is not of prefecture " + prefecture);
        }
    }

    private static String prefectureAt(Rate rate, YearMonth month) {
        return IntStream.rangeClosed(1, 47)
                .mapToObj(code -> String.format(Locale.ROOT, "%02d", code))
                .filter(code -> same(rate, InsuranceRates.health(code, month).orElseThrow()))
                .findFirst()
                .orElseThrow(() -> new UnsupportedCaseException("no prefecture has this health rate"));
    }

    private static void labour(JapaneseFacts given, JapaneseSlip slip, YearMonth payMonth) {
        LocalDate closing =
                given.any("closing_date", "wage_closing_date").map(Field::date).orElse(payMonth.atEndOfMonth());
        slip.closedOn(closing);
        Optional<String> rates = given.any("ei", "ei_rates").map(Field::text);
        if (rates.filter(text -> text.equals("none") || text.equals("false")).isPresent()) {
            slip.input.set("employment-insured", false);
        } else {
            Optional<Business> stated =
                    given.any("business", "ei_class").map(field -> JapaneseInsuranceReaders.business(field.text()));
            slip.input.set(
                    "business",
                    stated.or(() -> rates.map(text -> businessAt(text, closing)))
                            .orElse(Business.GENERAL)
                            .text());
        }
        given.any("wc", "workers_comp_per_mille").ifPresent(field -> {
            if (field.text().equals("none") || field.text().equals("false")) {
                slip.input.set("accident-insured", false);
                return;
            }
            String kind = ACCIDENT.get(field.decimal().stripTrailingZeros().toPlainString());
            if (kind == null) {
                slip.input.set("accident-merit-per-mille", field.text());
            } else {
                slip.input.set("accident-business", kind);
            }
        });
    }

    /** The business with rates such as {@code 5.5/9}. */
    private static Business businessAt(String text, LocalDate closing) {
        String[] rates = text.split("/");
        for (Business business : Business.values()) {
            EmploymentInsurance.Rates known =
                    EmploymentInsurance.rates(business, closing).orElseThrow();
            if (rates.length == 2
                    && same(known.employee(), Rate.perMille(rates[0]))
                    && same(known.employer(), Rate.perMille(rates[1]))) {
                return business;
            }
        }
        throw new UnsupportedCaseException("rates of employment insurance " + text);
    }

    private static void tax(JapaneseFacts given, JapaneseSlip slip, YearMonth payMonth) {
        int dependants = given.countOr(-1, "dependants", "dependents");
        boolean abroad = given.flag("non_resident", "nonresident")
                || !given.any("resident").map(Field::truth).orElse(true);
        TaxColumn column =
                abroad ? TaxColumn.NON_RESIDENT : given.column(dependants >= 0 ? TaxColumn.KOU : TaxColumn.OTSU);
        slip.input.set("tax-column", column.text());
        slip.input.set("method", given.any("method").map(Field::text).orElse("table"));
        if (column == TaxColumn.KOU) {
            slip.input.set("dependants", Math.max(0, dependants));
        }
        resident(given, slip, payMonth);
    }

    private static void resident(JapaneseFacts given, JapaneseSlip slip, YearMonth payMonth) {
        Optional<Field> installment = given.any("resident_tax", "resident_monthly");
        boolean rest = given.any("request", "resident_request")
                .filter(JapaneseResidentReaders::wholeRest)
                .isPresent();
        if (installment.isEmpty()) {
            return;
        }
        long yen = installment.get().decimal().longValueExact();
        slip.input.set("resident-collected", true).set("resident-monthly", yen).set("resident-rest-requested", rest);
        if (payMonth.getMonth() == Month.JUNE) {
            slip.input.set("resident-first", yen);
        }
    }
}
