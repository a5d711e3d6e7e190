package dev.erpkit.accounting.ratio;

/** In what a ratio is told. */
public enum RatioUnit {
    /** The value times a hundred, with a percent sign. */
    PERCENT,
    /** The value as it is. */
    TIMES,
    /** Days. */
    DAYS,
    /** An amount in the currency of the statement. */
    MONEY
}
