package dev.erpkit.accounting.asset;

/**
 * The sum of the years' digits: of a life of three years the first takes three sixths, the second two, the third one. A
 * year is one of the asset, so a period that has parts of two of them gets both. A life that is no whole number of years
 * has one digit for each begun one, all for equal times.
 */
record SumOfYears() implements DepreciationMethod {
    @Override
    public String text() {
        return "sum-of-years";
    }

    @Override
    public Renewal renewal() {
        return Renewal.CHANGE;
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        long life = progress.life();
        long years = (progress.lifeMonths() + 11) / 12;
        long start = progress.basisTicks() == life ? 0 : progress.changedAt();
        long whole = digits(life, life, years) - digits(start, life, years);
        return whole <= 0
                ? Part.all(progress.rest())
                : new Part(
                        progress.basis(),
                        digits(Math.min(to, life), life, years) - digits(Math.min(from, life), life, years),
                        whole);
    }

    /** The sum of the digits up to a tick, times the ticks of the life. */
    private static long digits(long tick, long life, long years) {
        long passed = Math.multiplyExact(tick, years) / life;
        long within = tick * years - passed * life;
        return Math.multiplyExact(passed * years - passed * (passed - 1) / 2, life) + (years - passed) * within;
    }
}
