package dev.erpkit.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.pipeline.SalesFunnel.Opportunity;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** The figures of opportunities of which one became an order of another amount than it was thought to be worth. */
class SalesFunnelTest extends PipelineRoom {
    private static Opportunity opportunity(StageKind kind, String amount) {
        return new Opportunity(kind, euro(amount), Optional.empty());
    }

    private static MonetaryAmount euro(String amount) {
        return Amounts.of(amount, "EUR");
    }

    @Test
    void a_confirmed_order_counts_instead_of_what_was_expected() {
        SalesFunnel funnel = new SalesFunnel(
                Amounts.currency("EUR"),
                Lists.immutable.of(
                        opportunity(StageKind.OPEN, "1000"),
                        opportunity(StageKind.OPEN, "2000"),
                        opportunity(StageKind.WON, "500"),
                        new Opportunity(StageKind.WON, euro("700"), Optional.of(euro("800"))),
                        opportunity(StageKind.LOST, "200")));
        assertThat(funnel.number()).isEqualTo(5);
        assertThat(funnel.amount()).isEqualTo(euro("4500"));
        assertThat(funnel.converted()).isEqualTo(2);
        assertThat(funnel.convertedAmount()).isEqualTo(euro("1300"));
        assertThat(funnel.conversionRate()).contains(Rational.of(2, 5));
        assertThat(funnel.closed()).isEqualTo(3);
        assertThat(funnel.lost()).isEqualTo(1);
        assertThat(funnel.won()).isEqualTo(1);
        assertThat(funnel.wonAmount()).isEqualTo(euro("800"));
        assertThat(funnel.winningRate()).contains(Rational.of(1, 3));
    }

    @Test
    void of_nothing_there_is_no_rate() {
        SalesFunnel none = new SalesFunnel(Amounts.currency("EUR"), Lists.immutable.empty());
        assertThat(none.conversionRate()).isEmpty();
        assertThat(none.winningRate()).isEmpty();
        assertThat(none.amount()).isEqualTo(euro("0"));
    }

    @Test
    void a_deal_counts_as_its_stage_says() {
        open("deal-1", "100", "EUR", 1);
        Deal deal = desk.all().getOnly();
        assertThat(Opportunity.of(deal, SALES, Optional.empty())).isEqualTo(opportunity(StageKind.OPEN, "100"));
    }

    @Test
    void what_cannot_be_added_does_not_exist() {
        assertThatThrownBy(() ->
                        new SalesFunnel(Amounts.currency("USD"), Lists.immutable.of(opportunity(StageKind.OPEN, "1"))))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Opportunity(StageKind.LOST, euro("1"), Optional.of(euro("1"))))
                .isInstanceOf(InvalidValueException.class);
    }
}
