package dev.erpkit.company.people;

import dev.erpkit.company.Chance;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.Contract;
import dev.erpkit.hr.employment.ContractId;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.employment.EmploymentChange.Left;
import dev.erpkit.hr.employment.EmploymentChange.Moved;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.NationalId;
import dev.erpkit.hr.employment.PayRate;
import dev.erpkit.hr.employment.PayRate.Per;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.japan.bankfile.ZenginAccounts;
import dev.erpkit.hr.japan.identity.MyNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;

/** Everybody who works for the company in the year, invented as all of it, and what happens to them. */
final class Staff {
    static final String SALES = "sales";
    static final String LOGISTICS = "logistics";

    /** Turns forty in the year, and has a family. */
    static final String SHOWN = "E-102";

    static final String LEAVER = "E-105";
    static final String RAISED = "E-109";

    static final List<Employee> ALL = List.of(
            monthly(who("E-101", "森田陽子", "モリタヨウコ", "1968-02-14", "2009-04-01"), 640_000, both(1, 1), family(4)),
            monthly(who("E-102", "佐藤大輔", "サトウダイスケ", "1985-09-20", "2012-04-01"), 380_000, only(SALES), family(1)),
            monthly(
                    who("E-103", "井上美咲", "イノウエミサキ", "1991-03-30", "2015-10-01"),
                    310_000,
                    only(SALES),
                    single(14_600, 18, 178_400)),
            monthly(who("E-104", "高橋誠", "タカハシマコト", "1979-12-03", "2011-06-01"), 350_000, only(LOGISTICS), parents()),
            monthly(
                    who("E-105", "小林翼", "コバヤシツバサ", "1998-07-07", "2021-04-01"),
                    248_000,
                    only(LOGISTICS),
                    single(9_800, 24, 116_200)),
            hourly(
                    who("E-106", "山本幸子", "ヤマモトサチコ", "1975-05-21", "2019-06-01"),
                    1_240,
                    22,
                    4,
                    Papers.of(0, 6_300, 0, 0, 0)),
            hourly(who("E-107", "石川悠", "イシカワユウ", "2004-11-11", "2024-05-01"), 1_180, 12, 2, student()),
            monthly(
                    who("E-108", "中村拓海", "ナカムラタクミ", "1994-01-25", "2018-04-01"),
                    290_000,
                    only(SALES),
                    single(11_200, 38, 149_800)),
            monthly(
                    who("E-109", "渡辺真理", "ワタナベマリ", "1988-08-08", "2014-07-01"),
                    330_000,
                    both(2, 1),
                    single(13_400, 12, 198_900)),
            monthly(who("E-110", "木村さくら", "キムラサクラ", "1996-10-02", "2025-08-01"), 300_000, only(SALES), joiner()),
            monthly(
                    who("E-111", "藤田修", "フジタオサム", "1960-03-20", "1990-04-01"),
                    260_000,
                    only(LOGISTICS),
                    single(8_200, 6, 121_500)));

    /** Somebody leaves at the end of October, as was said in September. */
    static final LocalDate LEAVING_TOLD = LocalDate.of(2025, 9, 12);

    static final Left LEAVING = new Left(contract(LEAVER), LocalDate.of(2025, 10, 31), "resigned");

    /** A raise is agreed in November and holds from the wages that were paid in October. */
    static final LocalDate RAISE_AGREED = LocalDate.of(2025, 11, 4);

    static final Moved RAISE = new Moved(
            contract(RAISED),
            LocalDate.of(2025, 9, 16),
            find(RAISED).contract().terms().paying(per(376_000, Per.MONTH)));

    /** A person before the contract. */
    private record Who(String id, String name, String kana, String born, String joined) {}

    private Staff() {}

    private static Who who(String id, String name, String kana, String born, String joined) {
        return new Who(id, name, kana, born, joined);
    }

