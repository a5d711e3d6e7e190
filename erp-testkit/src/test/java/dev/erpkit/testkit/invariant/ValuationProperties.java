package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.StockEvents;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.Layer;
import dev.erpkit.inventory.valuation.PoolRule;
import dev.erpkit.inventory.valuation.ShareRule;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.testkit.generate.GoodsHistories;
import dev.erpkit.testkit.generate.GoodsHistories.Flow;
import dev.erpkit.testkit.generate.StockArbitraries;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The numbered invariants of valuation that {@link StockProperties} leaves, over histories that are simple in one respect. */
class ValuationProperties {
    private static final Goods A = Goods.of("A");
    private static final LocalDateTime END = GoodsHistories.START.plusDays(90);

    @Provide
    Arbitrary<List<Flow>> flows() {
        return GoodsHistories.flows(16);
    }

    @Provide
    Arbitrary<ValuationMethod> layered() {
        return Arbitraries.of(
                ValuationMethod.FIFO, ValuationMethod.LIFO, ValuationMethod.HIFO, ValuationMethod.MOVING_AVERAGE);
    }

    @Provide
    Arbitrary<ImmutableList<StockFact>> facts() {
        return GoodsHistories.facts(16);
    }

    private static ValuationLedger value(ImmutableList<StockEvent> events, ValuationMethod method) {
        return value(events, method, StockArbitraries.ITEMS);
    }

    private static ValuationLedger value(
            ImmutableList<StockEvent> events, ValuationMethod method, ImmutableList<ItemTerms> items) {
        return Valuation.of(events, items, ValuationPolicy.of(method), StockArbitraries.CURRENCY)
                .orElseThrow();
    }

    private static ImmutableList<StockEvent> history(List<Flow> flows) {
        return GoodsHistories.neverShort(A, flows);
    }

    private static ImmutableList<Long> receipts(ImmutableList<StockEvent> events) {
        return events.selectInstancesOf(StockEvent.Receipt.class).collect(StockEvent::number);
    }

    @Property(tries = 300)
    void inv_1_2_36_locations_sum_to_nothing_and_the_valuation_holds_what_moved(
            @ForAll("facts") ImmutableList<StockFact> facts, @ForAll @IntRange(max = 40) int hour) {
        ImmutableList<LocalDateTime> times = Lists.immutable.of(GoodsHistories.START.plusHours(hour), END);
        assertThat(StockInvariants.locationsSumToZero(facts, times)).isEmpty();
        ImmutableList<ItemTerms> items = Lists.immutable.of(ItemTerms.of("a"), ItemTerms.of("b"));
        ImmutableList<StockEvent> events = StockEvents.of(facts).events();
        ValuationPolicy policy = ValuationPolicy.of(ValuationMethod.FIFO).pool(PoolRule.ITEM_WAREHOUSE);
        ValuationLedger ledger =
                Valuation.of(events, items, policy, StockArbitraries.CURRENCY).orElseThrow();
        assertThat(ValuationInvariants.quantitiesAreWhatMoved(facts, ledger)).isEmpty();
        assertThat(ValuationInvariants.transfersConserve(events, ledger)).isEmpty();
        assertThat(StockInvariants.nothingIsLost(ledger)).isEmpty();
        assertThat(StockInvariants.valueFollowsQuantity(ledger)).isEmpty();
    }

    @Property(tries = 200)
    void inv_8_costs_lie_between_the_prices_of_receipts(
            @ForAll("flows") List<Flow> flows, @ForAll("layered") ValuationMethod method) {
        ImmutableList<StockEvent> events = history(flows);
        assertThat(ValuationInvariants.costsLieBetweenPrices(events, value(events, method)))
                .isEmpty();
    }

