package dev.erpkit.hr.payroll;

import dev.erpkit.core.outcome.Refusal;

/** Carries a refusal out of a rule; the engine turns it into an outcome. Thrown values have no stack: they are expected. */
public final class RuleRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RuleRefusal(Refusal refusal) {
        super(refusal.code().value(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
