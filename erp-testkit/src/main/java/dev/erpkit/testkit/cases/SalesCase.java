package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.price.Discount;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.DiscountMode;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.testkit.sales.KitSales;
import dev.erpkit.testkit.sales.SalesStores;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What cases of sales have in common: lines, prices, discounts and taxes under their several names. */
final class SalesCase {
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final UnitOfMeasure PIECE = UnitOfMeasure.of("PCS", "count");

    private final Case current;
    private final Alias given;
    private final CurrencyUnit currency;
    private boolean contradiction;

    SalesCase(Case current) {
        this.current = current;
        this.given = new Alias(current.given());
        this.currency = Amounts.currency(given.any("currency").map(Field::text).orElse("USD"));
    }

    Alias given() {
        return given;
    }

    CurrencyUnit currency() {
        return currency;
    }

    /** Whether a line states an amount and percents off that are not the same. */
    boolean contradiction() {
        return contradiction;
    }

    static KitSales seller(Receivables receivables) {
        return new KitSales(SalesStores.inMemory(), receivables, "case");
    }

    KitSales seller() {
        return seller(party -> new Receivables.Standing(Amounts.zero(currency), Optional.empty()));
    }

    PricingPolicy pricing() {
        return PricingPolicy.of(
                given.any("rounding", "rounding_rule").map(SalesCase::rounding).orElse(RoundingRule.HALF_UP));
    }

    private static RoundingRule rounding(Field field) {
        String name = field.text().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Lists.immutable
                .with(RoundingRule.values())
                .detectOptional(rule -> rule.text().equals(name))
                .orElseThrow(() -> new UnsupportedCaseException("rounding " + name));
    }

    MonetaryAmount amount(BigDecimal number) {
        return Amounts.of(number, currency);
    }

    BigDecimal decimal(long minor) {
        return Amounts.decimal(Amounts.ofMinor(minor, currency));
    }

    /** The offer of the case: its lines, or its one line; with what is taken off all of it. */
    Offer offer() {
        ImmutableList<SalesLine> lines = given.any("lines", "order_lines")
                .map(list -> list.elements().collectWithIndex(this::line))
                .orElseGet(() -> Lists.immutable.of(line(given, 0)));
        Offer.Builder offer = Offer.builder();
        return offer.party("customer")
                .currency(currency)
                .lines(lines)
                .orderDiscounts(orderDiscounts())
                .build();
    }

    private DiscountChain orderDiscounts() {
        ImmutableList<Discount> steps = percents(given.any(
                        "order_discounts",
                        "order_discount",
                        "global_discounts",
                        "global_discount",
                        "order_discount_percent"))
                .newWithAll(fixed(given.any("order_discount_amount", "order_fixed_discount")));
        return new DiscountChain(mode("order_mode", "order_discount_mode"), steps, cap("order_cap"));
    }

    private SalesLine line(Field field, int index) {
        Alias line = new Alias(field);
        SalesLine read = line(line, index);
        line.nothingElse();
        return read;
    }

    private SalesLine line(Alias line, int index) {
        BigDecimal price =
                line.need("price", "unit_price", "price_unit", "list_price").decimal();
        BigDecimal quantity =
                line.any("quantity", "qty", "ordered").map(Field::decimal).orElse(BigDecimal.ONE);
        SalesLine.Builder sale = SalesLine.builder();
        line.any("cost", "unit_cost").ifPresent(cost -> sale.unitCost(amount(cost.decimal())));
        return sale.item(line.any("item", "product", "name").map(Field::text).orElse("item-" + (index + 1)))
                .quantity(new Quantity(Rational.of(quantity), PIECE))
                .unitPrice(amount(price))
                .discounts(discounts(line, amount(price)))
                .taxes(taxes(line))
                .build();
    }

    private DiscountChain discounts(Alias line, MonetaryAmount price) {
        Optional<Field> listed = line.any("discounts", "discount", "discount_percent", "discounts_percent");
        ImmutableList<Discount> numbered =
                Lists.immutable.of("discount1", "discount2", "discount3").flatCollect(name -> percents(line.any(name)));
        ImmutableList<Discount> percents = percents(listed).newWithAll(numbered);
        ImmutableList<Discount> fixed = fixed(line.any("fixed_discount", "discount_fixed", "discount_amount"));
        DiscountMode mode = line.any("mode", "discounting_type", "discount_mode")
                .map(SalesCase::mode)
                .orElseGet(() -> mode("mode", "discounting_type", "discount_mode"));
        BigDecimal cap = line.any("cap", "cap_percent", "max_discount")
                .map(Field::decimal)
                .orElseGet(() -> cap("cap"));
        if (fixed.size() == 1 && percents.size() == 1) {
            // a form with both fields: they must say the same
            Optional<Discount> agreed = Discount.agreed(
                    ((Discount.Fixed) fixed.getOnly()).amount(),
                    ((Discount.Percent) percents.getOnly()).percent(),
                    price);
            contradiction |= agreed.isEmpty();
            return new DiscountChain(mode, Lists.immutable.fromStream(agreed.stream()), cap);
        }
        return new DiscountChain(mode, percents.newWithAll(fixed), cap);
    }

    private BigDecimal cap(String name) {
        return given.any(name).map(Field::decimal).orElse(new BigDecimal("100"));
    }

    private DiscountMode mode(String... names) {
        return given.any(names).map(SalesCase::mode).orElse(DiscountMode.MULTIPLICATIVE);
    }

    private static DiscountMode mode(Field field) {
        return DiscountMode.parse(field.text().toLowerCase(Locale.ROOT));
    }

    private ImmutableList<Discount> percents(Optional<Field> field) {
        return each(field).collect(percent -> new Discount.Percent(percent.decimal()));
    }

    private ImmutableList<Discount> fixed(Optional<Field> field) {
        return each(field).collect(amount -> new Discount.Fixed(amount(amount.decimal())));
    }

    private static ImmutableList<Field> each(Optional<Field> field) {
        return field.map(some -> some.isList() ? some.elements() : Lists.immutable.of(some))
                .orElse(Lists.immutable.empty());
    }

    /** The taxes of a line, or those of all lines; one of each rate. */
    private ImmutableList<TaxRate> taxes(Alias line) {
        String[] names = {"taxes_percent", "tax_percent", "tax_rate", "tax", "taxes"};
        ImmutableList<BigDecimal> rates =
                each(line.any(names).or(() -> given.any(names))).collect(Field::decimal);
        return rates.collectWithIndex((rate, i) -> new TaxRate("tax-" + i + "-" + rate.toPlainString(), rate));
    }

    /** Notes whether an outcome is what a field of a refusal says: {@code refused}, {@code true}, {@code error}. */
    void verdict(Field field, Outcome<?> outcome) {
        String text = field.text().toLowerCase(Locale.ROOT);
        boolean accepted = text.matches("accepted|allowed|ok|yes|ordered|.*\\bsuccee.*");
        boolean refused =
                text.matches("refused|rejected|error|not allowed|blocked|no|forbidden|.*\\b(refus|reject|error).*");
        boolean flag = text.equals("true") || text.equals("false");
        if (!accepted && !refused && !flag) {
            throw new UnsupportedCaseException(field.path() + ": " + field.text());
        }
        boolean asksRefusal = field.path().matches(".*(refus|reject|error|block)\\w*(\\[\\d+\\])?$");
        boolean wanted = flag ? asksRefusal != text.equals("true") : accepted;
        current.differences().holds(field, outcome.isAccepted() == wanted);
    }
}
