package dev.erpkit.hr.japan.internal;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.YearMonth;

/** The refusals that several rooms of Japan share. */
public final class Refusals {
    private static final RefusalCode NOT_COVERED = RefusalCode.of("japan.not-covered");
    private static final RefusalCode NOT_CONFIRMED = RefusalCode.of("japan.not-confirmed");
    private static final RefusalCode BELOW_ZERO = RefusalCode.of("japan.below-zero");
    private static final RefusalCode BIRTHDAY = RefusalCode.of("japan.birthday-in-future");
    private static final RefusalCode PREMIUM_MONTH = RefusalCode.of("japan.premium-month");
    private static final RefusalCode OFFICER_PAY = RefusalCode.of("japan.officer-pay");
    private static final RefusalCode PREFECTURE = RefusalCode.of("japan.prefecture-unknown");

    private Refusals() {}

    /** The tables do not reach to a year, month or day. */
    public static Refusal notCovered(String what, Object when) {
        return Refusal.of(
                        NOT_COVERED,
                        "The " + what + " for " + when + " is not covered; use a version of the library that covers it")
                .with("what", what)
                .with("when", when);
    }

    /** There is a figure in the world, but no source that confirms it. */
    public static Refusal notConfirmed(String what) {
        return Refusal.of(
                        NOT_CONFIRMED,
                        "The " + what
                                + " is not confirmed by a source (confidence low); look it up in the official table"
                                + " and enter the amount")
                .with("what", what);
    }

    /** A number that cannot be below zero is. */
    public static Refusal belowZero(String name) {
        return Refusal.of(BELOW_ZERO, name + " must not be below zero; correct it")
                .with("name", name);
    }

    /** Somebody is born after the day that is asked about. */
    public static Refusal birthday() {
        return Refusal.of(BIRTHDAY, "The birthday (born) lies in the future of the month asked about; correct it")
                .with("fact", "born");
    }

    /** No premium of this month may be deducted from what is paid in another. */
    public static Refusal premiumMonth(YearMonth premium, YearMonth paid) {
        return Refusal.of(
                        PREMIUM_MONTH,
                        "Pay of " + paid
                                + " bears the premium of that month or, but for a bonus, of the one before, not"
                                + " of " + premium + "; correct the premium month")
                .with("premiumMonth", premium)
                .with("paid", paid);
    }

    /** Somebody is paid more as an officer than in all. */
    public static Refusal officerPay() {
        return Refusal.of(OFFICER_PAY, "officer-pay is a part of the pay and must not exceed it; correct it")
                .with("fact", "officer-pay");
    }

    /** No prefecture has this code. */
    public static Refusal prefecture(String code) {
        return Refusal.of(PREFECTURE, "There is no prefecture " + code + "; give the JIS code 01 to 47")
                .with("prefecture", code);
    }
}
