package dev.erpkit.hr.leave;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.leave.LeaveChange.Adjusted;
import dev.erpkit.hr.leave.LeaveChange.Cancelled;
import dev.erpkit.hr.leave.LeaveChange.CarriedOver;
import dev.erpkit.hr.leave.LeaveChange.Granted;
import dev.erpkit.hr.leave.LeaveChange.Taken;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * The leave of one person, a fold of its facts, and what may happen next. Not thread-safe: make one for each question.
 *
 * <p>What a taking of a later day has been promised is kept for it: a lot is never promised twice.
 */
public final class LeaveAccount {
    private final MutableMap<LeaveId, LotState> lots = Maps.mutable.empty();
    private final MutableMap<LeaveId, Taken> takings = Maps.mutable.empty();
    private final MutableMap<LeaveId, Boolean> standing = Maps.mutable.empty();
    private final MutableMap<LocalDate, Rational> perDay = Maps.mutable.empty();

    /** Nothing was granted yet. */
    public LeaveAccount() {}

    /** Takes the next fact. */
    public void apply(Fact<LeaveChange> fact) {
        apply(fact.change());
    }

    /** Takes the next change. */
    public void apply(LeaveChange change) {
        if (change instanceof Granted granted) {
            lots.put(granted.lot().id(), new LotState(granted.lot(), false));
        } else if (change instanceof Taken taken) {
            takings.put(taken.request().id(), taken);
            standing.put(taken.request().id(), true);
            taken.parts().forEach(part -> state(part.lot()).take(part));
            taken.request().days().forEach(day -> onDay(day.day(), day.days()));
        } else if (change instanceof Cancelled cancelled) {
            Taken taken = Objects.requireNonNull(takings.get(cancelled.taking()), cancelled.taking()::value);
            standing.put(cancelled.taking(), false);
            taken.parts().forEach(part -> state(part.lot()).giveBack(part));
            taken.request().days().forEach(day -> onDay(day.day(), day.days().negate()));
        } else if (change instanceof CarriedOver carried) {
            carried.from().forEach(part -> state(part.lot()).carryOut(part));
            lots.put(carried.lot().id(), new LotState(carried.lot(), true));
        } else if (change instanceof Adjusted adjusted) {
            state(adjusted.lot()).adjust(adjusted.days());
        }
    }

    private LotState state(LeaveId lot) {
        return Objects.requireNonNull(lots.get(lot), lot::value);
    }

    private void onDay(LocalDate day, Rational days) {
        perDay.merge(day, days, Rational::add);
    }

    /** The balance of a type as of the end of a day. */
    public LeaveBalance balance(String type, LocalDate day) {
        BalanceSum sum = new BalanceSum();
        lots.forEachValue(state -> {
            if (state.lot().type().equals(type)) {
                state.addTo(sum, day);
            }
        });
        return sum.balance();
    }

    /** The lots of a type, in the order of their grants. */
    public ImmutableList<LeaveLot> lots(String type) {
        return Lists.immutable
                .ofAll(lots.values())
                .collect(LotState::lot)
                .select(lot -> lot.type().equals(type))
                .toSortedList(LotOrder.EARLIEST_EXPIRY.comparator())
                .sortThisBy(LeaveLot::grantedOn)
                .toImmutable();
    }

    /** What has not been promised of a lot, whatever the day; zero for a lot that is not known. */
    public Rational free(LeaveId lot) {
        LotState state = lots.get(lot);
        return state == null ? Rational.ZERO : state.free();
    }

    /** The takings that stand, in the order of their first days. */
    public ImmutableList<Taken> takings(String type) {
        return Lists.immutable
                .ofAll(takings.values())
                .select(taken ->
                        Boolean.TRUE.equals(standing.get(taken.request().id()))
                                && taken.request().type().equals(type))
                .toSortedListBy(taken -> taken.request().days().getFirst().day())
                .toImmutable();
    }

    /** Grants a lot; refused with {@code leave.lot-known} for an id that was used. */
    public Outcome<LeaveChange> grant(LeaveLot lot) {
        return lots.containsKey(lot.id())
                ? Outcome.refused(LeaveRefusals.lotKnown(lot.id()))
                : Outcome.accepted(new Granted(lot));
    }

