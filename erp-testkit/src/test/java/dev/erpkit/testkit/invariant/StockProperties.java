package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockPosting;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.valuation.FifoIndex;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.testkit.generate.StockArbitraries;
import dev.erpkit.testkit.generate.StockArbitraries.History;
import dev.erpkit.testkit.generate.StockArbitraries.Step;
import dev.erpkit.testkit.model.StockOracle;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The invariants of goods over generated histories, by their numbers in the reference. */
class StockProperties {
    @Provide
    Arbitrary<History> histories() {
        return StockArbitraries.histories(16);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return StockArbitraries.steps(14);
    }

    @Provide
    Arbitrary<List<Step>> plain() {
        return StockArbitraries.plainSteps(18);
    }

    private static ValuationLedger value(Iterable<StockEvent> events, ValuationPolicy policy) {
        return Valuation.of(events, StockArbitraries.ITEMS, policy, StockArbitraries.CURRENCY)
                .orElseThrow();
    }

    @Property(tries = 300)
    void inv_3_to_6_value_is_conserved_and_follows_quantity(@ForAll("histories") History history) {
        ValuationLedger ledger = value(history.events(), history.policy());
        assertThat(StockInvariants.nothingIsLost(ledger)).isEmpty();
        assertThat(StockInvariants.valueFollowsQuantity(ledger)).isEmpty();
        assertThat(StockInvariants.layersAreTheStock(ledger)).isEmpty();
        assertThat(StockInvariants.edgesTakeWhatCame(ledger)).isEmpty();
    }

    @Property(tries = 200)
    void inv_50_traces_are_exact(@ForAll("histories") History history) {
        assertThat(StockInvariants.tracesAreExact(value(history.events(), history.policy())))
                .isEmpty();
    }

    @Property(tries = 300)
    void inv_9_issues_cost_what_their_units_cost(@ForAll("plain") List<Step> steps) {
        for (ValuationMethod method : List.of(ValuationMethod.FIFO, ValuationMethod.LIFO, ValuationMethod.HIFO)) {
            ValuationPolicy policy = ValuationPolicy.of(method);
            ImmutableList<StockEvent> events = StockArbitraries.accepted(policy, steps);
            ValuationLedger ledger = value(events, policy);
            StockOracle.costs(events, method)
                    .forEach((issue, cost) ->
                            assertThat(ledger.costs().get(issue)).isEqualTo(cost));
        }
    }

    @Property(tries = 150)
    void inv_18_the_order_of_arrival_does_not_matter(@ForAll("histories") History history) {
        ValuationLedger ledger = value(history.events(), history.policy());
        ValuationLedger backwards = value(history.events().toReversed(), history.policy());
        assertThat(backwards.costs()).isEqualTo(ledger.costs());
        assertThat(backwards.history()).isEqualTo(ledger.history());
    }

    /** Under true-up over a history that is never short, an event changes nothing that took effect before it. */
    @Property(tries = 150)
    void inv_20_an_event_changes_nothing_before_it(
            @ForAll("plain") List<Step> steps, @ForAll @IntRange(max = 40) int day) {
        ValuationPolicy policy = ValuationPolicy.of(ValuationMethod.FIFO).negative(NegativeStock.FORBID);
        ImmutableList<StockEvent> events = StockArbitraries.accepted(policy, steps);
        ImmutableList<StockEvent> more = StockArbitraries.accepted(
                        policy, Lists.mutable.ofAll(steps).with(new Step(0, day, 0, 2, 50, 0)))
                .toImmutable();
        ValuationLedger before = value(events, policy);
        ValuationLedger after = value(more, policy);
        events.selectInstancesOf(StockEvent.Issue.class)
                .select(issue -> before.effective(issue.number()).isPresent())
                .select(issue -> more.getLast().at().isAfter(issue.at()))
                .forEach(issue -> assertThat(after.costs().get(issue.number()))
                        .isEqualTo(before.costs().get(issue.number())));
    }

    @Property(tries = 150)
    void inv_21_record_and_cancel_is_never_recorded(@ForAll("steps") List<Step> steps, @ForAll ValuationMethod method) {
        ValuationPolicy policy = ValuationPolicy.of(method);
        ImmutableList<StockEvent> events = StockArbitraries.accepted(policy, steps);
        MutableList<Step> more = Lists.mutable.ofAll(steps).with(new Step(3, 20, 0, 5, 0, 0));
        ImmutableList<StockEvent> with = StockArbitraries.accepted(policy, more);
        if (with.size() > events.size()) {
            long number = with.getLast().number();
            ImmutableList<StockEvent> cancelled = with.newWith(
                    new StockEvent.Cancel(number + 1, with.getLast().at(), number));
            assertThat(value(cancelled, policy).costs())
                    .isEqualTo(value(events, policy).costs());
            assertThat(value(cancelled, policy).balances().valuesView().toList())
                    .containsExactlyElementsOf(
                            value(events, policy).balances().valuesView().toList());
        }
    }

