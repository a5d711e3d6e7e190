package dev.erpkit.accounting.period;

import dev.erpkit.core.outcome.RefusalCode;

/** Why commands on periods, and entries under a lock, are refused. */
public final class PeriodRefusals {
    /** The day is locked and no exception covers it. */
    public static final RefusalCode LOCKED = RefusalCode.of("period.locked");
    /** The scope is locked at least that far already. */
    public static final RefusalCode ALREADY_LOCKED = RefusalCode.of("period.already-locked");
    /** The scope has no such lock. */
    public static final RefusalCode NOT_LOCKED = RefusalCode.of("period.not-locked");
    /** A newer lock of the scope stands above the one to take back. */
    public static final RefusalCode NOT_NEWEST = RefusalCode.of("period.not-newest");
    /** The days lie in a closed year, which only a reopening opens. */
    public static final RefusalCode YEAR_CLOSED = RefusalCode.of("period.year-closed");
    /** The exception would expire at once. */
    public static final RefusalCode EXCEPTION_EXPIRED = RefusalCode.of("period.exception-expired");
    /** The key of the exception was used for another one. */
    public static final RefusalCode EXCEPTION_KEY_REUSED = RefusalCode.of("period.exception-key-reused");
    /** There is no such exception. */
    public static final RefusalCode NO_SUCH_EXCEPTION = RefusalCode.of("period.no-such-exception");
    /** The tenant keeps no such book. */
    public static final RefusalCode BOOK_UNKNOWN = RefusalCode.of("book.unknown");

    private PeriodRefusals() {}
}
