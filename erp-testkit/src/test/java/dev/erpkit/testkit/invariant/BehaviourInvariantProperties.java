package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.behaviour.BasketRule;
import dev.erpkit.crm.behaviour.Baskets;
import dev.erpkit.crm.behaviour.Baskets.ItemSet;
import dev.erpkit.crm.behaviour.BgNbd;
import dev.erpkit.crm.behaviour.Cohorts;
import dev.erpkit.crm.behaviour.Lifetime;
import dev.erpkit.crm.behaviour.LogRank;
import dev.erpkit.crm.behaviour.ParetoNbd;
import dev.erpkit.crm.behaviour.Purchase;
import dev.erpkit.crm.behaviour.RepeatPurchases;
import dev.erpkit.crm.behaviour.Span;
import dev.erpkit.crm.behaviour.Survival;
import dev.erpkit.crm.behaviour.port.PurchaseHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reference section 3, analytics, where it is about customers. */
class BehaviourInvariantProperties {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Provide
    Arbitrary<List<Purchase>> purchases() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(1, 1000))
                .as((who, day, value) -> new Purchase(PartyId.of("P" + who), START.plusDays(day), value))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Lifetime>> lifetimes() {
        return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.of(true, false))
                .as((time, left) -> new Lifetime(time, left))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Set<String>>> baskets() {
        return Arbitraries.of("a", "b", "c", "d", "e")
                .set()
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void figures_of_customers_are_possible(@ForAll("purchases") List<Purchase> purchases, @ForAll Span span) {
        LocalDate end = START.plusDays(300);
        PurchaseHistory history = PurchaseHistory.of(purchases);
        ImmutableList<RepeatPurchases> customers = RepeatPurchases.of(history, end, span);
        assertThat(customers)
                .isEqualTo(RepeatPurchases.of(
                        PurchaseHistory.of(Lists.immutable.withAll(purchases).toReversed()), end, span));
        assertThat(BehaviourInvariants.cohortsDoNotGrow(Cohorts.of(history, end, span)))
                .isEmpty();
        assertThat(Cohorts.of(history, end, span).rows().sumOfInt(Cohorts.Row::size))
                .isEqualTo(customers.size());
        assertThat(BehaviourInvariants.expectationsArePossible(new BgNbd(0.243, 4.414, 0.793, 2.426), customers))
                .isEmpty();
        assertThat(BehaviourInvariants.expectationsArePossible(new ParetoNbd(0.553, 10.578, 0.606, 11.669), customers))
                .isEmpty();
        customers
                .select(c -> c.frequency() == 0)
                .forEach(c -> assertThat(new BgNbd(0.243, 4.414, 0.793, 2.426).alive(0, 0, c.age()))
                        .isEqualTo(1));
    }

    @Property(tries = 300)
    void survival_falls_and_without_censoring_is_the_share_that_stayed(@ForAll("lifetimes") List<Lifetime> lifetimes) {
        ImmutableList<Lifetime> group = Lists.immutable.withAll(lifetimes);
        assertThat(BehaviourInvariants.survivalFalls(Survival.of(group))).isEmpty();
        ImmutableList<Lifetime> all = group.collect(l -> new Lifetime(l.time(), true));
        Survival whole = Survival.of(all);
        for (int time = 0; time <= 12; time++) {
            int at = time;
            assertThat(whole.at(time)).isCloseTo((double) all.count(l -> l.time() > at) / all.size(), within(1e-9));
        }
    }

    @Property(tries = 300)
    void the_test_of_two_groups_does_not_depend_on_their_order(
            @ForAll("lifetimes") List<Lifetime> one, @ForAll("lifetimes") List<Lifetime> other) {
        LogRank there = LogRank.of(Lists.immutable.withAll(one), Lists.immutable.withAll(other));
        LogRank back = LogRank.of(Lists.immutable.withAll(other), Lists.immutable.withAll(one));
        assertThat(there.statistic()).isCloseTo(back.statistic(), within(1e-6 * (1 + back.statistic())));
        assertThat(there.p()).isBetween(0.0, 1.0);
    }

    @Property(tries = 300)
    void what_is_bought_together_shrinks_and_lift_goes_both_ways(@ForAll("baskets") List<Set<String>> list) {
        Baskets baskets = Baskets.of(Lists.immutable.withAll(list));
        ImmutableList<ItemSet> sets = baskets.frequent(0.2, 9);
        assertThat(BehaviourInvariants.supportShrinks(sets)).isEmpty();
        assertThat(sets).allMatch(set -> set.count() == baskets.count(set.items()));
        ImmutableList<BasketRule> rules = baskets.rules(0.2, 0, 9);
        assertThat(rules)
                .allMatch(rule -> rules.anySatisfy(back -> back.condition().equals(rule.consequence())
                        && back.consequence().equals(rule.condition())
                        && back.lift() == rule.lift()));
    }
}
