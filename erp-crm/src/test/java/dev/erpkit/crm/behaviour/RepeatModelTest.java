package dev.erpkit.crm.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.behaviour.port.PurchaseHistory;
import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Against the figures of the papers and of lifetimes' own tests (MIT). */
class RepeatModelTest {
    private static final Offset<Double> LAST_DIGIT = within(0.0006);

    private static double sum(ImmutableList<Double> numbers) {
        return numbers.sumOfDouble(x -> x);
    }

    @Test
    void bg_nbd_over_cdnow_is_the_model_of_the_paper() {
        BgNbd model = BgNbd.fit(Golden.customers()).orElseThrow();
        assertThat(model.r()).isCloseTo(0.243, LAST_DIGIT);
        assertThat(model.alpha()).isCloseTo(4.414, LAST_DIGIT);
        assertThat(model.a()).isCloseTo(0.793, LAST_DIGIT);
        assertThat(model.b()).isCloseTo(2.426, LAST_DIGIT);
        assertThat(model.logLikelihood(Golden.customers())).isCloseTo(-9582.4, within(0.05));
        assertThat(model.expected(39, 2, 30.43, 38.86)).isCloseTo(1.226, within(0.001));
        assertThat(model.expected(1)).isCloseTo(0.0532, within(0.0001));
        assertThat(model.expected(78)).isCloseTo(1.8576, within(0.001));
    }

