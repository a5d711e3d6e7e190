package dev.erpkit.crm.pipeline;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Who gets which lead: each goes to the able seller who, with it, has used the least share of their capacity; of equals to
 * the one whose last turn is longest ago. So shares follow capacities as closely as whole leads allow.
 *
 * @param given who got which lead, in the order of the leads
 * @param left leads that nobody with room can take
 * @param rotation whose turn was when, for the next assignment
 */
public record Assignment(ImmutableList<Given> given, ImmutableList<Need> left, Rotation rotation) {
    private static final RefusalCode NO_CAPACITY = RefusalCode.of("assignment.no-capacity");

    /**
     * A lead to be given to somebody.
     *
     * @param lead the host's id of the lead
     * @param skill what it takes, if anything
     */
    public record Need(String lead, Optional<String> skill) {
        /** A lead that anybody can take. */
        public static Need of(String lead) {
            return new Need(lead, Optional.empty());
        }
    }

    /**
     * A lead that was given.
     *
     * @param need the lead
     * @param seller who got it
     */
    public record Given(Need need, SellerId seller) {}

    /**
     * Gives leads to sellers.
     *
     * @return who got what, or {@code assignment.no-capacity} when nobody has room for a single lead
     * @throws InvalidValueException {@code assignment.seat} for a seller with two seats
     */
    public static Outcome<Assignment> of(ImmutableList<Need> leads, ImmutableList<Seat> seats, Rotation rotation) {
        if (seats.distinctBy(Seat::seller).size() < seats.size()) {
            throw new InvalidValueException("Assignment", "seats", "assignment.seat", "must name each seller once");
        }
        if (seats.noneSatisfy(Assignment::hasRoom)) {
            return Outcome.refused(Refusal.of(
                    NO_CAPACITY,
                    "No seller has capacity left for a lead; give somebody capacity or wait for the next period"));
        }
        MutableList<Seat> now = seats.toList();
        MutableList<Given> given = Lists.mutable.empty();
        MutableList<Need> left = Lists.mutable.empty();
        Rotation turns = rotation;
        for (Need lead : leads) {
            Optional<Seat> next = next(now, lead, turns);
            if (next.isEmpty()) {
                left.add(lead);
                continue;
            }
            Seat seat = next.get();
            given.add(new Given(lead, seat.seller()));
            turns = turns.after(seat.seller());
            now.set(now.indexOf(seat), seat.withTaken(seat.taken() + 1));
        }
        return Outcome.accepted(new Assignment(given.toImmutable(), left.toImmutable(), turns));
    }

    private static boolean hasRoom(Seat seat) {
        return seat.taken() < seat.capacity();
    }

    private static Optional<Seat> next(MutableList<Seat> seats, Need lead, Rotation turns) {
        Comparator<Seat> order = Assignment::compareUse;
        return seats.select(Assignment::hasRoom)
                .select(seat -> lead.skill().map(seat.skills()::contains).orElse(true))
                .minOptional(order.thenComparing(seat -> turns.lastTurn(seat.seller()))
                        .thenComparing(Seat::seller));
    }

    /** By the share of the capacity that is used with one more lead, exact. */
    private static int compareUse(Seat a, Seat b) {
        return Long.compare((a.taken() + 1L) * b.capacity(), (b.taken() + 1L) * a.capacity());
    }

    /** How many leads each seller got. */
    public int count(SellerId seller) {
        return given.count(one -> one.seller().equals(seller));
    }
}
