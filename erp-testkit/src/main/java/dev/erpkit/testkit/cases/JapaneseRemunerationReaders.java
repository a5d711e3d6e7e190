package dev.erpkit.testkit.cases;

import dev.erpkit.hr.japan.insurance.RemunerationDecision;
import dev.erpkit.hr.japan.insurance.RemunerationMonth;
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
    private static final RemunerationMonth SOME_MONTH = new RemunerationMonth(300_000, ENOUGH);
    private static final String[] CURRENT = {"current_pay", "current_standard", "current_remuneration", "standard"};

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
        String text = given.any("worker", "kind", "worker_kind", "worker_type")
                .map(Field::text)
                .orElse("ordinary")
                .toLowerCase(Locale.ROOT);
        if (text.contains("part") || given.flag("part_time", "part_timer")) {
            return WorkerKind.PART_TIME;
        }
        return text.contains("short") || given.flag("short_time") ? WorkerKind.SHORT_TIME : WorkerKind.ORDINARY;
    }

    private static YearMonth first(Case current, JapaneseFacts given) {
        return given.month("first_month", "change_month", "from").orElseGet(() -> YearMonth.of(current.year(), 4));
    }

    static void occasional(Case current) {
        JapaneseFacts.topic(current, "occasional", "zuiji", "revision");
        JapaneseFacts given = new JapaneseFacts(current);
        String change = given.need("fixed_pay_change", "fixed_change").text().toLowerCase(Locale.ROOT);
        long currentPay = given.amount(CURRENT);
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
        new DecisionChecks(
                        current,
                        RemunerationDecision.occasional(currentPay, months, sign, kind, first)
                                .orElseThrow(),
                        Optional.of(currentPay),
                        first)
                .all();
    }

    static void afterLeave(Case current) {
        JapaneseFacts.topic(current, "leave_end", "leave_revision", "after_leave", "childcare_end", "maternity_end");
        JapaneseFacts given = new JapaneseFacts(current);
        long currentPay = given.amount(CURRENT);
        ImmutableList<RemunerationMonth> months = months(given);
        WorkerKind kind = kind(given);
        YearMonth first = first(current, given);
        given.nothingElse();
        new DecisionChecks(
                        current,
                        RemunerationDecision.afterLeave(currentPay, months, kind, first)
                                .orElseThrow(),
                        Optional.of(currentPay),
                        first)
                .all();
    }

    static void regular(Case current) {
        JapaneseFacts.topic(current, "regular", "teiji");
        JapaneseFacts given = new JapaneseFacts(current);
        ImmutableList<RemunerationMonth> months =
                given.any("months", "pays", "monthly_pay", "pay").isPresent()
                        ? months(given)
                        : Lists.immutable.with(SOME_MONTH, SOME_MONTH, SOME_MONTH);
        WorkerKind kind = kind(given);
        LocalDate joined = given.any("joined", "acquired", "acquired_on", "hired")
                .map(Field::date)
                .orElse(LocalDate.of(2015, 4, 1));
        Optional<LocalDate> lastDay = given.any("last_day", "left", "left_on").map(Field::date);
        Optional<YearMonth> revision = given.any("revision", "revision_month", "revision_effective")
                .map(field -> field.text().length() <= 2
                        ? YearMonth.of(current.year(), field.decimal().intValueExact())
                        : JapaneseFacts.month(field));
        Optional<Long> previous = given.any("previous", "previous_pay", "previous_standard", "current_standard")
                .map(field -> field.decimal().longValueExact());
        given.nothingElse();
        new DecisionChecks(
                        current,
                        RemunerationDecision.regular(current.year(), months, kind, joined, lastDay, revision)
                                .orElseThrow(),
                        previous,
                        YearMonth.of(current.year(), 6))
                .all();
    }
}