    @Test
    void the_probabilities_of_every_number_of_purchases_make_one() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        double expected = 0;
        double all = 0;
        for (int n = 0; n < 400; n++) {
            all += model.probability(n, 39);
            expected += n * model.probability(n, 39);
        }
        assertThat(all).isCloseTo(1, within(1e-6));
        assertThat(expected).isCloseTo(model.expected(39), within(1e-3));
    }

    @Test
    void who_has_never_come_back_is_taken_to_be_there_and_absence_lowers_the_chance() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        assertThat(model.alive(0, 0, 38)).isEqualTo(1);
        assertThat(model.alive(3, 30, 31)).isGreaterThan(model.alive(3, 30, 39)).isBetween(0.0, 1.0);
    }

    @Test
    void the_formula_has_no_gap_where_a_is_one() {
        double at = new BgNbd(0.3, 4, 1, 2.5).expected(10, 2, 5, 9);
        assertThat(new BgNbd(0.3, 4, 0.9999, 2.5).expected(10, 2, 5, 9)).isCloseTo(at, within(1e-3));
        assertThat(new BgNbd(0.3, 4, 0.2, 0.5).expected(10)).isPositive();
    }

    @Test
    void pareto_nbd_over_cdnow_is_the_model_of_the_paper() {
        ParetoNbd model = ParetoNbd.fit(Golden.customers()).orElseThrow();
        assertThat(model.r()).isCloseTo(0.553, LAST_DIGIT);
        assertThat(model.alpha()).isCloseTo(10.578, within(0.003));
        assertThat(model.s()).isCloseTo(0.606, LAST_DIGIT);
        assertThat(model.beta()).isCloseTo(11.669, within(0.01));
        assertThat(model.logLikelihood(Golden.customers())).isCloseTo(-9595.0, within(0.05));
        assertThat(model.expected(52, 26, 30.86, 31)).isCloseTo(25.46, within(0.02));
        assertThat(model.alive(26, 30.86, 31)).isCloseTo(0.998, within(0.001));
    }

    @Test
    void gamma_gamma_over_cdnow_is_the_model_of_the_paper() {
        GammaGamma model = GammaGamma.fit(Golden.spending()).orElseThrow();
        assertThat(model.p()).isCloseTo(6.25, within(0.01));
        assertThat(model.q()).isCloseTo(3.74, within(0.01));
        assertThat(model.v()).isCloseTo(15.44, within(0.02));
        assertThat(model.expectedValue(2, 22.35)).isCloseTo(24.65, within(0.05));
        assertThat(model.expectedValue(0, 0)).isCloseTo(model.populationMean(), within(1e-9));
    }

    @Test
    void bg_bb_over_donations_is_the_model_of_the_paper() {
        BgBb model = BgBb.fit(Golden.donations()).orElseThrow();
        assertThat(model.alpha()).isCloseTo(1.204, within(0.002));
        assertThat(model.beta()).isCloseTo(0.750, within(0.002));
        assertThat(model.gamma()).isCloseTo(0.657, within(0.002));
        assertThat(model.delta()).isCloseTo(2.783, within(0.01));
        assertThat(model.logLikelihood(Golden.donations())).isCloseTo(-33225.6, within(0.1));
        assertThat(model.alive(1, 0, 0, 6)).isCloseTo(0.11, within(0.005));
        assertThat(model.alive(1, 2, 4, 6)).isCloseTo(0.59, within(0.005));
        assertThat(model.expected(5, 6, 6, 6)).isCloseTo(3.75, within(0.005));
        ImmutableList<Double> chances = Lists.immutable.of(0, 1, 2, 3, 4, 5, 6).collect(n -> model.probability(n, 6));
        assertThat(sum(chances)).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_fit_says_when_there_is_no_model() {
        assertThat(BgNbd.fit(Lists.immutable.empty())).isEqualTo(new Fit.NotConverged<>("no-data", 0));
        ImmutableList<RepeatPurchases> nobody =
                Lists.immutable.of("a", "b", "c").collect(id -> RepeatPurchases.of(PartyId.of(id), 0, 0, 30));
        assertThat(BgNbd.fit(nobody)).isEqualTo(new Fit.NotConverged<>("no-repeats", 0));
        ImmutableList<RepeatPurchases> always =
                Lists.immutable.of("a", "b", "c").collect(id -> RepeatPurchases.of(PartyId.of(id), 9, 30, 30));
        Fit<BgNbd> fit = BgNbd.fit(always);
        assertThat(fit.converged()).isFalse();
        assertThat(((Fit.NotConverged<BgNbd>) fit).reason()).isEqualTo("runs-away");
        assertThatThrownBy(fit::orElseThrow).hasMessageContaining("runs-away");
    }

    @Test
    void impossible_figures_are_no_customers() {
        assertThatThrownBy(() -> RepeatPurchases.of(PartyId.of("a"), 1, 9, 5))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> RepeatPurchases.of(PartyId.of("a"), 0, 1, 5))
                .hasMessageContaining("behaviour.impossible");
        assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1)).hasMessageContaining("behaviour.not-positive");
        assertThatThrownBy(() -> new Purchase(PartyId.of("a"), LocalDate.EPOCH, Double.NaN))
                .hasMessageContaining("behaviour.not-finite");
    }

    /** The lines of the package's description. */
    @Test
    void the_first_lines_of_an_embedder() {
        PurchaseHistory history = PurchaseHistory.of(Golden.purchases());
        ImmutableList<RepeatPurchases> customers = RepeatPurchases.of(history, LocalDate.of(1997, 9, 30), Span.WEEK);
        BgNbd model = BgNbd.fit(customers).orElseThrow();
        RepeatPurchases one = customers.getFirst();
        double inTheNextYear = model.expected(52, one.frequency(), one.recency(), one.age());
        double stillThere = model.alive(one.frequency(), one.recency(), one.age());

        assertThat(customers).hasSize(2357);
        assertThat(model.r()).isCloseTo(0.283, within(0.001));
        assertThat(inTheNextYear).isPositive();
        assertThat(stillThere).isBetween(0.0, 1.0);
    }

    @Test
    void a_lifetime_value_is_the_discounted_sum_of_what_is_expected() {
        LifetimeValue value =
                new LifetimeValue(new BgNbd(0.243, 4.414, 0.793, 2.426), new GammaGamma(6.25, 3.74, 15.44));
        RepeatPurchases one = new RepeatPurchases(PartyId.of("1"), 2, 30.43, 38.86, 22.35);
        double plain = value.of(one, 12, 4.345, 0);
        assertThat(plain)
                .isCloseTo(
                        value.purchases().expected(12 * 4.345, 2, 30.43, 38.86)
                                * value.values().expectedValue(2, 22.35),
                        within(1e-9));
        assertThat(value.of(one, 12, 4.345, 0.01)).isBetween(plain / 1.13, plain);
    }
}