    @Property(tries = 150)
    void inv_23_the_books_are_told_exactly_what_is_true(
            @ForAll("histories") History history, @ForAll @IntRange(min = 1, max = 6) int every) {
        MutableList<StockDelta> told = Lists.mutable.empty();
        LocalDate open = LocalDate.of(2024, 1, 1);
        for (int known = every; known < history.events().size() + every; known += every) {
            ImmutableList<StockEvent> events = Valuation.known(history.events(), known);
            ValuationLedger ledger = value(events, history.policy());
            assertThat(StockInvariants.booksAreTheStock(events, ledger)).isEmpty();
            ImmutableList<StockPosting> now = StockPostings.perpetual(events, ledger);
            ImmutableList<StockDelta> deltas = StockDelta.of(now, told, open);
            LocalDate first = open;
            assertThat(deltas).allSatisfy(delta -> assertThat(delta.posted()).isAfterOrEqualTo(first));
            told.addAllIterable(deltas);
            assertThat(StockInvariants.toldIsTrue(now, told.toImmutable(), open))
                    .isEmpty();
            open = open.plusDays(7);
        }
    }

    @Property(tries = 300)
    void inv_23_each_category_has_its_own_stock_in_the_books(@ForAll("histories") History history) {
        ValuationLedger ledger = value(history.events(), history.policy());
        assertThat(StockInvariants.categoriesAreTheStock(history.events(), ledger, item -> "category " + item))
                .isEmpty();
    }

    /** Everything went out: every method that loses nothing gives the same cost in all. */
    @Property(tries = 150)
    void inv_15_methods_agree_when_nothing_is_left(@ForAll("plain") List<Step> steps) {
        ValuationPolicy fifo = ValuationPolicy.of(ValuationMethod.FIFO).negative(NegativeStock.FORBID);
        MutableList<Step> receipts = Lists.mutable.ofAll(steps).select(step -> step.kind() < 3);
        MutableList<StockEvent> events =
                StockArbitraries.accepted(fifo, receipts).toList();
        if (events.notEmpty()) {
            events.add(new StockEvent.Issue(
                    events.size() + 1L,
                    events.getLast().at().plusYears(1),
                    Goods.of("A"),
                    value(events, fifo).quantity("A")));
            long cost = value(events, fifo).costs().valuesView().sumOfLong(Long::longValue);
            for (ValuationMethod method :
                    List.of(ValuationMethod.LIFO, ValuationMethod.HIFO, ValuationMethod.MOVING_AVERAGE)) {
                ValuationLedger other = value(events, ValuationPolicy.of(method));
                assertThat(other.costs().valuesView().sumOfLong(Long::longValue))
                        .isEqualTo(cost);
                assertThat(other.value()).isZero();
            }
        }
    }

    /** The index, fed in the order of recording, answers as a replay does; at whole prices to the minor unit. */
    @Property(tries = 300)
    void inv_9_19_the_index_answers_as_a_replay(@ForAll("plain") List<Step> steps) {
        ValuationPolicy policy = ValuationPolicy.of(ValuationMethod.FIFO);
        ImmutableList<StockEvent> events = StockArbitraries.accepted(
                policy, steps.stream().filter(step -> step.kind() < 6).toList());
        FifoIndex index = new FifoIndex();
        MutableMap<Long, Long> quantities = Maps.mutable.empty();
        for (StockEvent event : events) {
            if (event instanceof StockEvent.Receipt e) {
                quantities.put(e.number(), e.quantity().longNumerator());
                index.receipt(
                        e.number(),
                        e.at(),
                        e.quantity().longNumerator(),
                        e.cost().orElseThrow().of(e.quantity()));
            } else if (event instanceof StockEvent.Issue e) {
                index.issue(e.number(), e.at(), e.quantity().longNumerator());
            } else if (event instanceof StockEvent.PriceCorrection e) {
                long quantity = quantities.get(e.of());
                index.correctReceipt(e.of(), quantity, e.cost().of(Rational.of(quantity)));
            }
        }
        ValuationLedger ledger = value(events, policy);
        LocalDateTime middle = LocalDateTime.of(2024, 1, 20, 0, 0);
        LocalDateTime end = LocalDateTime.of(2025, 1, 1, 0, 0);
        SortedMap<Long, Long> covered = StockOracle.costs(events, ValuationMethod.FIFO);
        events.selectInstancesOf(StockEvent.Issue.class)
                .forEach(issue -> assertThat(index.cost(issue.number()))
                        .isEqualTo(Optional.ofNullable(covered.get(issue.number()))));
        if (events.selectInstancesOf(StockEvent.Issue.class).size() == covered.size()) {
            assertThat(index.value(end)).isEqualTo(ledger.value());
            assertThat(index.costOfGoods(LocalDateTime.of(2023, 1, 1, 0, 0), middle))
                    .isEqualTo(ledger.costOfGoods(LocalDateTime.of(2023, 1, 1, 0, 0), middle));
        }
        // a balance of that time does not know what restated it later: value what took effect until then
        ImmutableList<StockEvent> until = events.reject(event -> isAfter(event, middle))
                .reject(event -> event instanceof StockEvent.PriceCorrection correction
                        && events.anySatisfy(other -> other.number() == correction.of() && isAfter(other, middle)));
        long quantity = value(until, policy).quantity("A").longNumerator();
        assertThat(index.quantity(middle)).isEqualTo(quantity);
        if (quantity >= 0) {
            assertThat(index.value(middle)).isEqualTo(value(until, policy).value());
        }
    }

    private static boolean isAfter(StockEvent event, LocalDateTime time) {
        return event instanceof StockEvent.Move && event.at().isAfter(time);
    }
}
