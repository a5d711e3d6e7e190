package dev.erpkit.testkit.cases;

import dev.erpkit.hr.japan.insurance.RemunerationDecision.Decision;
import dev.erpkit.hr.japan.insurance.RemunerationDecision.Verdict;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.japan.insurance.StandardRemuneration.Grade;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** What cases expect of a decision on the standard remuneration. */
final class DecisionChecks {
    private static final String FOURTH = "4th month";

    private final Case current;
    private final Decision decision;
    private final Optional<Long> before;
    private final YearMonth first;

    /**
     * @param before the pay on which the standard so far rests
     * @param first the first of the three months of a revision
     */
    DecisionChecks(Case current, Decision decision, Optional<Long> before, YearMonth first) {
        this.current = current;
        this.decision = decision;
        this.before = before;
        this.first = first;
    }

    void all() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "health" ->
                    scheme(expected, decision.health(), Optional.of(StandardRemuneration.health(pay(expected))));
                case "pension" -> scheme(expected, decision.pension(), Optional.of(pensionBefore(expected)));
                default -> one(name, expected);
            }
        }
    }

    private long pay(Field expected) {
        return before.orElseThrow(() -> new UnsupportedCaseException(expected.path() + " without pay before"));
    }

    private Grade pensionBefore(Field expected) {
        return StandardRemuneration.pension(pay(expected), decision.from());
    }

    private void scheme(Field expected, Optional<Grade> now, Optional<Grade> old) {
        Alias scheme = new Alias(expected);
        scheme.any("applies").ifPresent(field -> truth(field, now.isPresent()));
        scheme.any("grade", "new_grade", "to").ifPresent(field -> grade(field, now));
        scheme.any("standard", "new_standard", "new_standard_remuneration").ifPresent(field -> standard(field, now));
        scheme.any("current_grade", "old_grade", "from").ifPresent(field -> grade(field, old));
        scheme.nothingElse();
    }

    private void one(String name, Field expected) {
        switch (name) {
            case "applies", "decided", "required" -> truth(expected, decision.applies());
            case "excluded" -> truth(expected, decision.verdict() == Verdict.EXCLUDED);
            case "health_applies" -> truth(expected, decision.health().isPresent());
            case "pension_applies" -> truth(expected, decision.pension().isPresent());
            case "average", "average_remuneration" -> same(expected, decision.average());
            case "reason" -> current.differences().same(expected, verdict(expected.text()), decision.verdict());
            case "health_grade", "new_grade", "grade", "new_health_grade", "health_to" ->
                grade(expected, decision.health());
            case "pension_grade", "new_pension_grade", "pension_to" -> grade(expected, decision.pension());
            case "current_grade", "old_grade", "health_from", "current_health_grade" ->
                grade(expected, Optional.of(StandardRemuneration.health(pay(expected))));
            case "pension_from", "current_pension_grade" -> grade(expected, Optional.of(pensionBefore(expected)));
            case "standard", "new_standard", "health_standard", "new_health_standard" ->
                standard(expected, decision.health().or(() -> before.map(StandardRemuneration::health)));
            case "pension_standard", "new_pension_standard" -> standard(expected, decision.pension());
            case "effective", "effective_month", "effective_from", "from" -> from(expected);
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private void from(Field expected) {
        YearMonth wanted = expected.text().toLowerCase(Locale.ROOT).equals(FOURTH)
                ? first.plusMonths(3)
                : JapaneseFacts.month(expected);
        current.differences().same(expected, wanted, decision.from());
    }

    private void truth(Field expected, boolean actual) {
        current.differences().same(expected, expected.truth(), actual);
    }

    private void grade(Field expected, Optional<Grade> actual) {
        same(expected, actual.map(grade -> (long) grade.number()));
    }

    private void standard(Field expected, Optional<Grade> actual) {
        same(expected, actual.map(Grade::standard));
    }

    private void same(Field expected, Optional<Long> actual) {
        boolean none = expected.text().equals("null");
        Optional<Long> wanted =
                none ? Optional.empty() : Optional.of(expected.decimal().longValueExact());
        current.differences().same(expected, wanted, actual);
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
