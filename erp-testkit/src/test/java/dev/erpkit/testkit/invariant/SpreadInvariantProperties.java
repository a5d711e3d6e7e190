package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.allocation.Allocation;
import dev.erpkit.accounting.allocation.AllocationCycle;
import dev.erpkit.accounting.allocation.AllocationPlan;
import dev.erpkit.accounting.allocation.AllocationStep;
import dev.erpkit.accounting.allocation.Movement;
import dev.erpkit.accounting.budget.BudgetSpread;
import dev.erpkit.accounting.deferral.CreditSplit;
import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralChange;
import dev.erpkit.accounting.deferral.DeferralChange.Opened;
import dev.erpkit.accounting.deferral.DeferralDecisions;
import dev.erpkit.accounting.deferral.DeferralFact;
import dev.erpkit.accounting.deferral.DeferralState;
import dev.erpkit.accounting.deferral.EarlyEnd;
import dev.erpkit.accounting.deferral.LockedPart;
import dev.erpkit.accounting.deferral.PartRounding;
import dev.erpkit.accounting.deferral.ServicePart;
import dev.erpkit.accounting.deferral.ServiceSpread;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.generate.MoneyArbitraries;
import dev.erpkit.testkit.generate.SpreadArbitraries;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 16, 37 and 38 of what is spread: deferrals, allocations, plans. */
class SpreadInvariantProperties {
    @Provide
    Arbitrary<DateRange> services() {
        return SpreadArbitraries.services();
    }

    @Provide
    Arbitrary<Deferral> deferrals() {
        return SpreadArbitraries.deferrals("d");
    }

    @Provide
    Arbitrary<Long> minor() {
        return MoneyArbitraries.positiveMinor();
    }

    @Provide
    Arbitrary<List<Movement>> movements() {
        return SpreadArbitraries.movements();
    }

    @Provide
    Arbitrary<List<AllocationStep>> waterfalls() {
        return SpreadArbitraries.waterfalls();
    }

    @Property
    void parts_of_a_service_are_whole_and_due_never_falls(
            @ForAll("minor") long total,
            @ForAll("services") DateRange service,
            @ForAll SpreadBasis basis,
            @ForAll PartRounding rounding) {
        ServiceSpread spread = ServiceSpread.of(total, service, basis, rounding);
        ImmutableList<ServicePart> parts = spread.parts();
        assertThat(parts.sumOfLong(ServicePart::amountMinor)).isEqualTo(total);
        assertThat(parts.allSatisfy(part -> part.amountMinor() >= 0)).isTrue();
        assertThat(parts.sumOfLong(part -> part.range().days())).isEqualTo(service.days());
        long due = 0;
        for (LocalDate day = service.startInclusive(); !day.isAfter(service.lastDay()); day = day.plusDays(7)) {
            long through = spread.dueThrough(day);
            assertThat(through).isBetween(due, total);
            due = through;
        }
        assertThat(spread.dueThrough(service.lastDay())).isEqualTo(total);
        assertThat(ServiceSpread.of(-total, service, basis, rounding).parts().sumOfLong(ServicePart::amountMinor))
                .isEqualTo(-total);
    }

    /** Whatever happens to a deferral in whatever order, refused or not. */
    @Property
    void a_deferral_stays_whole_through_any_history(
            @ForAll("deferrals") Deferral deferral,
            @ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> actions,
            @ForAll @Size(12) List<@IntRange(max = 1000) Integer> numbers,
            @ForAll CreditSplit split,
            @ForAll EarlyEnd rest) {
        History history = new History(deferral);
        long days = deferral.service().days();
        for (int i = 0; i < actions.size(); i++) {
            int number = numbers.get(i);
            LocalDate day = deferral.service().startInclusive().plusDays(days * number / 1000);
            switch (actions.get(i)) {
                case 0 -> history.recognise(day);
                case 1 ->
                    history.take(DeferralDecisions.credit(
                            history.state,
                            day,
                            Amounts.ofMinor(
                                    history.state.deferral().totalMinor() / 1000 * number + number,
                                    deferral.total().getCurrency()),
                            split));
                case 2 ->
                    history.take(DeferralDecisions.reschedule(
                            history.state, day, DateRange.of(deferral.service().startInclusive(), day.plusDays(40))));
                case 3 -> history.take(DeferralDecisions.end(history.state, day, rest));
                default -> history.recognise(day.plusMonths(1));
            }
        }
        history.recognise(deferral.service().lastDay().plusYears(3));
        assertThat(DeferralInvariants.whole(history.facts)).isEmpty();
        int told = history.facts.size();
        history.recognise(deferral.service().lastDay().plusYears(3));
        assertThat(history.facts).as("told once").hasSize(told);
    }