    /**
     * Takes leave from the lots that are valid on each day.
     *
     * @return or {@code leave.taking-known}, {@code leave.day-full} where a day would have more than one day of leave,
     *     {@code leave.short}
     */
    public Outcome<LeaveChange> take(LeaveRequest request, LotOrder order) {
        if (standing.containsKey(request.id())) {
            return Outcome.refused(LeaveRefusals.takingKnown(request.id()));
        }
        MutableMap<LeaveId, Rational> left = Maps.mutable.empty();
        ImmutableList<LeaveLot> ordered = Lists.immutable
                .ofAll(lots.values())
                .collect(LotState::lot)
                .select(lot -> lot.type().equals(request.type()))
                .toSortedList(order.comparator())
                .toImmutable();
        MutableList<LotPart> parts = Lists.mutable.empty();
        for (LeaveDay day : request.days()) {
            Rational onDay = perDay.getOrDefault(day.day(), Rational.ZERO).add(day.days());
            if (onDay.compareTo(Rational.ONE) > 0) {
                return Outcome.refused(LeaveRefusals.dayFull(request.id(), day.day()));
            }
            Rational missing = day.days();
            for (LeaveLot lot : ordered.select(each -> each.validOn(day.day()))) {
                Rational free = left.getIfAbsentPut(lot.id(), () -> free(lot.id()));
                Rational part = free.compareTo(missing) < 0 ? free : missing;
                if (part.signum() > 0) {
                    parts.add(new LotPart(lot.id(), day.day(), part));
                    left.put(lot.id(), free.subtract(part));
                    missing = missing.subtract(part);
                }
            }
            if (missing.signum() > 0) {
                return Outcome.refused(LeaveRefusals.shortage(request.id(), day.day(), missing));
            }
        }
        return Outcome.accepted(new Taken(request, parts.toImmutable()));
    }

    /** Cancels a taking; refused with {@code leave.taking-unknown}. */
    public Outcome<LeaveChange> cancel(LeaveId taking) {
        return Boolean.TRUE.equals(standing.get(taking))
                ? Outcome.accepted(new Cancelled(taking))
                : Outcome.refused(LeaveRefusals.takingUnknown(taking));
    }

    /** Corrects a lot; refused with {@code leave.lot-unknown}, or {@code leave.short} below what was promised of it. */
    public Outcome<LeaveChange> adjust(Adjusted adjustment) {
        LotState state = lots.get(adjustment.lot());
        if (state == null) {
            return Outcome.refused(LeaveRefusals.lotUnknown(adjustment.lot()));
        }
        Rational left = state.free().add(adjustment.days());
        return left.signum() < 0
                ? Outcome.refused(
                        LeaveRefusals.shortage(adjustment.lot(), state.lot().grantedOn(), left.negate()))
                : Outcome.accepted(adjustment);
    }

    /**
     * Carries over what is left of lots that expire on a day: see {@link CarryOverRule}.
     *
     * @param id the id of the new lot
     * @return or {@code leave.lot-known}; nothing where there is nothing to carry
     */
    public Outcome<Optional<CarriedOver>> carryOver(LeaveId id, String type, LocalDate expiring, CarryOverRule rule) {
        if (lots.containsKey(id)) {
            return Outcome.refused(LeaveRefusals.lotKnown(id));
        }
        Rational room = rule.most().orElse(Rational.of(Long.MAX_VALUE));
        MutableList<LotPart> from = Lists.mutable.empty();
        for (LeaveLot lot : lots(type).select(each -> each.expiresOn().equals(expiring))) {
            Rational free = free(lot.id());
            Rational part = free.compareTo(room) < 0 ? free : room;
            if (part.signum() > 0) {
                from.add(new LotPart(lot.id(), expiring, part));
                room = room.subtract(part);
            }
        }
        if (from.isEmpty()) {
            return Outcome.accepted(Optional.empty());
        }
        Rational total = from.collect(LotPart::days).injectInto(Rational.ZERO, Rational::add);
        LeaveLot lot = new LeaveLot(id, type, expiring, expiring.plusMonths(rule.validMonths()), total);
        return Outcome.accepted(Optional.of(new CarriedOver(from.toImmutable(), lot)));
    }
}