    @Property(tries = 200)
    void inv_10_what_came_last_goes_first(@ForAll("flows") List<Flow> flows) {
        ImmutableList<StockEvent> events = history(flows);
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i) instanceof StockEvent.Issue) {
                ImmutableList<Layer> before =
                        value(events.take(i), ValuationMethod.LIFO).layers(A);
                ImmutableList<Layer> after =
                        value(events.take(i + 1), ValuationMethod.LIFO).layers(A);
                assertThat(ValuationInvariants.lastComesGoFirst(before, after)).isEmpty();
            }
        }
    }

    @Property(tries = 300)
    void inv_11_12_issues_keep_the_average_and_the_standard(@ForAll("flows") List<Flow> flows) {
        ImmutableList<StockEvent> events = history(flows);
        assertThat(ValuationInvariants.issuesKeepTheAverage(events, value(events, ValuationMethod.MOVING_AVERAGE)))
                .isEmpty();
        assertThat(ValuationInvariants.worthTheStandard(
                        value(events, ValuationMethod.STANDARD), item -> Rational.of(901, 2)))
                .isEmpty();
    }

    /** Lots and items of their own pools: what happens to one changes nothing of another, whatever stands between. */
    @Property(tries = 200)
    void inv_13_26_pools_do_not_touch_each_other(
            @ForAll("flows") List<Flow> one, @ForAll("flows") List<Flow> other, @ForAll ValuationMethod method) {
        Goods first = A.lot("one");
        Goods second = (method == ValuationMethod.SPECIFIC ? A : Goods.of("B")).lot("other");
        ImmutableList<StockEvent> alone = GoodsHistories.neverShort(first, one);
        MutableList<StockEvent> both = Lists.mutable.ofAll(alone);
        GoodsHistories.neverShort(second, other).forEach(event -> both.add(renumbered(event, 1000)));
        assertThat(ValuationInvariants.sameState(value(alone, method), value(both.toImmutable(), method)))
                .isEmpty();
        assertThat(ValuationInvariants.sameState(
                        value(alone, method), value(both.reverseThis().toImmutable(), method)))
                .isEmpty();
    }

    private static StockEvent renumbered(StockEvent event, long by) {
        return event instanceof StockEvent.Receipt e
                ? new StockEvent.Receipt(e.number() + by, e.at(), e.goods(), e.quantity(), e.cost())
                : issue((StockEvent.Issue) event, by);
    }

    private static StockEvent issue(StockEvent.Issue e, long by) {
        return new StockEvent.Issue(e.number() + by, e.at(), e.goods(), e.quantity());
    }

    @Property(tries = 200)
    void inv_14_at_one_price_all_methods_agree(
            @ForAll("flows") List<Flow> flows, @ForAll @IntRange(max = 5000) int price) {
        ImmutableList<StockEvent> events = history(flows.stream()
                .map(flow -> new Flow(flow.in(), flow.size(), price))
                .toList());
        ImmutableList<ItemTerms> items =
                Lists.immutable.of(ItemTerms.of("A").standardCost(new Cost.Each(Rational.of(price))));
        ValuationLedger fifo = value(events, ValuationMethod.FIFO, items);
        for (ValuationMethod method : ValuationMethod.values()) {
            if (method != ValuationMethod.SPECIFIC) {
                assertThat(ValuationInvariants.sameState(fifo, value(events, method, items)))
                        .isEmpty();
            }
        }
    }

    @Property(tries = 200)
    void inv_16_when_prices_do_not_fall_old_goods_are_the_cheapest(@ForAll("flows") List<Flow> flows) {
        int[] price = {0};
        ImmutableList<StockEvent> events = history(flows.stream()
                .map(flow -> new Flow(flow.in(), flow.size(), price[0] += flow.price()))
                .toList());
        long fifo = value(events, ValuationMethod.FIFO).value();
        long average = value(events, ValuationMethod.MOVING_AVERAGE).value();
        long lifo = value(events, ValuationMethod.LIFO).value();
        assertThat(fifo + events.size()).isGreaterThanOrEqualTo(average);
        assertThat(average + events.size()).isGreaterThanOrEqualTo(lifo);
    }

    @Property(tries = 200)
    void inv_24_what_was_known_does_not_change(
            @ForAll("flows") List<Flow> flows, @ForAll("flows") List<Flow> later, @ForAll ValuationMethod method) {
        ImmutableList<StockEvent> events = GoodsHistories.neverShort(A.lot("one"), flows);
        MutableList<StockEvent> more = Lists.mutable.ofAll(events);
        GoodsHistories.neverShort(A.lot("one"), later).forEach(event -> more.add(renumbered(event, 1000)));
        ValuationLedger before = value(events, method);
        ValuationLedger asKnown = value(Valuation.known(more, 1000), method);
        assertThat(ValuationInvariants.sameState(before, asKnown)).isEmpty();
        assertThat(asKnown.asOf(END)).isEqualTo(before.asOf(END));
    }

    /** Two late facts, recorded one way or the other: a receipt and an issue of it, or a price and a charge. */
    @Property(tries = 200)
    void inv_27_late_facts_commute(
            @ForAll("flows") List<Flow> flows,
            @ForAll("layered") ValuationMethod method,
            @ForAll @IntRange(min = 1, max = 20) int day) {
        ImmutableList<StockEvent> events = history(flows);
        long next = events.size() + 1L;
        Goods goods = A;
        LocalDateTime early = GoodsHistories.START.plusDays(day);
        LocalDateTime late = early.plusHours(1);
        Cost each = new Cost.Each(Rational.of(777));
        ValuationLedger one = value(
                events.newWithAll(Lists.immutable.<StockEvent>of(
                        new StockEvent.Receipt(next, early, goods, Rational.of(7), Optional.of(each)),
                        new StockEvent.Issue(next + 1, late, goods, Rational.of(3)))),
                method);
        ValuationLedger other = value(
                events.newWithAll(Lists.immutable.<StockEvent>of(
                        new StockEvent.Issue(next, late, goods, Rational.of(3)),
                        new StockEvent.Receipt(next + 1, early, goods, Rational.of(7), Optional.of(each)))),
                method);
        assertThat(one.balances().collect(b -> b.value()))
                .isEqualTo(other.balances().collect(b -> b.value()));
        events.forEach(event -> assertThat(one.costs().get(event.number()))
                .isEqualTo(other.costs().get(event.number())));
        assertThat(one.costs().get(next + 1)).isEqualTo(other.costs().get(next));
    }

    @Property(tries = 200)
    void inv_28_29_a_dearer_receipt_is_distributed_wholly_and_makes_nothing_cheaper(
            @ForAll("flows") List<Flow> flows,
            @ForAll("layered") ValuationMethod method,
            @ForAll @IntRange(min = 1, max = 9000) int amount,
            @ForAll @IntRange(max = 15) int which) {
        ImmutableList<StockEvent> events = history(flows);
        ImmutableList<Long> receipts = receipts(events);
        if (receipts.isEmpty()) {
            return;
        }
        long of = receipts.get(which % receipts.size());
        ValuationLedger before = value(events, method);
        StockEvent charge = new StockEvent.LandedCost(
                events.size() + 1L, END, Lists.immutable.of(of), amount, LandedCostBasis.EQUAL);
        ValuationLedger after = value(events.newWith(charge), method);
        assertThat(ValuationInvariants.changeIsDistributed(before, after, amount))
                .isEmpty();
        assertThat(ValuationInvariants.noCostFalls(before, after)).isEmpty();
        StockEvent price = new StockEvent.PriceCorrection(
                events.size() + 1L, END, of, new Cost.Total(before.inbound().get(of) + amount));
        ValuationLedger corrected = value(events.newWith(price), method);
        assertThat(ValuationInvariants.changeIsDistributed(before, corrected, amount))
                .isEmpty();
        assertThat(ValuationInvariants.sameState(after, corrected)).isEmpty();
    }

    @Property(tries = 300)
    void inv_30_shares_sum_exactly(
            @ForAll @IntRange(min = -100_000, max = 100_000) int total,
            @ForAll List<@IntRange(max = 50) Integer> weights,
            @ForAll ShareRule rule) {
        ImmutableList<Rational> all = Lists.immutable.ofAll(weights).collect(Rational::of);
        Rational sum = all.injectInto(Rational.ZERO, Rational::add);
        if (sum.isZero()) {
            return;
        }
        long[] shares = rule.split(total, all);
        assertThat(IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum())
                .isEqualTo(total);
        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[i] == 0 || Long.signum(shares[i]) == Integer.signum(total))
                    .isTrue();
            Rational exact = Rational.of(total).multiply(all.get(i)).divide(sum);
            Rational off = exact.subtract(Rational.of(shares[i])).abs();
            Rational most = rule == ShareRule.REMAINDER_TO_LAST ? Rational.of(shares.length) : Rational.ONE;
            assertThat(off).isLessThanOrEqualTo(most);
        }
    }

    @Property(tries = 200)
    void inv_31_a_charge_before_or_after_the_sale_ends_the_same(
            @ForAll("flows") List<Flow> flows,
            @ForAll("layered") ValuationMethod method,
            @ForAll @IntRange(min = 1, max = 9000) int amount) {
        ImmutableList<StockEvent> events = history(flows);
        ImmutableList<Long> receipts = receipts(events);
        if (receipts.isEmpty()) {
            return;
        }
        long number = events.size() + 1L;
        StockEvent late = new StockEvent.LandedCost(number, END, receipts, amount, LandedCostBasis.QUANTITY);
        StockEvent early =
                new StockEvent.LandedCost(number, GoodsHistories.START, receipts, amount, LandedCostBasis.QUANTITY);
        assertThat(ValuationInvariants.sameState(
                        value(events.newWith(late), method), value(events.newWith(early), method)))
                .isEmpty();
    }

    /** All that lacks is covered in the end: what the goods were guessed to cost before is forgotten. */
    @Property(tries = 200)
    void inv_32_once_covered_costs_do_not_depend_on_the_guess(
            @ForAll("flows") List<Flow> flows,
            @ForAll("layered") ValuationMethod method,
            @ForAll @IntRange(max = 5000) int guess) {
        MutableList<StockEvent> events = Lists.mutable.empty();
        flows.forEach(flow -> events.add(event(events.size() + 1L, flow)));
        events.add(event(events.size() + 1L, new Flow(true, 1000, 333)));
        ImmutableList<ItemTerms> guessed =
                Lists.immutable.of(ItemTerms.of("A").firstCost(new Cost.Each(Rational.of(guess))));
        assertThat(ValuationInvariants.sameState(
                        value(events.toImmutable(), method, Lists.immutable.of(ItemTerms.of("A"))),
                        value(events.toImmutable(), method, guessed)))
                .isEmpty();
    }

    private static StockEvent event(long number, Flow flow) {
        LocalDateTime at = GoodsHistories.START.plusDays(number);
        Cost each = new Cost.Each(Rational.of(flow.price()));
        Rational quantity = Rational.of(flow.size());
        return flow.in()
                ? new StockEvent.Receipt(number, at, A, quantity, Optional.of(each))
                : new StockEvent.Issue(number, at, A, quantity);
    }

    /** What comes back in two parts is what went, whatever the parts; a receipt that goes back in two is what came. */
    @Property(tries = 200)
    void inv_34_35_returns_in_parts_are_the_whole(
            @ForAll("flows") List<Flow> flows,
            @ForAll("layered") ValuationMethod method,
            @ForAll @IntRange(min = 1, max = 19) int part,
            @ForAll @IntRange(max = 15) int which) {
        ImmutableList<StockEvent> events = history(flows);
        ImmutableList<StockEvent.Issue> issues = events.selectInstancesOf(StockEvent.Issue.class);
        long n = events.size();
        if (issues.notEmpty()) {
            StockEvent.Issue issue = issues.get(which % issues.size());
            Rational first = issue.quantity().multiply(Rational.of(part, 20));
            ValuationLedger back = value(
                    events.newWithAll(Lists.immutable.<StockEvent>of(
                            new StockEvent.CustomerReturn(n + 1, END, A, first, issue.number()),
                            new StockEvent.CustomerReturn(
                                    n + 2, END, A, issue.quantity().subtract(first), issue.number()))),
                    method);
            assertThat(back.inbound().get(n + 1) + back.inbound().get(n + 2))
                    .isEqualTo(back.costs().get(issue.number()));
        }
        Cost cost = new Cost.Total(10_01);
        Rational seven = Rational.of(7);
        Rational first = seven.multiply(Rational.of(part, 20));
        ValuationLedger gone = value(
                events.newWithAll(Lists.immutable.<StockEvent>of(
                        new StockEvent.Receipt(n + 1, END, A, seven, Optional.of(cost)),
                        new StockEvent.VendorReturn(n + 2, END.plusDays(1), A, first, n + 1),
                        new StockEvent.VendorReturn(n + 3, END.plusDays(2), A, seven.subtract(first), n + 1))),
                method);
        assertThat(gone.costs().get(n + 2) + gone.costs().get(n + 3)).isEqualTo(10_01);
    }

    @Property(tries = 200)
    void inv_38_40_revaluation_adds_its_amount_and_another_method_nothing(
            @ForAll("flows") List<Flow> flows,
            @ForAll("layered") ValuationMethod method,
            @ForAll("layered") ValuationMethod other,
            @ForAll @IntRange(max = 9000) int amount) {
        ImmutableList<StockEvent> events = history(flows);
        long next = events.size() + 1L;
        ValuationLedger before = value(events, method);
        StockEvent revaluation = new StockEvent.Revaluation(next, END, A, new Cost.Total(amount));
        boolean some = before.quantity("A").signum() > 0;
        var outcome = Valuation.of(
                events.newWith(revaluation),
                StockArbitraries.ITEMS,
                ValuationPolicy.of(method),
                StockArbitraries.CURRENCY);
        assertThat(outcome.isAccepted()).isEqualTo(some);
        outcome.refusal().ifPresent(why -> assertThat(why.code()).hasToString("stock.nothing-to-revalue"));
        if (some) {
            assertThat(outcome.orElseThrow().value()).isEqualTo(before.value() + amount);
            assertThat(outcome.orElseThrow().quantity("A")).isEqualTo(before.quantity("A"));
        }
        ValuationLedger changed = value(events.newWith(new StockEvent.MethodChange(next, END, "A", other)), method);
        assertThat(changed.value()).isEqualTo(before.value());
        ValuationLedger standard =
                value(events.newWith(new StockEvent.MethodChange(next, END, "A", ValuationMethod.STANDARD)), method);
        assertThat(standard.value() - before.value())
                .isEqualTo(standard.revaluations().getIfAbsentValue(next, 0L));
    }
}
