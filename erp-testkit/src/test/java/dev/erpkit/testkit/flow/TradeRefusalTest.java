package dev.erpkit.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.quote.Acceptance;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** What one side of a trade refuses, and what stays as it was on the others. */
class TradeRefusalTest extends TradeRoom {
    @Test
    void what_is_set_aside_stays_so_while_it_is_wanted() {
        buy("buy-1", "6", "500", 0);
        Offer offer =
                Offer.builder().party("C-17").currency(YEN).add(beans("10")).build();
        orders.place(key("place"), OrderDraft.of("SO-1", offer, PRICING), DAY, ME)
                .orElseThrow();
        orders.cancel(key("cancel 1"), ORDER, LineQuantity.list(1, "4"), DAY, ME)
                .orElseThrow();
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(6));
        orders.cancel(key("cancel 2"), ORDER, LineQuantity.list(1, "1"), DAY, ME)
                .orElseThrow();
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(5));
    }

    @Test
    void what_one_side_refuses_changes_nothing_on_the_other() {
        buy("buy-1", "3", "500", 0);
        quotes.draft(key("draft"), QUOTE, draft(beans("4")), DAY, ME).orElseThrow();
        quotes.submit(key("submit"), QUOTE, 0, DAY, ME).orElseThrow();
        quotes.accept(key("accept"), QUOTE, 0, Acceptance.of("SO-1"), DAY, ME).orElseThrow();
        Order placed = orders.find(ORDER).orElseThrow();

        assertThat(code(deliver("DN-1", "4", 1))).isEqualTo("reservation.insufficient");
        assertThat(orders.find(ORDER)).contains(placed);
        hold(1_500, 0);

        deliver("DN-2", "2", 1).orElseThrow();
        assertThat(deliver("DN-2", "2", 1))
                .isEqualTo(Outcome.replayed(orders.find(ORDER).orElseThrow()));
        hold(500, 0);

        quotes.draft(key("draft 2"), DocumentId.of("Q-2"), draft(beans("9")), DAY, ME)
                .orElseThrow();
        quotes.submit(key("submit 2"), DocumentId.of("Q-2"), 0, DAY, ME).orElseThrow();
        assertThat(code(quotes.accept(key("accept 2"), DocumentId.of("Q-2"), 0, Acceptance.of("SO-2"), DAY, ME)))
                .isEqualTo("order.credit-exceeded"); // 6512 on order and 14652 more
        assertThat(orders.find(DocumentId.of("SO-2"))).isEmpty();
        hold(500, 0);
    }

    @Test
    void a_line_that_is_short_undoes_the_lines_before_it() {
        buy("buy-1", "3", "500", 0);
        Offer offer = Offer.builder()
                .party("C-17")
                .currency(YEN)
                .add(beans("2"))
                .add(SalesLine.of("filters", "1", "298", YEN))
                .build();
        orders.place(key("place"), OrderDraft.of("SO-1", offer, PRICING), DAY, ME)
                .orElseThrow();
        Outcome<Order> both = orders.deliver(
                key("DN-1"),
                ORDER,
                DocumentId.of("DN-1"),
                Lists.immutable.of(LineQuantity.of(1, "2"), LineQuantity.of(2, "1")),
                DAY,
                ME);
        assertThat(code(both)).isEqualTo("reservation.insufficient");
        assertThat(stock.facts()).hasSize(1);
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(2));
        hold(1_500, 0);
    }
}
