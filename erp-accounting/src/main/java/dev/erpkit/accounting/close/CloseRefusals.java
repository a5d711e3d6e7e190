package dev.erpkit.accounting.close;

import dev.erpkit.core.outcome.RefusalCode;

/** Why a year is not closed, not reopened, or books are not opened. */
public final class CloseRefusals {
    /** An earlier year is still open. */
    public static final RefusalCode PREVIOUS_OPEN = RefusalCode.of("close.previous-open");
    /** The year is closed, or lies before a year that is. */
    public static final RefusalCode ALREADY_CLOSED = RefusalCode.of("close.already-closed");
    /** The year is none of the book's fiscal calendar. */
    public static final RefusalCode OTHER_CALENDAR = RefusalCode.of("close.other-calendar");
    /** The year to reopen is not closed. */
    public static final RefusalCode NOT_CLOSED = RefusalCode.of("close.not-closed");
    /** A newer year is closed; reopening goes newest first. */
    public static final RefusalCode NOT_NEWEST = RefusalCode.of("close.not-newest");
    /** The policy names no usable account for the result, and not exactly one account bears the mark. */
    public static final RefusalCode NO_RETAINED_EARNINGS = RefusalCode.of("close.no-retained-earnings");
    /** The policy wants an income summary, and not exactly one usable account bears the mark. */
    public static final RefusalCode NO_INCOME_SUMMARY = RefusalCode.of("close.no-income-summary");
    /** The policy wants a trading account, and not exactly one usable account bears the mark. */
    public static final RefusalCode NO_TRADING = RefusalCode.of("close.no-trading");
    /** An account on the way of the result does not take a currency of it. */
    public static final RefusalCode CURRENCY = RefusalCode.of("close.currency");
    /** The book does not balance through the end of the year. */
    public static final RefusalCode UNBALANCED = RefusalCode.of("close.unbalanced");
    /** Opening balances do not balance and there is no account for the difference. */
    public static final RefusalCode OPENING_UNBALANCED = RefusalCode.of("opening.unbalanced");

    private CloseRefusals() {}
}
