package dev.erpkit.company.people;

import dev.erpkit.hr.employment.PersonFile;
import dev.erpkit.hr.japan.insurance.RemunerationDecision;
import dev.erpkit.hr.japan.insurance.RemunerationDecision.Decision;
import dev.erpkit.hr.japan.insurance.RemunerationMonth;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.japan.insurance.StandardRemuneration.Grade;
import dev.erpkit.hr.japan.insurance.WorkerKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The standard monthly remuneration of the premium months: by the wage agreed at first, by the regular decision from
 * September on, and by an occasional revision in the fourth month after a raise.
 *
 * @param employee whose
 * @param file the contracts as they are known
 * @param raise the first month in which a raise is paid, if there was one
 */
record StandardPay(Employee employee, PersonFile file, Optional<YearMonth> raise) {
    private static final YearMonth DECIDED = YearMonth.of(2025, 9);

    /** The standard of a premium month, in yen. */
    long of(YearMonth month) {
        Decision decision = decided();
        long standard = !month.isBefore(DECIDED) && decision.applies() ? standard(decision) : agreed();
        return revised(decision)
                .filter(revision -> !month.isBefore(revision.from()))
                .flatMap(Decision::health)
                .map(Grade::standard)
                .orElse(standard);
    }

    /** The wage and the fare of a whole month. */
    private long agreed() {
        return StandardRemuneration.health(agreedPay()).standard();
    }

    private long agreedPay() {
        PersonFile first = employee.joiningFile();
        YearMonth whole = YearMonth.from(employee.joined()).plusMonths(2);
        YearMonth month = whole.isBefore(PayCalendar.FIRST) ? PayCalendar.FIRST : whole;
        Wage wage = Wage.of(employee, first, month).orElseThrow();
        return wage.pay() + wage.fare();
    }

    private Decision decided() {
        return RemunerationDecision.regular(
                        DECIDED.getYear(),
                        months(DECIDED.minusMonths(5)),
                        WorkerKind.ORDINARY,
                        employee.joined(),
                        lastDay(),
                        Optional.empty())
                .orElseThrow();
    }

    private Optional<Decision> revised(Decision before) {
        return raise.map(first -> RemunerationDecision.occasional(
                        before.average().orElseGet(this::agreedPay), months(first), 1, WorkerKind.ORDINARY, first)
                .orElseThrow());
    }

    private static long standard(Decision decision) {
        return decision.health().orElseThrow().standard();
    }

    /** Three months of payment; who is paid by the month is paid for every day of it. */
    private ImmutableList<RemunerationMonth> months(YearMonth first) {
        return Lists.immutable
                .of(first, first.plusMonths(1), first.plusMonths(2))
                .collect(this::month);
    }

    private RemunerationMonth month(YearMonth month) {
        return Wage.of(employee, file, month)
                .map(wage -> new RemunerationMonth(
                        wage.remuneration(), (int) PayCalendar.period(month).days()))
                .orElse(new RemunerationMonth(0, 0));
    }

    private Optional<LocalDate> lastDay() {
        return file.lastDay().filter(day -> !day.equals(LocalDate.MAX));
    }
}