    static Employee find(String id) {
        return ALL.stream()
                .filter(employee -> employee.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The days of the year on which somebody joins, or something is agreed. */
    static NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>(List.of(LEAVING_TOLD, RAISE_AGREED));
        ALL.stream()
                .map(Employee::joined)
                .filter(day -> day.isAfter(PayCalendar.OPENING))
                .forEach(days::add);
        return days;
    }

    private static ContractId contract(String person) {
        return ContractId.of(person + "/1");
    }

    private static PayRate per(long yen, Per per) {
        return new PayRate(Amounts.of(yen, Amounts.currency("JPY")), per);
    }

    private static Employee monthly(Who person, long yen, CostShare[] centres, Papers papers) {
        EmploymentTerms terms = EmploymentTerms.of("regular", "yokohama", Rational.of(40), 5)
                .in(OrganisationPlan.heldBy(person.id()))
                .paying(per(yen, Per.MONTH))
                .borneBy(centres);
        return employee(person, terms, papers);
    }

    private static Employee hourly(Who person, long yen, int hours, int days, Papers papers) {
        EmploymentTerms terms = EmploymentTerms.of("part-time", "yokohama", Rational.of(hours), days)
                .in(OrganisationPlan.heldBy(person.id()))
                .paying(per(yen, Per.HOUR))
                .borneBy(only(LOGISTICS));
        return employee(person, terms, papers);
    }

    private static Employee employee(Who person, EmploymentTerms terms, Papers papers) {
        String id = person.id();
        PersonalData data = new PersonalData(
                        Optional.of(person.name()),
                        Optional.of(person.kana()),
                        Optional.of(LocalDate.parse(person.born())),
                        Optional.of(number(id)),
                        Lists.immutable.empty())
                .paidTo(ZenginAccounts.of("0990", "101", "1", digits("account", id, 7), person.kana()));
        Contract contract = Contract.of(contract(id), "main", DateRange.from(LocalDate.parse(person.joined())), terms);
        return new Employee(id, data, contract, papers);
    }

    /** An invented number with its right check digit. */
    private static NationalId number(String id) {
        String digits = digits("number", id, 11);
        return IntStream.range(0, 10)
                .mapToObj(check -> new NationalId(MyNumber.SCHEME, digits + check))
                .filter(number -> MyNumber.check(number).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String digits(String what, String id, int count) {
        return IntStream.range(0, count)
                .mapToObj(place -> String.valueOf(Chance.between(0, 9, what + id + "/" + place)))
                .collect(Collectors.joining());
    }

    private static CostShare[] only(String centre) {
        return new CostShare[] {new CostShare(centre, 1)};
    }

    private static CostShare[] both(long sales, long logistics) {
        return new CostShare[] {new CostShare(SALES, sales), new CostShare(LOGISTICS, logistics)};
    }

    private static Papers single(long fare, int overtimeHours, long residentTax) {
        return Papers.of(0, fare, overtimeHours, residentTax - 9_300, residentTax)
                .declaring("life-new-general", 48_000)
                .declaring("life-care-medical", 26_400);
    }

    /** A spouse without income; the more dependants, the older the children. */
    private static Papers family(int dependants) {
        Papers papers = Papers.of(dependants, 12_400, dependants == 1 ? 20 : 0, 214_700, 223_500)
                .declaring("has-spouse", 1)
                .declaring("life-new-general", 96_000)
                .declaring("earthquake-insurance", 22_000);
        return dependants == 1
                ? papers
                : papers.declaring("year-end-general", 1).declaring("year-end-specified", dependants - 2L);
    }

    /** A spouse who earns a little, and a mother of seventy-eight in the household. */
    private static Papers parents() {
        return Papers.of(2, 10_500, 16, 139_600, 146_100)
                .declaring("has-spouse", 1)
                .declaring("spouse-income", 280_000)
                .declaring("year-end-elderly-cohabiting-parents", 1);
    }

    /** A working student counts as one dependant. */
    private static Papers student() {
        return Papers.of(1, 4_100, 0, 0, 0).declaring("working-student", 1);
    }

    /** The slip of the employer before is the opening balance. */
    private static Papers joiner() {
        return Papers.of(0, 12_800, 10, 0, 0)
                .before("taxable-pay-of-year", 1_904_000)
                .before("social-insurance-of-year", 283_500)
                .before("tax-of-year", 37_940);
    }
}
