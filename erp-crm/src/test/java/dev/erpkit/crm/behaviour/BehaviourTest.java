package dev.erpkit.crm.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.behaviour.port.PurchaseHistory;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourTest {
    private static Purchase purchase(String customer, String day, double value) {
        return new Purchase(PartyId.of(customer), LocalDate.parse(day), value);
    }

    /** lifetimes' fixture of transactions (MIT). */
    private static final ImmutableList<Purchase> TRANSACTIONS = Lists.immutable.of(
            purchase("1", "2015-01-01", 1),
            purchase("1", "2015-02-06", 2),
            purchase("2", "2015-01-01", 2),
            purchase("3", "2015-01-01", 3),
            purchase("3", "2015-01-02", 1),
            purchase("3", "2015-01-05", 5),
            purchase("4", "2015-01-16", 6),
            purchase("4", "2015-02-02", 3),
            purchase("4", "2015-02-05", 3),
            purchase("4", "2015-02-05", 2),
            purchase("5", "2015-01-16", 3),
            purchase("5", "2015-01-17", 1),
            purchase("5", "2015-01-18", 8),
            purchase("6", "2015-02-02", 5));

    @ParameterizedTest
    @CsvSource({
        "day, 1, 1, 36, 37", "day, 2, 0, 0, 37", "day, 3, 2, 4, 37", "day, 4, 2, 20, 22", "day, 5, 2, 2, 22",
        "day, 6, 0, 0, 5", "week, 1, 1, 5, 5", "week, 3, 1, 1, 5", "week, 4, 1, 3, 3", "week, 5, 0, 0, 3",
        "week, 6, 0, 0, 0", "month, 1, 1, 1, 1", "year, 4, 0, 0, 0"
    })
    void repeats_are_counted_by_period(String span, String customer, int frequency, double recency, double age) {
        RepeatPurchases found = RepeatPurchases.of(
                        PurchaseHistory.of(TRANSACTIONS), LocalDate.of(2015, 2, 7), Span.parse(span))
                .detect(c -> c.customer().value().equals(customer));
        assertThat(found.frequency()).isEqualTo(frequency);
        assertThat(found.recency()).isEqualTo(recency);
        assertThat(found.age()).isEqualTo(age);
    }

    @Test
    void the_value_of_repeats_leaves_out_the_first_purchase_and_the_order_of_input() {
        ImmutableList<Purchase> purchases = Lists.immutable.of(
                purchase("2", "2014-04-09", 20), purchase("2", "2014-03-14", 10), purchase("2", "2014-05-21", 25));
        for (ImmutableList<Purchase> order : Lists.immutable.of(purchases, purchases.toReversed())) {
            assertThat(RepeatPurchases.of(PurchaseHistory.of(order), LocalDate.of(2014, 6, 1), Span.DAY)
                            .getOnly()
                            .meanValue())
                    .isEqualTo(22.5);
        }
    }

    @Test
    void purchases_after_the_end_do_not_count() {
        assertThat(RepeatPurchases.of(PurchaseHistory.of(TRANSACTIONS), LocalDate.of(2015, 1, 2), Span.DAY))
                .hasSize(3)
                .extracting(RepeatPurchases::frequency)
                .containsExactly(0, 0, 1);
    }

    @Test
    void equal_customers_are_in_one_class() {
        ImmutableList<RfmScore> scores = RfmScore.of(PurchaseHistory.of(TRANSACTIONS), LocalDate.of(2015, 2, 7), 3);
        assertThat(scores.collect(RfmScore::text))
                .containsExactly("3-2-1", "1-1-1", "1-3-2", "3-3-3", "2-3-3", "2-1-2");
        assertThat(scores.getFirst().daysSince()).isEqualTo(1);
        assertThat(scores.getFirst().toString()).doesNotContain("3.0");
        assertThatThrownBy(() -> RfmScore.of(PurchaseHistory.of(TRANSACTIONS), LocalDate.EPOCH, 0))
                .hasMessageContaining("behaviour.classes");
    }

    @Test
    void a_cohort_is_never_larger_than_when_it_came() {
        Cohorts cohorts = Cohorts.of(PurchaseHistory.of(TRANSACTIONS), LocalDate.of(2015, 2, 7), Span.MONTH);
        assertThat(cohorts.rows().collect(Cohorts.Row::active))
                .containsExactly(Lists.immutable.of(5, 2), Lists.immutable.of(1));
        assertThat(cohorts.rows().getFirst().values()).containsExactly(30.0, 10.0);
        assertThat(cohorts.rows().getFirst().retention(1)).isEqualTo(0.4);
    }

    private static ImmutableList<Lifetime> group(boolean[] left, double... times) {
        ImmutableList<Lifetime> all = Lists.immutable.empty();
        for (int i = 0; i < times.length; i++) {
            all = all.newWith(new Lifetime(times[i], left[i]));
        }
        return all;
    }

    /** lifelines' test of two groups (MIT), compared there with R. */
    @Test
    void survival_and_the_log_rank_test_of_two_groups() {
        ImmutableList<Lifetime> a = group(
                new boolean[] {true, false, false, false, false, true, false, false, false, false, false},
                53,
                28,
                69,
                58,
                54,
                25,
                51,
                61,
                57,
                57,
                50);
        ImmutableList<Lifetime> b = group(new boolean[] {true, true, true, true, false, false}, 34, 32, 9, 19, 50, 48);
        Survival survival = Survival.of(a);
        assertThat(survival.at(24.9)).isEqualTo(1);
        assertThat(survival.at(25)).isCloseTo(0.909, within(0.0005));
        assertThat(survival.at(53)).isCloseTo(0.779, within(0.0005));
        assertThat(survival.median()).isEmpty();
        assertThat(Survival.of(b).at(34)).isCloseTo(0.333, within(0.0005));
        assertThat(Survival.of(b).median()).hasValue(32);
        assertThat(LogRank.of(a, b).p()).isCloseTo(0.0138, within(0.00005));
        assertThat(LogRank.of(b, a).statistic()).isCloseTo(LogRank.of(a, b).statistic(), within(1e-12));
        assertThat(LogRank.of(Lists.immutable.of(a, b, a)).degreesOfFreedom()).isEqualTo(2);
        assertThat(LogRank.of(a, a).p()).isEqualTo(1);
        Survival.Step step = survival.steps().getFirst();
        assertThat(step.standardError()).isCloseTo(0.0867, within(0.0001));
        assertThat(Survival.bounds(step, 0.95)[0]).isLessThan(step.survival());
        assertThatThrownBy(() -> LogRank.of(Lists.immutable.of(a))).hasMessageContaining("behaviour.too-few-groups");
    }

    @Test
    void the_mean_within_a_horizon_is_the_area_under_the_curve() {
        Survival survival = Survival.of(group(new boolean[] {true, true}, 2, 4));
        assertThat(survival.restrictedMean(10)).isEqualTo(3);
        assertThat(survival.restrictedMean(3)).isEqualTo(2.5);
    }

    /** mlxtend's example (BSD-3). */
    @Test
    void what_is_bought_together() {
        Baskets baskets = Baskets.of(Lists.immutable
                .of(
                        "Eggs,Kidney Beans,Milk,Nutmeg,Onion,Yogurt",
                        "Dill,Eggs,Kidney Beans,Nutmeg,Onion,Yogurt",
                        "Apple,Eggs,Kidney Beans,Milk",
                        "Corn,Kidney Beans,Milk,Unicorn,Yogurt",
                        "Corn,Eggs,Ice cream,Kidney Beans,Onion,Onion")
                .collect(line -> Lists.immutable.of(line.split(","))));
        assertThat(baskets.frequent(0.6, 9)).hasSize(11);
        ImmutableList<BasketRule> rules = baskets.rules(0.6, 0.8, 9);
        assertThat(rules).hasSize(9);
        BasketRule best = rules.detect(r -> r.condition().equals(SortedSets.immutable.of("Onion"))
                && r.consequence().equals(SortedSets.immutable.of("Eggs")));
        assertThat(best.lift()).isEqualTo(1.25);
        assertThat(best.leverage()).isCloseTo(0.12, within(1e-12));
        assertThat(best.conviction()).isInfinite();
        assertThat(best.zhang()).isCloseTo(0.5, within(1e-12));
        assertThat(rules.getFirst().lift()).isEqualTo(1.25);
        assertThatThrownBy(() -> baskets.frequent(0, 3)).hasMessageContaining("behaviour.share");
    }

    @Test
    void how_many_people_an_arm_needs_and_whether_arms_differ() {
        assertThat(ProportionTest.perArm(0.10, 0.12, 0.05, 0.80)).isEqualTo(3841);
        assertThat(ProportionTest.of(100, 1000, 130, 1000).p()).isCloseTo(0.0355, within(0.0005));
        assertThat(ProportionTest.of(0, 0, 0, 0)).isEqualTo(new ProportionTest(0, 1));
        assertThatThrownBy(() -> ProportionTest.perArm(0.1, 0.1, 0.05, 0.8)).hasMessageContaining("behaviour.share");
        assertThatThrownBy(() -> ProportionTest.of(2, 1, 0, 1)).hasMessageContaining("behaviour.impossible");
    }
}
