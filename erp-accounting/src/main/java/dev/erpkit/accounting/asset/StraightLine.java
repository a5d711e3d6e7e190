package dev.erpkit.accounting.asset;

/**
 * Equal amounts for equal times.
 *
 * @param onCost whether the cost itself is spread, until the residual value is reached; else what is above it
 */
record StraightLine(boolean onCost) implements DepreciationMethod {
    @Override
    public String text() {
        return onCost ? "straight-line:on-cost" : "straight-line";
    }

    @Override
    public Renewal renewal() {
        return Renewal.CHANGE;
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        if (progress.basisTicks() <= 0) {
            return Part.all(progress.rest());
        }
        long base = onCost ? progress.basis() + progress.residual() : progress.basis();
        return new Part(base, to - from, progress.basisTicks());
    }
}
