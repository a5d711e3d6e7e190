package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.LineFigures;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.OfferFigures;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.quote.MixedTaxes;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.testkit.sales.KitSales;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Lines at prices with discounts and taxes, and what of them was invoiced. */
final class SalesPriceReader {
    private final Case current;
    private final SalesCase sales;
    private final Offer offer;
    private final OfferFigures figures;
    private final Optional<Order> order;

    private SalesPriceReader(Case current) {
        this.current = current;
        this.sales = new SalesCase(current);
        this.offer = sales.offer();
        this.figures = OfferFigures.of(offer, sales.pricing());
        this.order = invoiced();
    }

    static void run(Case current) {
        boolean priced = Lists.immutable
                .of("price", "unit_price", "price_unit", "list_price", "lines", "order_lines")
                .anySatisfy(current.given()::has);
        if (!priced || current.when().notEmpty()) {
            throw new UnsupportedCaseException("no lines with prices");
        }
        SalesPriceReader reader = new SalesPriceReader(current);
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    /** The order after the invoice of some lines, named by number, or of some quantities. */
    private Optional<Order> invoiced() {
        Optional<Field> lines = sales.given().any("invoiced_lines", "invoice_lines");
        Optional<Field> quantities = sales.given().any("invoiced_quantities", "invoiced_qty");
        if (lines.isEmpty() && quantities.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<LineQuantity> parts = lines.map(this::whole)
                .orElseGet(() -> quantities
                        .orElseThrow()
                        .elements()
                        .collectWithIndex((some, i) -> new LineQuantity(i + 1, Rational.of(some.decimal()))))
                .reject(part -> part.quantity().isZero());
        Orders orders = sales.seller().orders();
        KitSales keys = sales.seller();
        OrderDraft draft = OrderDraft.of("order", offer, sales.pricing()).on(OrderTerms.on(InvoiceBasis.ORDERED));
        Order placed =
                orders.place(keys.key(), draft, SalesCase.DAY, KitSales.CLERK).orElseThrow();
        return Optional.of(
                parts.isEmpty()
                        ? placed
                        : orders.invoice(
                                        keys.key(),
                                        placed.id(),
                                        DocumentId.of("invoice"),
                                        new InvoiceAsk.Part(parts),
                                        SalesCase.DAY,
                                        KitSales.CLERK)
                                .orElseThrow());
    }

    private ImmutableList<LineQuantity> whole(Field lines) {
        ImmutableList<Integer> numbers = lines.elements().collect(RuleTexts::whole);
        int first = numbers.contains(0) ? 1 : 0;
        return numbers.collect(number -> new LineQuantity(
                number + first, offer.lines().get(number + first - 1).quantity().number()));
    }

    private void check(String name, Field expected) {
        switch (name) {
            case "net", "untaxed", "amount_untaxed", "subtotal", "net_total", "price_subtotal" ->
                number(expected, figures.netMinor());
            case "tax", "amount_tax", "tax_amount", "tax_total" -> number(expected, figures.taxMinor());
            case "total", "amount_total", "grand_total", "gross_total" -> number(expected, figures.totalMinor());
            case "gross", "list", "list_total", "total_before_discount", "gross_before_discount" ->
                number(expected, figures.listMinor());
            case "discount", "discount_amount", "discount_total", "total_discount" ->
                number(expected, Math.subtractExact(figures.listMinor(), figures.netMinor()));
            case "order_discount", "global_discount", "amount_global_discount" ->
                number(expected, figures.orderDiscountMinor());
            case "net_before_discount",
                    "net_before_order_discount",
                    "net_before_discounts",
                    "untaxed_before_discount" -> number(expected, figures.lineNetMinor());
            case "line_nets", "nets", "line_subtotals", "subtotals" -> nets(expected, figures);
            case "line_nets_before_order_discount" -> beforeOrder(expected);
            case "fixed_discount", "discount_per_unit" -> current.differences().number(expected, perUnit());
            case "discount_percent",
                    "effective_percent",
                    "effective_discount",
                    "effective_discount_percent",
                    "total_discount_percent" -> percent(expected, figures.percentOff());
            case "margin_percent", "margin_rate" ->
                percent(expected, figures.marginPercent().orElseThrow(() -> new UnsupportedCaseException(name)));
            case "margin" -> number(expected, margin());
            case "net_unit_price", "unit_net", "price_after_discount", "discounted_price" ->
                current.differences()
                        .number(
                                expected,
                                exact(offer.lines()
                                        .getOnly()
                                        .discounts()
                                        .apply(offer.lines().getOnly().price(), offer.currency())));
            case "invoiced", "invoiced_amount" ->
                current.differences().number(expected, Amounts.decimal(order().invoiced()));
            case "uninvoiced", "uninvoiced_amount", "to_invoice" ->
                current.differences().number(expected, Amounts.decimal(order().uninvoiced()));
            case "refused", "rejected", "error", "result", "outcome", "verdict", "accepted", "allowed" ->
                sales.verdict(expected, drafted());
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private Order order() {
        return order.orElseThrow(() -> new UnsupportedCaseException("nothing was invoiced"));
    }

    private void number(Field expected, long minor) {
        current.differences().number(expected, sales.decimal(minor));
    }

    private void nets(Field expected, OfferFigures of) {
        ImmutableList<Field> rows = expected.elements();
        current.differences().same(expected, rows.size(), of.lines().size());
        rows.zip(of.lines()).forEach(pair -> number(pair.getOne(), pair.getTwo().netMinor()));
    }

    private void beforeOrder(Field expected) {
        expected.elements()
                .zip(figures.lines())
                .forEach(pair -> number(pair.getOne(), pair.getTwo().lineNetMinor()));
    }

    /** What the one line takes off each unit. */
    private BigDecimal perUnit() {
        SalesLine line = offer.lines().getOnly();
        return exact(line.price().subtract(line.discounts().apply(line.price(), offer.currency())));
    }

    private long margin() {
        return figures.netMinor()
                - figures.lines()
                        .sumOfLong((LineFigures line) -> line.costMinor().orElseThrow());
    }

    private void percent(Field expected, Rational percent) {
        current.differences().number(expected, exact(percent));
    }

    private static BigDecimal exact(Rational number) {
        return number.exactDecimal().orElseThrow(() -> new UnsupportedCaseException("no exact decimal"));
    }

    /** Whether a quote of it is taken where different taxes, and fields that contradict each other, are not. */
    private Outcome<?> drafted() {
        if (sales.contradiction()) {
            return SalesRefusal.of("an amount and percents that differ");
        }
        QuoteSetup setup = QuoteSetup.plain().mixed(MixedTaxes.REFUSE);
        Optional<Field> most =
                sales.given().any("max_discount_percent", "discount_limit", "max_discount", "limit_percent");
        if (most.isPresent()) {
            setup = setup.mostDiscount(most.get().text());
        }
        Outcome<Quote> drafted = sales.seller()
                .quotes(setup)
                .draft(
                        sales.seller().key(),
                        DocumentId.of("quote"),
                        new QuoteDraft(offer, sales.pricing(), SalesCase.DAY),
                        SalesCase.DAY,
                        KitSales.CLERK);
        return drafted;
    }
}
