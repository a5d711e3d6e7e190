package dev.erpkit.accounting.asset;

/** By use: the units of a period, as a part of those of the life. Periods to come have no rows. */
record UnitsOfProduction() implements DepreciationMethod {
    @Override
    public String text() {
        return "units-of-production";
    }

    @Override
    public Renewal renewal() {
        return Renewal.CHANGE;
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        return progress.basisUnits() <= 0
                ? Part.all(progress.rest())
                : new Part(progress.basis(), progress.used(), progress.basisUnits());
    }

    @Override
    public boolean takesRest(Progress progress, long to, long amount) {
        return progress.used() >= progress.unitsLeft();
    }

    @Override
    public boolean byUse() {
        return true;
    }
}
