package dev.erpkit.payslip;

import dev.erpkit.core.outcome.Refusal;
import java.util.Map;
import java.util.Optional;

/** Which name of the input a refusal is about. */
final class Fields {
    private static final Map<String, String> BY_CODE =
            Map.of("payroll.unknown-edition", "edition", "payroll.outside-coverage", "payment");
    private static final Map<String, String> BY_DATE = Map.of(
            "work", "period",
            "closing", "closing",
            "payment", "payment",
            "premium-month", "premiumMonth",
            "notice-year", "noticeYear");

    private Fields() {}

    /** By the fact or the date that the refusal names, or by its code; empty where it is about the whole of it. */
    static Optional<String> of(Refusal refusal) {
        Optional<String> fact = Optional.ofNullable(refusal.facts().get("fact"));
        if (fact.isPresent()) {
            return fact.map("facts."::concat);
        }
        if (refusal.facts().containsKey("premiumMonth")) {
            return Optional.of("premiumMonth");
        }
        return Optional.ofNullable(refusal.facts().get("keyDate"))
                .flatMap(key -> Optional.ofNullable(BY_DATE.get(key)))
                .or(() -> Optional.ofNullable(BY_CODE.get(refusal.code().value())));
    }
}
