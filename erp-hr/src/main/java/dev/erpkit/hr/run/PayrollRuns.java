package dev.erpkit.hr.run;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Digest;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.run.PayrollState.RunState;
import dev.erpkit.hr.run.PayrollState.Stage;
import dev.erpkit.hr.run.port.PayrollLog;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Payroll runs of one employer by one pack. Every command is one unit of work, decided from all records, of which it
 * reads those that are new to this service; the same key with the same content gives the first record again, with
 * other content {@code run.key-reused}.
 *
 * <p>Permissions, with the id of the pack as scope: {@code payroll.run} for drafting, abandoning, committing and
 * reversing, {@code payroll.approve} for approving; {@code access.denied} otherwise. Who drafted a run never approves
 * it.
 */
public final class PayrollRuns {
    private final Payroll payroll;
    private final PayrollLog log;
    private final AccountingEvents events;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /** As far as it was read outside of units of work. */
    private final AtomicReference<PayrollState> kept = new AtomicReference<>(new PayrollState());

    /**
     * A service over a host's ports.
     *
     * @param payroll the rules
     * @param events where the journal goes: see {@link PayrollEvents}
     */
    public PayrollRuns(
            Payroll payroll,
            PayrollLog log,
            AccountingEvents events,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.payroll = payroll;
        this.log = log;
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** What all records come to now. */
    public PayrollState state() {
        return current().copy();
    }

    /**
     * What was kept, with the records behind it, whoever wrote them. Never applied to any more, so threads share it.
     * What a running unit of work sees is not kept: it may be rolled back.
     */
    private PayrollState current() {
        PayrollState known = kept.get();
        if (log.lastSequence() == known.sequence()) {
            return known;
        }
        PayrollState now = known.copy();
        log.forEach(known.sequence(), now::apply);
        if (!unitOfWork.active()) {
            kept.accumulateAndGet(now, (a, b) -> a.sequence() < b.sequence() ? b : a);
        }
        return now;
    }

    /** Keeps what is committed already, so that a unit of work reads only what is newer. */
    private void catchUp() {
        current();
    }

    /**
     * What a draft would give, member by member, refused ones included; changes nothing.
     *
     * @return the computations in the order of employments, or why there is none: {@code run.empty},
     *     {@code run.duplicate-employment}, {@code run.already-paid}, or what refuses the plan
     */
    public Outcome<ImmutableList<RunComputation>> preview(RunDraft draft) {
        catchUp();
        return unitOfWork.execute(() -> compute(draft, current()));
    }

    private Outcome<ImmutableList<RunComputation>> compute(RunDraft draft, PayrollState state) {
        ImmutableList<RunMember> members =
                draft.members().toSortedListBy(RunMember::employment).toImmutable();
        if (members.isEmpty()) {
            return Outcome.refused(RunRefusals.empty(draft.run()));
        }
        for (int i = 0; i < members.size(); i++) {
            String employment = members.get(i).employment();
            if (i > 0 && employment.equals(members.get(i - 1).employment())) {
                return Outcome.refused(RunRefusals.twice(draft.run(), employment));
            }
            boolean paid = state.of(employment)
                    .anySatisfy(slip -> slip.edition().equals(draft.edition())
                            && slip.dates().period().overlaps(draft.dates().period()));
            if (paid) {
                return Outcome.refused(RunRefusals.paid(draft.run(), employment));
            }
        }
        return payroll.plan(draft.edition(), draft.dates())
                .map(plan -> RunComputation.of(plan, members.collect(member -> with(member, state))));
    }

    /** With what was committed on top of the opening balances. */
    private RunMember with(RunMember member, PayrollState state) {
        Pack pack = payroll.pack();
        return new RunMember(
                member.input().toBuilder()
                        .accumulators(state.accumulators(
                                member.employment(), member.input().accumulators(), pack))
                        .build(),
                member.costs());
    }

    /**
     * Computes the payslips of a run and keeps them as a draft; they count for nothing yet.
     *
     * @return the record, or why nothing was drafted: as {@link #preview}, {@code run.exists}, {@code
     * run.member-refused}
     */
    public Outcome<PayrollRecord> draft(IdempotencyKey key, RunDraft draft, Actor actor) {
        return command(key, "draft\n" + draft.canonical(), "payroll.run", actor, state -> {
            boolean open = state.run(draft.run())
                    .filter(run -> run.stage() != Stage.ABANDONED)
                    .isPresent();
            if (open) {
                return Outcome.refused(RunRefusals.exists(draft.run()));
            }
            return compute(draft, state)
                    .then(computed -> RunComputation.all(draft.run(), computed))
                    .map(slips -> new RunChange.Drafted(draft.run(), draft.edition(), draft.dates(), slips));
        });
    }

    /** Gives up a run that is not committed: refused with {@code run.unknown}, {@code run.stage}. */
    public Outcome<PayrollRecord> abandon(IdempotencyKey key, RunId run, Actor actor) {
        return command(
                key,
                "abandon\n" + run,
                "payroll.run",
                actor,
                state -> at(state, run, Stage.DRAFTED, Stage.APPROVED).map(found -> new RunChange.Abandoned(run)));
    }

    /**
     * Approves a draft: refused with {@code run.unknown}, {@code run.stage}, or {@code run.same-person} for who
     * drafted it.
     */
    public Outcome<PayrollRecord> approve(IdempotencyKey key, RunId run, Actor actor) {
        return command(
                key,
                "approve\n" + run,
                "payroll.approve",
                actor,
                state -> at(state, run, Stage.DRAFTED)
                        .then(found -> found.preparer().equals(actor)
                                ? Outcome.refused(RunRefusals.samePerson(run))
                                : Outcome.accepted(new RunChange.Approved(run))));
    }

    /**
     * Commits an approved run and hands its journal to the books.
     *
     * @return the record, or why nothing was committed: {@code run.unknown}, {@code run.stage}, {@code run.stale} when
     *     something was committed or reversed since for somebody it pays, or what the books refuse
     */
    public Outcome<PayrollRecord> commit(IdempotencyKey key, RunId run, Actor actor) {
        return command(
                key,
                "commit\n" + run,
                "payroll.run",
                actor,
                state -> at(state, run, Stage.APPROVED).then(found -> {
                    Optional<String> moved = state.movedSince(found);
                    if (moved.isPresent()) {
                        return Outcome.refused(RunRefusals.stale(run, moved.get()));
                    }
                    tell(
                            PayrollEvents.COMMITTED,
                            "payroll/" + run,
                            run,
                            run.value(),
                            found.drafted().slips(),
                            actor);
                    return Outcome.accepted(new RunChange.Committed(run));
                }));
    }

    /**
     * Takes a committed payslip back; what replaces it is drafted in a new run.
     *
     * @param reason why, without personal content
     * @return the record, or why nothing was reversed: {@code run.unknown}, {@code run.stage}, {@code run.not-paid},
     * or what the books refuse
     */
    public Outcome<PayrollRecord> reverse(
            IdempotencyKey key, RunId run, String employment, String reason, Actor actor) {
        String content = "reverse\n" + run + "\n" + employment + "\n" + reason;
        return command(
                key,
                content,
                "payroll.run",
                actor,
                state -> at(state, run, Stage.COMMITTED).then(found -> {
                    ImmutableList<PaidSlip> slip =
                            found.standing().select(s -> s.employment().equals(employment));
                    if (slip.isEmpty()) {
                        return Outcome.refused(RunRefusals.notPaid(run, employment));
                    }
                    String document = run + "/" + employment;
                    tell(
                            PayrollEvents.REVERSED,
                            "payroll-reversed/" + Digest.ofText(document),
                            run,
                            document,
                            slip,
                            actor);
                    return Outcome.accepted(new RunChange.Reversed(run, employment, reason));
                }));
    }

    /** Throws what the books refuse, so that nothing of the command stays behind. */
    private void tell(String type, String key, RunId run, String document, ImmutableList<PaidSlip> slips, Actor actor) {
        PayrollEvents.of(type, key, run, document, slips)
                .ifPresent(event -> events.record(event, actor).orElseThrow());
    }

    private static Outcome<RunState> at(PayrollState state, RunId run, Stage... stages) {
        Optional<RunState> found = state.run(run);
        if (found.isEmpty()) {
            return Outcome.refused(RunRefusals.unknown(run));
        }
        for (Stage stage : stages) {
            if (found.get().stage() == stage) {
                return Outcome.accepted(found.get());
            }
        }
        return Outcome.refused(RunRefusals.stage(run, found.get().stage(), stages[0]));
    }

    private Outcome<PayrollRecord> command(
            IdempotencyKey key,
            String content,
            String action,
            Actor actor,
            Function<PayrollState, Outcome<? extends RunChange>> decision) {
        Permission permission = new Permission(action, payroll.pack().id());
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        String fingerprint = Digest.ofText("payroll:v1\n" + content).toString();
        catchUp();
        try {
            return unitOfWork.execute(() -> {
                Optional<PayrollRecord> earlier = log.find(key);
                if (earlier.isPresent()) {
                    return earlier.get().fingerprint().equals(fingerprint)
                            ? Outcome.replayed(earlier.get())
                            : Outcome.refused(RunRefusals.keyReused(key));
                }
                return decision.apply(current()).map(change -> append(key, fingerprint, actor, change));
            });
        } catch (RefusedException books) {
            return Outcome.refused(books.refusal());
        }
    }

    private PayrollRecord append(IdempotencyKey key, String fingerprint, Actor actor, RunChange change) {
        PayrollRecord fact = new PayrollRecord(
                log.lastSequence() + 1,
                key,
                fingerprint,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                change);
        log.append(fact);
        return fact;
    }
}
