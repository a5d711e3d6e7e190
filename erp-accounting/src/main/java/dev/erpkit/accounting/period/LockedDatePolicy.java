package dev.erpkit.accounting.period;

/** What happens to an entry whose effective date lies under a lock. */
public enum LockedDatePolicy {
    /** It is refused with {@code period.locked}. */
    REFUSE,
    /** It moves to the first day after its date that is open; the date it came with becomes its document date. */
    FIRST_OPEN_DAY
}
