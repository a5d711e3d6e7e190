package dev.erpkit.hr.leave;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.Recording;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange.Adjusted;
import dev.erpkit.hr.leave.LeaveChange.Cancelled;
import dev.erpkit.hr.leave.LeaveChange.CarriedOver;
import dev.erpkit.hr.leave.LeaveChange.Granted;
import dev.erpkit.hr.leave.LeaveChange.Taken;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Grants, takes and cancels leave. Every command is one unit of work, decided from all leave of the person; the same key with
 * the same content gives the first fact again, with other content {@code fact.key-reused}.
 *
 * <p>Permissions, with the person as scope: {@code leave.grant} to grant, correct and carry over, {@code leave.take} to take
 * and cancel; {@code access.denied} otherwise.
 */
public final class LeaveService {
    private static final String GRANT = "leave.grant";
    private static final String TAKE = "leave.take";

    private final Recording<LeaveChange> recording;
    private final LotOrder order;

    /**
     * A service over a host's ports.
     *
     * @param order from which lots leave is taken; a change holds for what is taken from then on
     */
    public LeaveService(
            FactLog<LeaveChange> log, LotOrder order, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.recording = new Recording<>(log, unitOfWork, access, clock);
        this.order = order;
    }

    /** The leave of a person. */
    public LeaveAccount account(PartyId person) {
        return recording.fold(person, new LeaveAccount(), account -> account::apply);
    }

    /** Grants a lot: see {@link LeaveAccount#grant}. */
    public Outcome<Fact<LeaveChange>> grant(IdempotencyKey key, LeaveLot lot, PartyId person, Actor actor) {
        return command(key, GRANT, person, actor, new Granted(lot)::equals, account -> account.grant(lot));
    }

    /** Takes leave: see {@link LeaveAccount#take}. */
    public Outcome<Fact<LeaveChange>> take(IdempotencyKey key, LeaveRequest request, PartyId person, Actor actor) {
        return command(
                key,
                TAKE,
                person,
                actor,
                change -> change instanceof Taken taken && taken.request().equals(request),
                account -> account.take(request, order));
    }

    /** Cancels a taking: see {@link LeaveAccount#cancel}. */
    public Outcome<Fact<LeaveChange>> cancel(IdempotencyKey key, LeaveId taking, PartyId person, Actor actor) {
        return command(key, TAKE, person, actor, new Cancelled(taking)::equals, account -> account.cancel(taking));
    }

    /** Corrects a lot: see {@link LeaveAccount#adjust}. */
    public Outcome<Fact<LeaveChange>> adjust(IdempotencyKey key, Adjusted adjustment, PartyId person, Actor actor) {
        return command(key, GRANT, person, actor, adjustment::equals, account -> account.adjust(adjustment));
    }

    /**
     * Carries over what is left of lots that expire on a day: see {@link LeaveAccount#carryOver}.
     *
     * @return or {@code leave.nothing-to-carry}
     */
    public Outcome<Fact<LeaveChange>> carryOver(
            IdempotencyKey key,
            LeaveId id,
            String type,
            LocalDate expiring,
            CarryOverRule rule,
            PartyId person,
            Actor actor) {
        return command(
                key,
                GRANT,
                person,
                actor,
                change -> change instanceof CarriedOver carried
                        && carried.lot().id().equals(id)
                        && carried.lot().type().equals(type)
                        && carried.lot().grantedOn().equals(expiring)
                        && carried.lot().expiresOn().equals(expiring.plusMonths(rule.validMonths())),
                account -> account.carryOver(id, type, expiring, rule)
                        .then(change -> change.<Outcome<LeaveChange>>map(Outcome::accepted)
                                .orElseGet(() -> Outcome.refused(LeaveRefusals.nothing(type, expiring)))));
    }

    private Outcome<Fact<LeaveChange>> command(
            IdempotencyKey key,
            String action,
            PartyId person,
            Actor actor,
            Predicate<LeaveChange> same,
            Function<LeaveAccount, Outcome<LeaveChange>> decision) {
        return recording.record(key, action, person, actor, same, () -> decision.apply(account(person)));
    }
}
