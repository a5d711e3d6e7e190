package dev.erpkit.core.outcome;

/** A refusal as an exception, for hosts that prefer one: see {@link Outcome#orElseThrow()}. */
public final class RefusedException extends ErpException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Wraps a refusal. */
    public RefusedException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /** The refusal. */
    public Refusal refusal() {
        return refusal;
    }
}