    @Property(tries = 100)
    void the_invariants_of_deferrals_see_what_is_wrong(@ForAll("deferrals") Deferral deferral) {
        History history = new History(deferral);
        history.recognise(deferral.service().lastDay());
        DeferralFact last = history.facts.getLast();
        DeferralChange.Recognised right = (DeferralChange.Recognised) last.change();
        history.facts.set(
                history.facts.size() - 1,
                history.fact(
                        last.number(),
                        new DeferralChange.Recognised(right.through(), right.minor() - 1, right.postedOn())));
        assertThat(DeferralInvariants.whole(history.facts)).isNotEmpty();
        if (right.minor() != 1) {
            assertThat(DeferralInvariants.booked(history.facts, BookId.MAIN, Lists.immutable.empty()))
                    .isNotEmpty();
        }
    }

    /** A deferral and the facts that decisions gave. */
    private static final class History {
        final MutableList<DeferralFact> facts = Lists.mutable.empty();
        DeferralState state;

        History(Deferral deferral) {
            state = DeferralState.of(deferral);
            facts.add(fact(1, new Opened(deferral)));
        }

        DeferralFact fact(long number, DeferralChange change) {
            return new DeferralFact(
                    number,
                    state.deferral().id(),
                    IdempotencyKey.of("k" + number),
                    change,
                    Instant.EPOCH,
                    Actor.of("kit"));
        }

        void recognise(LocalDate through) {
            DeferralDecisions.recognise(state, through, LockedPart.OWN_DAY, Optional.empty())
                    .forEach(this::add);
        }

        void take(Outcome<? extends DeferralChange> decided) {
            if (decided.isAccepted()) {
                add(decided.orElseThrow());
            }
        }

        private void add(DeferralChange change) {
            facts.add(fact(facts.size() + 1L, change));
            state = state.with(change);
        }
    }

    @Property
    void a_waterfall_wins_and_loses_nothing(
            @ForAll("movements") List<Movement> movements, @ForAll("waterfalls") List<AllocationStep> steps) {
        ImmutableList<Movement> period = Lists.immutable.ofAll(movements);
        AllocationCycle cycle = AllocationCycle.of("kit", BookId.MAIN, steps.toArray(new AllocationStep[0]));
        AllocationPlan plan = Allocation.plan(cycle, period).orElseThrow();
        assertThat(AllocationInvariants.exact(plan)).isEmpty();
        assertThat(AllocationInvariants.poolsAreEmpty(cycle, period, plan)).isEmpty();
        AllocationPlan again =
                Allocation.plan(cycle, period.newWithAll(plan.movements())).orElseThrow();
        assertThat(again.movements()).as("empty pools give nothing").isEmpty();
        if (plan.movements().notEmpty()) {
            AllocationPlan lost = new AllocationPlan(plan.movements().drop(1), plan.trace());
            assertThat(AllocationInvariants.exact(lost)).isNotEmpty();
            assertThat(AllocationInvariants.poolsAreEmpty(
                            cycle, period, new AllocationPlan(Lists.immutable.empty(), plan.trace())))
                    .isNotEmpty();
        }
    }

    @Property
    void a_plan_is_whole_however_it_is_spread(
            @ForAll("minor") long year,
            @ForAll boolean income,
            @ForAll @IntRange(min = 1, max = 24) int periods,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 50) Integer> weights,
            @ForAll @IntRange(min = 1, max = 300) int percent) {
        long total = income ? -year : year;
        assertThat(BudgetInvariants.spreadIsWhole(total, BudgetSpread.equal(total, periods)))
                .isEmpty();
        ImmutableList<BigDecimal> seasons =
                Lists.immutable.ofAll(weights).collect(weight -> BigDecimal.valueOf(weight + 1));
        assertThat(BudgetInvariants.spreadIsWhole(total, BudgetSpread.seasonal(total, seasons)))
                .isEmpty();
        RoundingPolicy whole = RoundingPolicy.parse("half-up:0");
        BigDecimal factor = BigDecimal.valueOf(percent, 2);
        long copied = whole.round(BigDecimal.valueOf(total).multiply(factor)).longValueExact();
        assertThat(BudgetInvariants.spreadIsWhole(
                        copied, BudgetSpread.copy(BudgetSpread.seasonal(total, seasons), factor, whole)))
                .isEmpty();
        assertThat(BudgetInvariants.spreadIsWhole(total, LongLists.immutable.of(total, 1)))
                .isNotEmpty();
    }

    @Property
    void a_copy_of_figures_of_both_signs_is_whole(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -1000, max = 1000) Integer> figures,
            @ForAll @IntRange(min = 1, max = 300) int percent) {
        RoundingPolicy whole = RoundingPolicy.parse("half-up:0");
        BigDecimal factor = BigDecimal.valueOf(percent, 2);
        long sum = figures.stream().mapToLong(Integer::longValue).sum();
        assertThat(BudgetSpread.copy(
                                LongLists.immutable.with(figures.stream()
                                        .mapToLong(Integer::longValue)
                                        .toArray()),
                                factor,
                                whole)
                        .sum())
                .isEqualTo(whole.round(BigDecimal.valueOf(sum).multiply(factor)).longValueExact());
    }
}
