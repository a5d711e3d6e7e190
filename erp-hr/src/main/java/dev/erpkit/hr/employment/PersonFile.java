package dev.erpkit.hr.employment;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.hr.employment.EmploymentChange.Joined;
import dev.erpkit.hr.employment.EmploymentChange.Left;
import dev.erpkit.hr.employment.EmploymentChange.Moved;
import dev.erpkit.hr.fact.Fact;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The employment of one person, a fold of its facts. Not thread-safe: make one for each question. */
public final class PersonFile {
    private static final RefusalCode KNOWN = RefusalCode.of("employment.known");
    private static final RefusalCode UNKNOWN = RefusalCode.of("employment.unknown");
    private static final RefusalCode OVERLAP = RefusalCode.of("employment.overlap");
    private static final RefusalCode OUTSIDE = RefusalCode.of("employment.outside");

    private final SortedMap<ContractId, State> contracts = new TreeMap<>();

    /** A contract with what became of it. */
    private static final class State {
        private final Contract contract;
        private final NavigableMap<LocalDate, EmploymentTerms> terms = new TreeMap<>();
        private DateRange validity;

        State(Contract contract) {
            this.contract = contract;
            this.validity = contract.validity();
            terms.put(validity.startInclusive(), contract.terms());
        }
    }

    /**
     * A contract as it holds on a day.
     *
     * @param id its name
     * @param engagement which engagement
     * @param validity its days as they are known now
     * @param terms what holds on the day
     */
    public record Holding(ContractId id, String engagement, DateRange validity, EmploymentTerms terms) {}

    /** Somebody without a contract. */
    public PersonFile() {}

    /** Takes the next fact. */
    public void apply(Fact<EmploymentChange> fact) {
        apply(fact.change());
    }

    /** Takes the next change. */
    public void apply(EmploymentChange change) {
        if (change instanceof Joined joined) {
            contracts.put(joined.contract().id(), new State(joined.contract()));
        } else if (change instanceof Moved moved) {
            state(moved.contract()).terms.put(moved.from(), moved.terms());
        } else if (change instanceof Left left) {
            State state = state(left.contract());
            state.validity = DateRange.ofClosed(state.validity.startInclusive(), left.lastDay());
        }
    }

    private State state(ContractId contract) {
        return Objects.requireNonNull(contracts.get(contract), contract::value);
    }

    /**
     * Why a change cannot be recorded: {@code employment.known} for an id that was used, {@code employment.unknown},
     * {@code employment.overlap} with another contract of the same engagement, {@code employment.outside} for a day on which the
     * contract does not hold; empty when it can. The last day of who left may be corrected to any day that was agreed.
     */
    public Optional<Refusal> refusal(EmploymentChange change) {
        if (change instanceof Joined joined) {
            return joining(joined.contract());
        }
        if (change instanceof Moved moved) {
            return known(moved.contract(), state -> within(state, state.validity, moved.from()));
        }
        Left left = (Left) change;
        return known(
                left.contract(),
                state -> within(state, state.contract.validity(), left.lastDay())
                        .or(() -> overlapping(
                                state.contract, DateRange.ofClosed(state.validity.startInclusive(), left.lastDay()))));
    }

    private Optional<Refusal> joining(Contract contract) {
        if (contracts.containsKey(contract.id())) {
            return Optional.of(Refusal.of(KNOWN, "Contract " + contract.id() + " was recorded before; take another id")
                    .with("contract", contract.id()));
        }
        return overlapping(contract, contract.validity());
    }

    private Optional<Refusal> overlapping(Contract contract, DateRange days) {
        return Lists.immutable
                .ofAll(contracts.values())
                .detectOptional(state -> !state.contract.id().equals(contract.id())
                        && state.contract.engagement().equals(contract.engagement())
                        && state.validity.overlaps(days))
                .map(other -> Refusal.of(
                                OVERLAP,
                                "Contract " + contract.id() + " overlaps contract " + other.contract.id()
                                        + " of the same engagement; end that one first or name another engagement")
                        .with("contract", contract.id())
                        .with("other", other.contract.id()));
    }

    private Optional<Refusal> known(ContractId contract, Function<State, Optional<Refusal>> check) {
        State state = contracts.get(contract);
        return state == null
                ? Optional.of(Refusal.of(UNKNOWN, "There is no contract " + contract + "; look up its id")
                        .with("contract", contract))
                : check.apply(state);
    }

    private static Optional<Refusal> within(State state, DateRange days, LocalDate day) {
        ContractId contract = state.contract.id();
        return days.contains(day)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                OUTSIDE,
                                "Contract " + contract + " does not hold on " + day + " but " + days
                                        + "; take a day within")
                        .with("contract", contract)
                        .with("date", day)
                        .with("validity", days));
    }

    /** The contracts that hold on a day, in the order of their ids. */
    public ImmutableList<Holding> contractsOn(LocalDate day) {
        return Lists.immutable
                .ofAll(contracts.values())
                .select(state -> state.validity.contains(day))
                .collect(state -> new Holding(
                        state.contract.id(),
                        state.contract.engagement(),
                        state.validity,
                        state.terms.floorEntry(day).getValue()));
    }

    /** The days of every contract as they are known now, earliest first. */
    public ImmutableList<DateRange> validities() {
        return Lists.immutable
                .ofAll(contracts.values())
                .collect(state -> state.validity)
                .toSortedList()
                .toImmutable();
    }

    /** The last day of the last contract, {@code LocalDate.MAX} when one has no end; empty for who never had one. */
    public Optional<LocalDate> lastDay() {
        return validities().collect(DateRange::lastDay).toSortedList().getLastOptional();
    }
}
