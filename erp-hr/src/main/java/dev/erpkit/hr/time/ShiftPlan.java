package dev.erpkit.hr.time;

import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Who is planned to work when and where. A plan may break rules while it is made: {@link #problems} names them all.
 *
 * @param shifts in the order of time, each id once
 */
public record ShiftPlan(ImmutableList<Shift> shifts) {
    /** Orders the shifts and checks that no id comes twice: {@code shift.duplicate}. */
    public ShiftPlan {
        if (shifts.collect(Shift::id).distinct().size() != shifts.size()) {
            throw new InvalidValueException("ShiftPlan", "shifts", "shift.duplicate", "must have each id once");
        }
        shifts = shifts.toSortedList().toImmutable();
    }

    /** A plan of these shifts. */
    public static ShiftPlan of(Shift... shifts) {
        return new ShiftPlan(Lists.immutable.of(shifts));
    }

    /**
     * All rules that the plan breaks, in the order of time.
     *
     * @param rest the least rest between two shifts of a person, such as the eleven hours of a rest rule between shifts
     * @param needs who is needed
     */
    public ImmutableList<ShiftProblem> problems(Duration rest, ImmutableList<ShiftNeed> needs) {
        MutableList<ShiftProblem> found = Lists.mutable.empty();
        shifts.groupBy(Shift::person).multiValuesView().forEach(own -> ofOne(Lists.immutable.ofAll(own), rest, found));
        needs.forEach(need -> uncovered(need, found));
        return found.toSortedList(Comparator.comparing(ShiftProblem::span).thenComparing(ShiftProblem::kind))
                .toImmutable();
    }

    /** The shifts of one person in their order: each against the one before that ends last. */
    private static void ofOne(ImmutableList<Shift> own, Duration rest, MutableList<ShiftProblem> found) {
        Shift last = own.getFirst();
        for (Shift shift : own.drop(1)) {
            ImmutableList<String> pair = Lists.immutable.of(last.id(), shift.id());
            Optional<TimeSpan> both = last.span().intersection(shift.span());
            if (both.isPresent()) {
                found.add(new ShiftProblem(
                        ShiftProblem.Kind.TWO_PLACES,
                        pair,
                        both.get(),
                        both.get().seconds()));
            } else {
                long between = shift.span().startInclusive().getEpochSecond()
                        - last.span().endExclusive().getEpochSecond();
                if (between < rest.toSeconds()) {
                    found.add(new ShiftProblem(ShiftProblem.Kind.REST, pair, shift.span(), between));
                }
            }
            last = shift.span().endExclusive().isAfter(last.span().endExclusive()) ? shift : last;
        }
    }

    /** Between two changes of the crew the number of people stays the same, so each such part is counted once. */
    private void uncovered(ShiftNeed need, MutableList<ShiftProblem> found) {
        ImmutableList<TimeSpan> crew = shifts.select(shift ->
                        shift.place().equals(need.place()) && shift.skill().equals(need.skill()))
                .collect(Shift::span)
                .select(need.span()::overlaps);
        ImmutableList<Instant> edges = crew.flatCollect(
                        span -> Lists.immutable.of(span.startInclusive(), span.endExclusive()))
                .newWith(need.span().startInclusive())
                .newWith(need.span().endExclusive())
                .select(edge -> !edge.isBefore(need.span().startInclusive())
                        && !edge.isAfter(need.span().endExclusive()))
                .distinct()
                .toSortedList()
                .toImmutable();
        for (int i = 1; i < edges.size(); i++) {
            TimeSpan part = TimeSpan.of(edges.get(i - 1), edges.get(i));
            int missing = need.people() - crew.count(span -> span.encloses(part));
            if (missing > 0) {
                found.add(new ShiftProblem(ShiftProblem.Kind.NEED, Lists.immutable.empty(), part, missing));
            }
        }
    }

    /**
     * The plan in which two shifts change persons; what each place and skill gets stays the same.
     *
     * @throws InvalidValueException {@code shift.unknown}
     */
    public ShiftPlan swap(String one, String other) {
        Shift first = need(one);
        Shift second = need(other);
        return new ShiftPlan(shifts.collect(shift -> {
            if (shift.equals(first)) {
                return first.by(second.person());
            }
            return shift.equals(second) ? second.by(first.person()) : shift;
        }));
    }

    private Shift need(String id) {
        return shifts.detectOptional(shift -> shift.id().equals(id))
                .orElseThrow(() -> new InvalidValueException(
                        "ShiftPlan", "shifts", "shift.unknown", "must hold the shifts that are swapped"));
    }

    /**
     * The shift that a spell of work belongs to: of those it overlaps the one it shares most time with, and of equal ones the
     * earlier. A night shift that is left late stays the shift of the day on which it began.
     */
    public Optional<Shift> owning(TimeSpan worked) {
        Shift best = null;
        long most = 0;
        for (Shift shift : shifts) {
            long shared =
                    shift.span().intersection(worked).map(TimeSpan::seconds).orElse(0L);
            if (shared > most) {
                best = shift;
                most = shared;
            }
        }
        return Optional.ofNullable(best);
    }
}
