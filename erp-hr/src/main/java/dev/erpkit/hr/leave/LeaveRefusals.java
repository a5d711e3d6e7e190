package dev.erpkit.hr.leave;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;

/** The refusals of leave, each with its code and the sentence that says what to do. */
final class LeaveRefusals {
    private static final RefusalCode LOT_KNOWN = RefusalCode.of("leave.lot-known");
    private static final RefusalCode LOT_UNKNOWN = RefusalCode.of("leave.lot-unknown");
    private static final RefusalCode TAKING_KNOWN = RefusalCode.of("leave.taking-known");
    private static final RefusalCode TAKING_UNKNOWN = RefusalCode.of("leave.taking-unknown");
    private static final RefusalCode DAY_FULL = RefusalCode.of("leave.day-full");
    private static final RefusalCode SHORT = RefusalCode.of("leave.short");
    private static final RefusalCode NOTHING = RefusalCode.of("leave.nothing-to-carry");

    private LeaveRefusals() {}

    static Refusal lotKnown(LeaveId lot) {
        return Refusal.of(LOT_KNOWN, "Lot " + lot + " was granted before; take another id")
                .with("lot", lot);
    }

    static Refusal lotUnknown(LeaveId lot) {
        return Refusal.of(LOT_UNKNOWN, "There is no lot " + lot + "; look up its id")
                .with("lot", lot);
    }

    static Refusal takingKnown(LeaveId taking) {
        return Refusal.of(TAKING_KNOWN, "Taking " + taking + " was recorded before; take another id")
                .with("taking", taking);
    }

    static Refusal takingUnknown(LeaveId taking) {
        return Refusal.of(TAKING_UNKNOWN, "There is no taking " + taking + " that stands; look up its id")
                .with("taking", taking);
    }

    static Refusal dayFull(LeaveId taking, LocalDate day) {
        return Refusal.of(
                        DAY_FULL,
                        "With " + taking + " there would be more than one day of leave on " + day
                                + "; cancel what is there first")
                .with("taking", taking)
                .with("date", day);
    }

    static Refusal shortage(LeaveId id, LocalDate day, Rational missing) {
        return Refusal.of(
                        SHORT,
                        "For " + id + " the leave on " + day + " is short by " + missing
                                + " days; ask for less or grant more")
                .with("id", id)
                .with("date", day)
                .with("missing", missing);
    }

    static Refusal nothing(String type, LocalDate day) {
        return Refusal.of(NOTHING, "Nothing of leave " + type + " that expires on " + day + " is left to carry over")
                .with("type", type)
                .with("date", day);
    }
}
