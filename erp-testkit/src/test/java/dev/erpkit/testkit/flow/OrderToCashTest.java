package dev.erpkit.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.document.CreditLine;
import dev.erpkit.accounting.document.Creditable;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.quote.Acceptance;
import dev.erpkit.testkit.invariant.OpenItemInvariants;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** From a lead to money and back, over sales, stock and books that a host has put together. */
class OrderToCashTest extends TradeRoom {
    @Test
    void a_lead_becomes_money_and_part_of_it_comes_back() {
        DealId deal = DealId.of("deal-1");
        buy("buy-1", "6", "500", 0);
        deals.record(
                        key("lead"),
                        deal,
                        DealChange.opened(pipeline, "lead", CAFE, yen(15_000), DAY.plusDays(30), SellerId.of("aya")),
                        clock.instant(),
                        ME)
                .orElseThrow();
        quotes.draft(key("draft"), QUOTE, draft(beans("10")), DAY, ME).orElseThrow();
        quotes.submit(key("submit"), QUOTE, 0, DAY, ME).orElseThrow();
        quotes.draft(key("revise"), QUOTE, draft(beans("10").discounted(DiscountChain.percents("5"))), DAY, ME)
                .orElseThrow();
        quotes.submit(key("submit again"), QUOTE, 1, DAY, ME).orElseThrow();
        hold(3_000, 0);

        quotes.accept(key("accept"), QUOTE, 1, Acceptance.of("SO-1"), DAY, ME).orElseThrow();
        deals.record(key("won"), deal, new DealChange.Moved(StageId.of("won")), clock.instant(), ME)
                .orElseThrow();
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(6));
        assertThat(orders.credit(CAFE).used()).isEqualTo(yen(15_466)); // 10 x 1406, and 10 %
        hold(3_000, 0);

        deliver("DN-1", "4", 1).orElseThrow();
        hold(1_000, 0);
        invoice("INV-1", 1).orElseThrow();
        hold(1_000, 6_186); // 4 x 1406, tax 562

        buy("buy-2", "8", "550", 2);
        hold(5_400, 6_186);
        deliver("DN-2", "6", 3).orElseThrow(); // 2 at 500 and 4 at 550
        hold(2_200, 6_186);
        invoice("INV-2", 3).orElseThrow();
        hold(2_200, 15_465); // 6 x 1406, tax 843
        assertThat(orders.find(ORDER).orElseThrow().fullyInvoiced()).isTrue();

        Payment receipt = Payment.received("R-1", "C-17", DAY.plusDays(30), yen(15_465), "main");
        business.payments()
                .record(receipt, Allocation.oldestFirst(), ShopRules.payments(), ME)
                .orElseThrow();
        hold(2_200, 0);
        assertThat(OpenItemInvariants.items(business.stores().books().openItems()))
                .allSatisfy(item -> assertThat(item.residual().amountMinor()).isZero());

        takeBack("RT-1", "2", 40).orElseThrow(); // a third of 3200
        hold(3_267, 0);
        invoice("CN-1", 40).orElseThrow();
        hold(3_267, -3_093); // 2 x 1406, tax 281
        assertThat(balance("4110")).isEqualTo(-11_248);
        assertThat(balance("5150")).isEqualTo(2_000 + 3_200 - 1_067);
        assertThat(orders.credit(CAFE).used()).isEqualTo(yen(-3_093));

        takeBack("RT-2", "7", 41).orElseThrow(); // the 4 left of DN-2, and 3 of the 4 at 500
        invoice("CN-2", 41).orElseThrow();
        hold(3_267 + 2_133 + 1_500, -3_093 - 6_186 - 4_640); // 4 x 1406, tax 843 - 281; 3 x 1406, tax 3/4 of 562
        credits();
        assertThat(outbox.events().collect(ErpEvent::type).reject(type -> type.startsWith("journal.")))
                .containsExactly(
                        "quote.sent",
                        "quote.sent",
                        "quote.accepted",
                        "order.placed",
                        "deal.won",
                        "order.delivered",
                        "order.invoiced",
                        "order.delivered",
                        "order.invoiced",
                        "order.returned",
                        "order.invoiced",
                        "order.returned",
                        "order.invoiced");
    }

    /** Each credit note names its original, and the books let nobody take back more of that than there is. */
    private void credits() {
        Documents documents = business.documents();
        assertThat(Lists.immutable
                        .of("CN-1", "CN-2", "CN-2/2")
                        .collect(id -> creditable(id)
                                .original()
                                .original()
                                .orElseThrow()
                                .value()))
                .containsExactly("INV-2", "INV-2", "INV-1");
        Creditable second = creditable("INV-2");
        assertThat(second.exhausted()).isTrue();
        assertThat(code(documents.issue(DocumentDraft.credit("X", second.original(), DAY.plusDays(42)), ME)))
                .isEqualTo("document.nothing-to-credit");
        Creditable first = creditable("INV-1");
        assertThat(first.remainingTotal()).isEqualTo(yen(1_406 + 140));
        CreditLine more = CreditLine.amount(1, yen(1_407));
        assertThat(code(documents.issue(DocumentDraft.credit("X", first.original(), DAY.plusDays(42), more), ME)))
                .isEqualTo("document.credit-exceeds");
    }

    private Creditable creditable(String document) {
        return business.documents().creditable(dev.erpkit.accounting.document.DocumentId.of(document));
    }
}
