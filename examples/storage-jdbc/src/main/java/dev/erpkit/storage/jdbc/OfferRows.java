package dev.erpkit.storage.jdbc;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.crm.sales.price.Discount;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.DiscountMode;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.storage.jdbc.SalesTable.Cells;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** An offer and its roundings as rows of a change. */
final class OfferRows {
    private OfferRows() {}

    static void write(SalesRows rows, Offer offer, PricingPolicy pricing) {
        currency(rows.change, offer.currency())
                .with("rounding_line", pricing.line().name())
                .with("rounding_order", pricing.order().name())
                .with("rounding_tax", pricing.tax().name());
        chain(rows, rows.change, 0, offer.orderDiscounts());
        offer.lines().forEachWithIndex((line, i) -> {
            Cells cells = Cells.empty()
                    .with("item", line.item())
                    .with("quantity", line.quantity().number().toString())
                    .with("unit", line.quantity().unit().code())
                    .with("unit_dimension", line.quantity().unit().dimension())
                    .with("unit_price", decimal(line.unitPrice()))
                    .with("unit_cost", line.unitCost().map(OfferRows::decimal));
            chain(rows, cells, i + 1, line.discounts());
            rows.lines.add(cells);
            line.taxes().forEach(tax -> rows.taxes.add(tax(i + 1, tax)));
        });
    }

    static Cells currency(Cells cells, CurrencyUnit currency) {
        return cells.with("currency", currency.getCurrencyCode()).with("digits", (long) Amounts.digits(currency));
    }

    static CurrencyUnit currency(Cells cells) {
        return Row.currency(cells.text("currency"), cells.count("digits"));
    }

    static String decimal(MonetaryAmount amount) {
        return Amounts.decimal(amount).toPlainString();
    }

    static MonetaryAmount amount(String decimal, CurrencyUnit currency) {
        return Amounts.of(new BigDecimal(decimal), currency);
    }

    static Cells tax(int line, TaxRate tax) {
        return Cells.empty()
                .with("line", (long) line)
                .with("code", tax.code())
                .with("percent", tax.percent().toPlainString());
    }

    static TaxRate tax(Cells cells) {
        return TaxRate.of(cells.text("code"), cells.text("percent"));
    }

    private static void chain(SalesRows rows, Cells owner, int line, DiscountChain chain) {
        owner.with("discount_mode", chain.mode().text())
                .with("discount_cap", chain.cap().toPlainString());
        chain.steps().forEach(step -> {
            Cells cells = Cells.empty().with("line", (long) line);
            if (step instanceof Discount.Percent some) {
                cells.with("kind", "PERCENT").with("figure", some.percent().toPlainString());
            } else {
                cells.with("kind", "FIXED").with("figure", decimal(((Discount.Fixed) step).amount()));
            }
            rows.discounts.add(cells);
        });
    }

    static Offer offer(SalesRows rows, PartyId party) {
        CurrencyUnit currency = currency(rows.change);
        ImmutableList<SalesLine> lines =
                rows.lines.toImmutable().collectWithIndex((cells, i) -> line(rows, cells, i + 1, currency));
        Offer.Builder offer = Offer.builder();
        offer.party(party);
        return offer.currency(currency)
                .lines(lines)
                .orderDiscounts(chain(rows, rows.change, 0, currency))
                .build();
    }

    private static SalesLine line(SalesRows rows, Cells cells, int number, CurrencyUnit currency) {
        SalesLine.Builder line = SalesLine.builder();
        return line.item(cells.text("item"))
                .quantity(new Quantity(
                        Rational.parse(cells.text("quantity")),
                        UnitOfMeasure.of(cells.text("unit"), cells.text("unit_dimension"))))
                .unitPrice(amount(cells.text("unit_price"), currency))
                .unitCost(cells.find("unit_cost").map(cost -> amount(cost, currency)))
                .discounts(chain(rows, cells, number, currency))
                .taxes(SalesRows.ofLine(rows.taxes, number).collect(OfferRows::tax))
                .build();
    }

    private static DiscountChain chain(SalesRows rows, Cells owner, int line, CurrencyUnit currency) {
        return new DiscountChain(
                DiscountMode.parse(owner.text("discount_mode")),
                SalesRows.ofLine(rows.discounts, line).collect(cells -> discount(cells, currency)),
                new BigDecimal(owner.text("discount_cap")));
    }

    private static Discount discount(Cells cells, CurrencyUnit currency) {
        String figure = cells.text("figure");
        return cells.text("kind").equals("PERCENT")
                ? Discount.percent(figure)
                : Discount.fixed(amount(figure, currency));
    }

    static PricingPolicy pricing(Cells change) {
        return new PricingPolicy(
                RoundingPolicy.parse(change.text("rounding_line")),
                RoundingPolicy.parse(change.text("rounding_order")),
                RoundingPolicy.parse(change.text("rounding_tax")));
    }
}
