package dev.erpkit.crm.sales.price;

import static dev.erpkit.crm.sales.SalesRoom.USD;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static dev.erpkit.crm.sales.SalesRoom.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Figures of OCA sale_triple_discount, sale_fixed_discount and sale_global_discount, and the edges around them. */
class OfferFiguresTest {
    private static final PricingPolicy HALF_UP = PricingPolicy.of(RoundingRule.HALF_UP);
    private static final TaxRate TAX = TaxRate.of("t15", "15");
    private static final TaxRate OTHER = TaxRate.of("t5", "5");

    private static OfferFigures of(SalesLine... lines) {
        return OfferFigures.of(offer(lines), HALF_UP);
    }

    private static long net(DiscountChain chain) {
        return of(line("A", "1", "600").discounted(chain)).netMinor();
    }

    private static DiscountChain additive(String... percents) {
        return new DiscountChain(
                DiscountMode.ADDITIVE,
                Lists.immutable.with(percents).collect(Discount::percent),
                new BigDecimal("100"));
    }

    @Test
    void discounts_multiply_or_add_up() {
        assertThat(net(DiscountChain.percents("0", "50", "50"))).isEqualTo(150_00);
        assertThat(net(DiscountChain.percents("10", "10", "10"))).isEqualTo(437_40);
        assertThat(net(additive("10", "10", "10"))).isEqualTo(420_00);
        assertThat(net(additive("30", "70", "50"))).as("stops at all").isZero();
        assertThat(net(DiscountChain.percents("0", "-50", "50"))).as("a charge").isEqualTo(450_00);
        assertThat(net(additive("30", "20").cappedAt("40"))).as("the cap").isEqualTo(360_00);
    }

    @Test
    void a_fixed_discount_is_off_each_unit_and_comes_to_percents() {
        DiscountChain twenty = DiscountChain.of(DiscountMode.MULTIPLICATIVE, Discount.fixed(Amounts.of("20", "USD")));
        OfferFigures one = of(line("A", "1", "200").discounted(twenty).taxed(TAX));
        assertThat(one.netMinor()).isEqualTo(180_00);
        assertThat(one.totalMinor()).isEqualTo(207_00);
        assertThat(one.lines().getFirst().percentOff()).isEqualTo(Rational.of(10));
        assertThat(of(line("A", "2", "200").discounted(twenty)).netMinor()).isEqualTo(360_00);
        OfferFigures free = of(line("A", "1", "0").discounted(twenty));
        assertThat(free.netMinor()).isZero();
        assertThat(free.lines().getFirst().percentOff()).isEqualTo(Rational.ZERO);
    }

    @Test
    void percents_and_an_amount_must_say_the_same() {
        assertThat(Discount.agreed(Amounts.of("20", "USD"), new BigDecimal("5"), Amounts.of("200", "USD")))
                .isEmpty();
        assertThat(Discount.agreed(Amounts.of("20", "USD"), new BigDecimal("10"), Amounts.of("200", "USD")))
                .contains(Discount.fixed(Amounts.of("20", "USD")));
        assertThat(Discount.agreed(Amounts.zero(USD), new BigDecimal("5"), Amounts.of("200", "USD")))
                .contains(Discount.percent("5"));
    }

    @Test
    void discounts_of_the_order_are_shared_to_the_minor_unit() {
        SalesLine[] lines = {
            line("A", "2", "75").taxed(TAX).taxed(OTHER),
            line("B", "3", "33.33").taxed(TAX).taxed(OTHER)
        };
        assertThat(of(lines).totalMinor()).isEqualTo(299_99);
        Offer.Builder off = Offer.builder();
        off.from(offer(lines));
        OfferFigures figures =
                OfferFigures.of(off.orderDiscounts(DiscountChain.percents("20")).build(), HALF_UP);
        assertThat(figures.orderDiscountMinor()).isEqualTo(50_00);
        assertThat(figures.netMinor()).isEqualTo(199_99);
        assertThat(figures.taxMinor()).isEqualTo(40_00);
        assertThat(figures.lines().collectLong(LineFigures::netMinor).toArray()).containsExactly(120_00, 79_99);
        OfferFigures more = OfferFigures.of(
                off.orderDiscounts(DiscountChain.percents("20", "30")).build(), HALF_UP);
        assertThat(more.netMinor()).isEqualTo(139_99);
        assertThat(more.totalMinor()).isEqualTo(167_99);
        OfferFigures partner = OfferFigures.of(
                off.orderDiscounts(DiscountChain.percents("30", "50")).build(), HALF_UP);
        assertThat(partner.orderDiscountMinor()).isEqualTo(162_49);
        assertThat(partner.totalMinor()).isEqualTo(105_01);
        assertThat(partner.trace().render()).contains("sales.net = USD 87.50").contains("30% + 50%");
    }

    @Test
    void what_is_left_over_goes_to_the_lines_that_lost_most() {
        Offer.Builder cents = Offer.builder();
        cents.from(offer(line("A", "1", "0.01"), line("B", "1", "0.01"), line("C", "1", "0.01")))
                .orderDiscounts(DiscountChain.percents("34"));
        assertThat(OfferFigures.of(cents.build(), HALF_UP)
                        .lines()
                        .collectLong(LineFigures::netMinor)
                        .toArray())
                .containsExactly(1, 1, 0);
    }

    @Test
    void the_margin_is_known_when_every_cost_is() {
        SalesLine.Builder costed = SalesLine.builder();
        SalesLine known = costed.item("A")
                .quantity(Quantity.of("4", UnitOfMeasure.of("PCS", "count")))
                .unitPrice(Amounts.of("10", "USD"))
                .unitCost(Amounts.of("7.50", "USD"))
                .build();
        assertThat(of(known).marginPercent()).contains(Rational.of(25));
        assertThat(of(known, line("B", "1", "1")).marginPercent()).isEmpty();
        assertThat(known.toString()).as("a cost is nobody else's").doesNotContain("7.5");
    }

    @Test
    void what_makes_no_sense_is_no_value() {
        assertThatThrownBy(() -> line("A", "0", "1"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("sales.line")).isTrue());
        assertThatThrownBy(() -> line("A", "1", "-1")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> line("A", "1", "1").taxed(TAX).taxed(TAX)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DiscountChain.percents("101")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DiscountChain.none().cappedAt("101")).isInstanceOf(InvalidValueException.class);
        DiscountChain yen = DiscountChain.of(DiscountMode.ADDITIVE, Discount.fixed(Amounts.of("1", "JPY")));
        assertThatThrownBy(() -> of(line("A", "1", "1").discounted(yen)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("sales.currency")).isTrue());
    }
}
