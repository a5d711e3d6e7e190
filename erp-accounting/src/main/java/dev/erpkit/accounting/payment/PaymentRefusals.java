package dev.erpkit.accounting.payment;

import dev.erpkit.core.outcome.RefusalCode;

/** The codes by which payments are refused, besides those of posting and of matching open items. */
public final class PaymentRefusals {
    /** There is no such payment. */
    public static final RefusalCode UNKNOWN = RefusalCode.of("payment.unknown");

    /** The id or key names a command with other content. */
    public static final RefusalCode KEY_REUSED = RefusalCode.of("payment.key-reused");

    /** The bank has booked it already. */
    public static final RefusalCode ALREADY_CLEARED = RefusalCode.of("payment.already-cleared");

    /** It has failed already. */
    public static final RefusalCode ALREADY_FAILED = RefusalCode.of("payment.already-failed");

    /** The day is before that of a step. */
    public static final RefusalCode DATE = RefusalCode.of("payment.date");

    /** What the bank booked is not the payment and its fee. */
    public static final RefusalCode BANK_AMOUNT = RefusalCode.of("payment.bank-amount");

    /** More than is open, under a policy that refuses that. */
    public static final RefusalCode OVERPAID = RefusalCode.of("payment.overpaid");

    /** Less than is open, under a policy that refuses that. */
    public static final RefusalCode UNDERPAID = RefusalCode.of("payment.underpaid");

    /** More is allocated than the payment has. */
    public static final RefusalCode OVER_ALLOCATED = RefusalCode.of("payment.over-allocated");

    /** Nothing is left of the payment. */
    public static final RefusalCode NOTHING_LEFT = RefusalCode.of("payment.nothing-left");

    /** The party has no open item with this document. */
    public static final RefusalCode REFERENCE_UNKNOWN = RefusalCode.of("payment.reference-unknown");

    /** The posting rules record no open item for the payment in the book. */
    public static final RefusalCode NO_ITEM = RefusalCode.of("payment.no-open-item");

    private PaymentRefusals() {}
}
