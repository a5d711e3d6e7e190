package dev.erpkit.testkit.contract;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.billing.BillingChange;
import dev.erpkit.crm.sales.billing.BillingFact;
import dev.erpkit.crm.sales.billing.BillingStatement;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.contract.FrameLine;
import dev.erpkit.crm.sales.contract.FrameTerms;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.order.OrderInvoice;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Recall;
import dev.erpkit.crm.sales.price.Discount;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.DiscountMode;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxFigure;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.crm.sales.quote.QuoteChange;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.RevisionRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Every kind of change of sales, with and without what is optional. */
final class SalesSample {
    static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final CurrencyUnit KWD = Amounts.currency("KWD");
    private static final CurrencyUnit POINTS = Amounts.unit("POINTS", 3);
    private static final TaxRate STANDARD = TaxRate.of("標準", "10");
    private static final TaxRate ODD = TaxRate.of("odd", "6.875");
    private static final Rational THIRD = Rational.parse("100000000000000000001/3");

    private SalesSample() {}

    private static Offer offer(String party, CurrencyUnit currency) {
        DiscountChain chain = new DiscountChain(
                DiscountMode.ADDITIVE,
                Lists.immutable.of(
                        Discount.percent("12.5"),
                        Discount.percent("-3"),
                        Discount.fixed(Amounts.of(new BigDecimal("0.0005"), currency))),
                new BigDecimal("33.3"));
        SalesLine.Builder full = SalesLine.builder();
        full.item("品目 № 1 '\"")
                .quantity(new Quantity(THIRD, UnitOfMeasure.of("kg", "mass")))
                .unitPrice(Amounts.of(new BigDecimal("1234567890.123456789"), currency))
                .discounts(chain)
                .taxes(Lists.immutable.of(STANDARD, ODD))
                .unitCost(Amounts.of(new BigDecimal("0.1"), currency));
        Offer.Builder offer = Offer.builder();
        return offer.party(party)
                .currency(currency)
                .add(full.build())
                .add(SalesLine.of("plain", "1", "0", currency))
                .orderDiscounts(DiscountChain.percents("1", "2"))
                .build();
    }

    private static PricingPolicy pricing() {
        return new PricingPolicy(
                RoundingPolicy.toCurrency(RoundingRule.HALF_UP),
                RoundingPolicy.parse("truncate:-2"),
                RoundingPolicy.parse("half-up:step-0.05"));
    }

    static ImmutableList<QuoteChange> quotes(String party) {
        return Lists.immutable.of(
                new QuoteChange.Drafted(0, new QuoteDraft(offer(party, KWD), pricing(), DAY), RevisionRule.ON_DRAFT),
                new QuoteChange.Drafted(
                        1, new QuoteDraft(offer(party, POINTS), pricing(), DAY), RevisionRule.ON_SUBMIT),
                new QuoteChange.Submitted(0, Actor.of("営業"), Lists.immutable.of("部長", "sales manager")),
                new QuoteChange.Submitted(1, Actor.of("x"), Lists.immutable.empty()),
                new QuoteChange.Approved(0, "部長"),
                new QuoteChange.Withdrawn(1),
                new QuoteChange.Accepted(0, DocumentId.of("受注-1")));
    }

    static ImmutableList<OrderChange> orders(String party) {
        OrderTerms full = OrderTerms.builder()
                .basis(InvoiceBasis.MILESTONES)
                .overDelivery(new BigDecimal("2.5"))
                .recall(Recall.PROPORTION)
                .retention(new BigDecimal("10"))
                .milestones(Lists.immutable.of(new BigDecimal("33.3"), new BigDecimal("66.7")))
                .contract(DocumentId.of("契約-1"))
                .build();
        ImmutableList<LineQuantity> some = Lists.immutable.of(new LineQuantity(1, THIRD), LineQuantity.of(2, "0.5"));
        return Lists.immutable.of(
                new OrderChange.Placed(offer(party, KWD), pricing(), full, Optional.of("見積-1-02")),
                new OrderChange.Placed(
                        offer(party, POINTS), pricing(), OrderTerms.on(InvoiceBasis.ORDERED), Optional.empty()),
                new OrderChange.Delivered(DocumentId.of("納品-1"), some),
                new OrderChange.Returned(DocumentId.of("r"), some, true),
                new OrderChange.Returned(DocumentId.of("s"), some, false),
                new OrderChange.Cancelled(some),
                new OrderChange.Invoiced(new OrderInvoice(
                        DocumentId.of("請求-1"),
                        Lists.immutable.of(
                                new OrderInvoice.Line(1, THIRD, Long.MAX_VALUE / 8),
                                new OrderInvoice.Line(2, Rational.of(-1), -1)),
                        0,
                        -5,
                        7,
                        0)),
                new OrderChange.Invoiced(new OrderInvoice(DocumentId.of("d"), Lists.immutable.empty(), 9, 0, 0, 11)));
    }

    static ImmutableList<ContractChange> contracts(String party) {
        FrameTerms terms = new FrameTerms(
                PartyId.of(party),
                DateRange.of(DAY, DAY.plusYears(1)),
                Lists.immutable.of(
                        new FrameLine("品目", THIRD, Amounts.of(new BigDecimal("0.0000001"), KWD)),
                        FrameLine.of("b", "1", Amounts.zero(KWD))));
        FrameTerms open =
                FrameTerms.of(party, DateRange.all(), FrameLine.of("p", "1", Amounts.of(BigDecimal.ONE, POINTS)));
        return Lists.immutable.of(
                new ContractChange.Agreed(terms), new ContractChange.Agreed(open), new ContractChange.Ended());
    }

    static ImmutableList<BillingChange> billing() {
        BillingFact.Sold sold = new BillingFact.Sold(
                DocumentId.of("売上-1"),
                DAY,
                Lists.immutable.of(
                        new BillingFact.Net(Lists.immutable.of(STANDARD, ODD), Long.MAX_VALUE / 8),
                        new BillingFact.Net(Lists.immutable.empty(), -3)));
        BillingStatement full = new BillingStatement(
                1,
                DateRange.ofClosed(DAY.minusDays(30), DAY),
                DAY.plusDays(31),
                KWD,
                -9,
                Lists.immutable.of(
                        new BillingFact.Received(DocumentId.of("入金-1"), DAY, 5),
                        new BillingFact.Received(DocumentId.of("入金-2"), DAY, -2)),
                Lists.immutable.of(sold, new BillingFact.Sold(DocumentId.of("none"), DAY, Lists.immutable.empty())),
                Lists.immutable.of(new TaxFigure(STANDARD, 100, 10), new TaxFigure(ODD, 3, -1)));
        BillingStatement empty = new BillingStatement(
                2,
                DateRange.ofDay(DAY),
                DAY,
                POINTS,
                0,
                Lists.immutable.empty(),
                Lists.immutable.empty(),
                Lists.immutable.empty());
        return Lists.immutable.of(new BillingChange.Issued(full), new BillingChange.Issued(empty));
    }
}
