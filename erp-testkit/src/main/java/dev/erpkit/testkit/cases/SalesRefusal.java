package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** What a form of a case would refuse before it asks the library. */
final class SalesRefusal {
    private SalesRefusal() {}

    static Outcome<?> of(String why) {
        return Outcome.refused(Refusal.of(RefusalCode.of("case.contradiction"), why));
    }
}
