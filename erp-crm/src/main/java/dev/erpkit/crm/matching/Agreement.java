package dev.erpkit.crm.matching;

/** How the values of one field compare. */
public enum Agreement {
    /** They are the same. */
    SAME,
    /** They are nearly the same: see {@link MatchModel}. */
    SIMILAR,
    /** They differ. */
    DIFFERENT,
    /** One of the parties has none: that tells nothing. */
    UNKNOWN
}
