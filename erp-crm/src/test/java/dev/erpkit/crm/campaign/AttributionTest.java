package dev.erpkit.crm.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.campaign.TouchPath.Touch;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final ImmutableList<TouchPath> PATHS = Lists.immutable.of(
            TouchPath.of(Lists.immutable.of("email", "ads", "search", "email"), 10, 0),
            TouchPath.of(Lists.immutable.of("ads"), 5, 0),
            TouchPath.of(Lists.immutable.of("search", "ads", "direct"), 4, 2));

    private static String credits(AttributionModel model) {
        Attribution attribution = Attribution.of(model, PATHS);
        assertThat(attribution.credits().injectInto(Rational.ZERO, Rational::add))
                .isEqualTo(Rational.of(19));
        return attribution.credits().keyValuesView().makeString(" ");
    }

    @Test
    void each_rule_gives_its_credit() {
        assertThat(credits(new AttributionModel.First())).isEqualTo("ads:5 email:10 search:4");
        assertThat(credits(new AttributionModel.Last())).isEqualTo("ads:5 direct:4 email:10");
        assertThat(credits(new AttributionModel.LastOther("direct"))).isEqualTo("ads:9 email:10");
        assertThat(credits(new AttributionModel.Linear())).isEqualTo("ads:53/6 direct:4/3 email:5 search:23/6");
        assertThat(credits(AttributionModel.position())).isEqualTo("ads:34/5 direct:8/5 email:8 search:13/5");
        assertThat(credits(new AttributionModel.Shapley())).isEqualTo("ads:29/3 direct:4/3 email:10/3 search:14/3");
    }

    @Test
    void a_touch_counts_half_for_each_half_life() {
        TouchPath path = new TouchPath(
                Lists.immutable.of(
                        new Touch("a", Rational.of(14)), new Touch("b", Rational.of(7)), new Touch("c", Rational.ZERO)),
                Rational.of(7),
                1,
                0);
        Attribution exact = Attribution.of(new AttributionModel.TimeDecay(Rational.of(7)), Lists.immutable.of(path));
        assertThat(exact.credits())
                .isEqualTo(SortedMaps.immutable.of("a", Rational.ONE, "b", Rational.of(2), "c", Rational.of(4)));
        Attribution rounded = Attribution.of(new AttributionModel.TimeDecay(Rational.of(14)), Lists.immutable.of(path));
        assertThat(rounded.credits().injectInto(Rational.ZERO, Rational::add)).isEqualTo(Rational.of(7));
        Rational root = rounded.credit("b").divide(rounded.credit("c"));
        Rational off = root.multiply(root).subtract(Rational.of(1, 2)).abs();
        assertThat(off.compareTo(Rational.parse("0.00000000000000000000000001")))
                .isNegative();
    }

    /** By hand: from the start 16/21 convert; nobody does without ads, who come by email or search alone. */
    @Test
    void without_a_channel_its_conversions_are_lost() {
        MarkovChain chain = MarkovChain.of(Lists.immutable.of(
                TouchPath.of(Lists.immutable.of("c1", "c2", "c3"), 1, 0),
                TouchPath.of(Lists.immutable.of("c1"), 0, 1),
                TouchPath.of(Lists.immutable.of("c2", "c3"), 0, 1)));
        assertThat(chain.transition("", "c1")).isEqualTo(Rational.of(2, 3));
        assertThat(chain.conversion()).isEqualTo(Rational.of(1, 3));
        assertThat(chain.removalEffects())
                .isEqualTo(SortedMaps.immutable.of("c1", Rational.of(1, 2), "c2", Rational.ONE, "c3", Rational.ONE));
        assertThat(credits(new AttributionModel.Markov())).isNotEmpty();
    }

    @Test
    void a_path_of_one_touch_is_the_same_by_every_rule() {
        ImmutableList<TouchPath> one = Lists.immutable.of(TouchPath.of(Lists.immutable.of("x"), 3, 1));
        for (AttributionModel model : Lists.immutable.of(
                new AttributionModel.First(),
                new AttributionModel.Linear(),
                new AttributionModel.TimeDecay(Rational.of(3)),
                AttributionModel.position(),
                new AttributionModel.Markov(),
                new AttributionModel.Shapley())) {
            assertThat(Attribution.of(model, one).credits()).isEqualTo(SortedMaps.immutable.of("x", Rational.of(3)));
        }
    }

    @Test
    void an_amount_is_divided_to_the_last_yen() {
        Attribution linear = Attribution.of(
                new AttributionModel.Linear(),
                Lists.immutable.of(TouchPath.of(Lists.immutable.of("a", "b", "c"), 1, 0)));
        assertThat(linear.allocate(Amounts.of("100", "JPY"))
                        .collect(Amounts::minor)
                        .toList())
                .containsExactly(34L, 33L, 33L);
        assertThatThrownBy(() -> Attribution.of(new AttributionModel.Linear(), Lists.immutable.empty())
                        .allocate(Amounts.of("1", "JPY")))
                .hasMessageContaining("allocation.no-weight");
    }

    @Test
    void a_share_of_nothing_is_absent() {
        CampaignResult result = new CampaignResult(Amounts.of("200", "EUR"), Amounts.of("500", "EUR"), 1000, 40);
        assertThat(result.responseRate()).contains(Rational.of(1, 25));
        assertThat(result.returnOnCost()).contains(Rational.of(3, 2));
        assertThat(result.costPerResponse()).contains(Rational.of(5));
        CampaignResult nothing = new CampaignResult(Amounts.of("0", "EUR"), Amounts.of("0", "EUR"), 0, 0);
        assertThat(nothing.responseRate()).isEmpty();
        assertThat(nothing.returnOnCost()).isEmpty();
        assertThat(nothing.costPerResponse()).isEmpty();
        assertThatThrownBy(() -> new CampaignResult(Amounts.of("0", "EUR"), Amounts.of("0", "USD"), 0, 0))
                .hasMessageContaining("campaign.currency");
        assertThatThrownBy(() -> new CampaignResult(Amounts.of("0", "EUR"), Amounts.of("0", "EUR"), 1, 2))
                .hasMessageContaining("campaign.counts");
    }

    @Test
    void figures_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> TouchPath.of(Lists.immutable.of("a"), -1, 0)).hasMessageContaining("campaign.path");
        assertThatThrownBy(() -> new Touch("a", Rational.of(-1))).hasMessageContaining("campaign.touch");
        assertThatThrownBy(() -> new AttributionModel.TimeDecay(Rational.ZERO))
                .hasMessageContaining("campaign.half-life");
        assertThatThrownBy(() -> new AttributionModel.Position(Rational.ONE, Rational.ONE))
                .hasMessageContaining("campaign.shares");
    }
}
