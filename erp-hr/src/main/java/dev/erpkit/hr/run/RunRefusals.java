package dev.erpkit.hr.run;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;

/** The refusals of payroll runs, each with its code and the sentence that says what to do. */
final class RunRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("run.key-reused");
    private static final RefusalCode EXISTS = RefusalCode.of("run.exists");
    private static final RefusalCode UNKNOWN = RefusalCode.of("run.unknown");
    private static final RefusalCode STAGE = RefusalCode.of("run.stage");
    private static final RefusalCode SAME_PERSON = RefusalCode.of("run.same-person");
    private static final RefusalCode TWICE = RefusalCode.of("run.duplicate-employment");
    private static final RefusalCode PAID = RefusalCode.of("run.already-paid");
    private static final RefusalCode STALE = RefusalCode.of("run.stale");
    private static final RefusalCode EMPTY = RefusalCode.of("run.empty");
    private static final RefusalCode MEMBER = RefusalCode.of("run.member-refused");
    private static final RefusalCode NOT_PAID = RefusalCode.of("run.not-paid");

    private RunRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a payroll command with other content; take another key")
                .with("key", key);
    }

    static Refusal exists(RunId run) {
        return Refusal.of(EXISTS, "There is a run " + run + " already; abandon it first or take another name")
                .with("run", run);
    }

    static Refusal unknown(RunId run) {
        return Refusal.of(UNKNOWN, "There is no run " + run + "; draft it first")
                .with("run", run);
    }

    static Refusal stage(RunId run, PayrollState.Stage is, PayrollState.Stage needed) {
        return Refusal.of(STAGE, "The run " + run + " is " + is + " and must be " + needed + " for this")
                .with("run", run)
                .with("is", is)
                .with("needed", needed);
    }

    static Refusal samePerson(RunId run) {
        return Refusal.of(SAME_PERSON, "Who prepared the run " + run + " may not approve it; let somebody else do it")
                .with("run", run);
    }

    static Refusal twice(RunId run, String employment) {
        return Refusal.of(TWICE, "The run " + run + " has the employment " + employment + " twice; name it once")
                .with("run", run)
                .with("employment", employment);
    }

    static Refusal paid(RunId run, String employment) {
        return Refusal.of(
                        PAID,
                        "The employment " + employment + " was paid for this period already; leave it out of " + run
                                + " or reverse the other payslip")
                .with("run", run)
                .with("employment", employment);
    }

    static Refusal stale(RunId run, String employment) {
        return Refusal.of(
                        STALE,
                        "Since " + run + " was drafted something else was committed for the employment " + employment
                                + "; abandon it and draft it again")
                .with("run", run)
                .with("employment", employment);
    }

    static Refusal empty(RunId run) {
        return Refusal.of(EMPTY, "The run " + run + " has nobody to pay; name at least one member")
                .with("run", run);
    }

    /** Names the first of those whose payslips were refused, and how many there are. */
    static Refusal member(RunId run, String employment, Refusal cause, int failed) {
        return Refusal.of(
                        MEMBER,
                        "In the run " + run + " " + failed + " payslips were refused, the first for " + employment
                                + ": " + cause.message())
                .with("run", run)
                .with("employment", employment)
                .with("cause", cause.code())
                .with("failed", failed);
    }

    static Refusal notPaid(RunId run, String employment) {
        return Refusal.of(
                        NOT_PAID,
                        "The run " + run + " has no standing payslip of the employment " + employment
                                + "; name one that it paid")
                .with("run", run)
                .with("employment", employment);
    }
}
