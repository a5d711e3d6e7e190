package dev.erpkit.accounting.budget;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** Makes the refusals of budgets. */
final class BudgetRefusals {
    private BudgetRefusals() {}

    static Refusal of(String code, String message) {
        return Refusal.of(RefusalCode.of(code), message);
    }

    static Refusal unknown(BudgetId id) {
        return of("budget.unknown", "There is no budget " + id + "; draft it first")
                .with("budget", id);
    }

    static Refusal unknown(CommitmentId id) {
        return of("budget.unknown-commitment", "There is no commitment " + id + "; commit first")
                .with("commitment", id);
    }

    static Refusal keyReused(Object key) {
        return of("budget.key-reused", "Key " + key + " was used with other content; take another one")
                .with("key", key);
    }

    static Refusal noLine(BudgetId id, BudgetScope scope) {
        return of("budget.no-such-line", "Budget " + id + " has no line " + scope + "; name one that it has")
                .with("budget", id)
                .with("scope", scope);
    }
}
