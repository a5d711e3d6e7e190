package dev.erpkit.hr.japan.internal;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** The refusals that several rooms of Japan share. */
public final class Refusals {
    private static final RefusalCode NOT_COVERED = RefusalCode.of("japan.not-covered");
    private static final RefusalCode NOT_CONFIRMED = RefusalCode.of("japan.not-confirmed");
    private static final RefusalCode BELOW_ZERO = RefusalCode.of("japan.below-zero");
    private static final RefusalCode BIRTHDAY = RefusalCode.of("japan.birthday-in-future");
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
        return Refusal.of(BIRTHDAY, "The birthday lies in the future of the month asked about; correct it");
    }

    /** No prefecture has this code. */
    public static Refusal prefecture(String code) {
        return Refusal.of(PREFECTURE, "There is no prefecture " + code + "; give the JIS code 01 to 47")
                .with("prefecture", code);
    }
}
