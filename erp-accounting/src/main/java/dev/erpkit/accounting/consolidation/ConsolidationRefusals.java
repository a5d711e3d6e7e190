package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.outcome.RefusalCode;

/** Why a group is not formed, or its figures are not drawn up. */
public final class ConsolidationRefusals {
    /** A company holds itself through others. */
    public static final RefusalCode CIRCULAR = RefusalCode.of("consolidation.circular");
    /** A share is below 0, or the shares in one company come to more than 1. */
    public static final RefusalCode SHARE = RefusalCode.of("consolidation.share");
    /** A company that is named is no member. */
    public static final RefusalCode UNKNOWN_MEMBER = RefusalCode.of("consolidation.unknown-member");
    /** A company is a member twice, or brings its books twice. */
    public static final RefusalCode DUPLICATE_MEMBER = RefusalCode.of("consolidation.duplicate-member");
    /** A member in which the group has a share brings no books. */
    public static final RefusalCode BOOKS_MISSING = RefusalCode.of("consolidation.books-missing");
    /** The balances of a member do not add up to zero. */
    public static final RefusalCode UNBALANCED = RefusalCode.of("consolidation.unbalanced");
    /** Accounts of members have no account of the group chart. */
    public static final RefusalCode UNMAPPED = RefusalCode.of("consolidation.unmapped");
    /** A rate that translation needs is not recorded. */
    public static final RefusalCode RATE_MISSING = RefusalCode.of("consolidation.rate-missing");
    /** The policy names no account for a role that the figures need. */
    public static final RefusalCode ACCOUNT_MISSING = RefusalCode.of("consolidation.account-missing");
    /** Equity was changed before the period, after the period before it was frozen. */
    public static final RefusalCode OPENING_DIFFERS = RefusalCode.of("consolidation.opening-differs");
    /** The period does not begin the day after the frozen one ends. */
    public static final RefusalCode NOT_NEXT = RefusalCode.of("consolidation.not-next");
    /** The period is frozen with other figures. */
    public static final RefusalCode FROZEN = RefusalCode.of("consolidation.frozen");

    private ConsolidationRefusals() {}
}
