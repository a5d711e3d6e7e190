package dev.erpkit.testkit.cases;

import dev.erpkit.hr.japan.insurance.RemunerationDecision;
import dev.erpkit.hr.japan.insurance.RemunerationDecision.Decision;
import dev.erpkit.hr.japan.insurance.RemunerationDecision.Verdict;
import dev.erpkit.hr.japan.insurance.RemunerationMonth;
import dev.erpkit.hr.japan.insurance.StandardRemuneration.Grade;
import dev.erpkit.hr.japan.insurance.WorkerKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Decisions and revisions of the standard remuneration in Japan. */
final class JapaneseRemunerationReaders {
    private static final int ENOUGH = 30;

    private JapaneseRemunerationReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                JapaneseRemunerationReaders::occasional,
                JapaneseRemunerationReaders::afterLeave,
                JapaneseRemunerationReaders::regular);
    }

    private static ImmutableList<RemunerationMonth> months(JapaneseFacts given) {
        ImmutableList<Long> pays = given.need("months", "pays", "monthly_pay", "pay")
                .elements()
                .collect(field -> field.decimal().longValueExact());
        ImmutableList<Integer> days = given.any("days", "payment_basis_days", "base_days")
                .map(field -> field.isList()
                        ? field.elements().collect(day -> day.decimal().intValueExact())
                        : pays.collect(pay -> field.decimal().intValueExact()))
                .orElseGet(() -> pays.collect(pay -> ENOUGH));
        return pays.zip(days).collect(pair -> new RemunerationMonth(pair.getOne(), pair.getTwo()));
    }

    private static WorkerKind kind(JapaneseFacts given) {
        String text = given.any("worker", "kind", "worker_kind")
                .map(Field::text)
                .orElse("ordinary")
                .toLowerCase(Locale.ROOT);
        if (text.contains("short") || given.flag("short_time")) {
            return WorkerKind.SHORT_TIME;
        }
        return text.contains("part") || given.flag("part_time", "part_timer")
                ? WorkerKind.PART_TIME
                : WorkerKind.ORDINARY;
    }

    private static YearMonth first(Case current, JapaneseFacts given) {
        return given.month("first_month", "change_month", "from").orElseGet(() -> YearMonth.of(current.year(), 4));
    }

    static void occasional(Case current) {
        JapaneseFacts.topic(current, "occasional", "zuiji", "revision");
        JapaneseFacts given = new JapaneseFacts(current);
        String change = given.need("fixed_pay_change", "fixed_change").text().toLowerCase(Locale.ROOT);
        long currentPay = given.amount("current_pay", "current_standard", "standard");
        ImmutableList<RemunerationMonth> months = months(given);
        WorkerKind kind = kind(given);
        YearMonth first = first(current, given);
        given.nothingElse();
        int sign = switch (change) {
            case "none", "null", "false", "0" -> 0;
            case "increase", "up", "+", "rise", "raise" -> 1;
            case "decrease", "down", "-", "cut" -> -1;
            default -> throw new UnsupportedCaseException("fixed pay change " + change);
        };
        check(
                current,
                RemunerationDecision.occasional(currentPay, months, sign, kind, first)
                        .orElseThrow());
    }

    static void afterLeave(Case current) {
        JapaneseFacts.topic(current, "leave_end", "leave_revision", "after_leave", "childcare_end");
        JapaneseFacts given = new JapaneseFacts(current);
        long currentPay = given.amount("current_pay", "current_standard", "standard");
        ImmutableList<RemunerationMonth> months = months(given);
        WorkerKind kind = kind(given);
        YearMonth first = first(current, given);
        given.nothingElse();
        check(
                current,
                RemunerationDecision.afterLeave(currentPay, months, kind, first).orElseThrow());
    }

    static void regular(Case current) {
        JapaneseFacts.topic(current, "regular", "teiji");
        JapaneseFacts given = new JapaneseFacts(current);
        ImmutableList<RemunerationMonth> months = months(given);
        WorkerKind kind = kind(given);
        LocalDate joined =
                given.any("joined", "acquired", "hired").map(Field::date).orElse(LocalDate.of(2015, 4, 1));
        Optional<LocalDate> lastDay = given.any("last_day", "left").map(Field::date);
        Optional<YearMonth> revision = given.month("revision", "revision_month", "revision_effective");
        given.nothingElse();
        check(
                current,
                RemunerationDecision.regular(current.year(), months, kind, joined, lastDay, revision)
                        .orElseThrow());
    }

    private static void check(Case current, Decision decision) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "applies", "decided" -> current.differences().same(expected, expected.truth(), decision.applies());
                case "health_applies" ->
                    current.differences()
                            .same(expected, expected.truth(), decision.health().isPresent());
                case "pension_applies" ->
                    current.differences()
                            .same(expected, expected.truth(), decision.pension().isPresent());
                case "average" -> same(current, expected, decision.average());
                case "reason" -> current.differences().same(expected, verdict(expected.text()), decision.verdict());
                case "health_grade", "new_grade", "grade", "new_health_grade" ->
                    same(current, expected, decision.health().map(grade -> (long) grade.number()));
                case "pension_grade", "new_pension_grade" ->
                    same(current, expected, decision.pension().map(grade -> (long) grade.number()));
                case "standard", "new_standard", "health_standard", "new_health_standard" ->
                    same(current, expected, decision.health().map(Grade::standard));
                case "pension_standard", "new_pension_standard" ->
                    same(current, expected, decision.pension().map(Grade::standard));
                case "effective", "effective_month", "effective_from", "from" ->
                    current.differences().same(expected, JapaneseFacts.month(expected), decision.from());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static void same(Case current, Field expected, Optional<Long> actual) {
        current.differences().same(expected, Optional.of(expected.decimal().longValueExact()), actual);
    }

    private static Verdict verdict(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        if (text.contains("opposite") || text.contains("direction")) {
            return Verdict.OPPOSITE_DIRECTION;
        }
        if (text.contains("fixed")) {
            return Verdict.NO_FIXED_PAY_CHANGE;
        }
        if (text.contains("day")) {
            return Verdict.TOO_FEW_DAYS;
        }
        if (text.contains("grade")) {
            return Verdict.TOO_FEW_GRADES;
        }
        throw new UnsupportedCaseException("reason " + reason);
    }
}
