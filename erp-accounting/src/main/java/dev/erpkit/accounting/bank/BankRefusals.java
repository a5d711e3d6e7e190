package dev.erpkit.accounting.bank;

import dev.erpkit.core.outcome.RefusalCode;

/** The codes by which statements and their lines are refused, besides those of payments, posting and matching. */
public final class BankRefusals {
    /** Opening balance and lines do not give the closing balance. */
    public static final RefusalCode DIFFERENCE = RefusalCode.of("bank.statement-difference");

    /** The statement is in another currency than those before. */
    public static final RefusalCode OTHER_CURRENCY = RefusalCode.of("bank.other-currency");

    /** The key names another statement or command. */
    public static final RefusalCode KEY_REUSED = RefusalCode.of("bank.key-reused");

    /** There is no such line. */
    public static final RefusalCode LINE_UNKNOWN = RefusalCode.of("bank.line-unknown");

    /** The line is in the books already. */
    public static final RefusalCode LINE_SETTLED = RefusalCode.of("bank.line-settled");

    /** The line does not stand in suspense. */
    public static final RefusalCode NOT_IN_SUSPENSE = RefusalCode.of("bank.not-in-suspense");

    /** The day is before that on which the line went into suspense. */
    public static final RefusalCode DATE = RefusalCode.of("bank.date");

    /** The amount of the line is not that of the payment that came back. */
    public static final RefusalCode AMOUNT = RefusalCode.of("bank.amount");

    /** The payment is of another bank account. */
    public static final RefusalCode OTHER_ACCOUNT = RefusalCode.of("bank.other-account");

    private BankRefusals() {}
}
