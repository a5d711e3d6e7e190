package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.tax.GlobalDiscount;
import dev.erpkit.accounting.tax.LinePricing;
import dev.erpkit.accounting.tax.PriceRounding;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxRequest;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The taxes, lines and policy that a tax case gives, and the library's answer under a variation of them. */
final class TaxScene {
    private static final ImmutableSet<String> EXCLUDED =
            Sets.immutable.of("excluded_price", "net_price", "base", "net", "net_total");
    private static final ImmutableSet<String> INCLUDED = Sets.immutable.of("included_price", "gross_price", "gross");
    private static final ImmutableSet<String> PRICES = Sets.immutable
            .of("price", "unit_price", "amount", "price_unit")
            .union(EXCLUDED)
            .union(INCLUDED);
    private static final ImmutableSet<String> ABOUT_LINES = Sets.immutable
            .of("quantity", "qty", "units", "discount_percent", "discount", "taxes", "tax", "rate", "tax_rate")
            .union(Sets.immutable.of("item", "name", "id", "line", "description", "pricing", "included"));

    private final Field given;
    private final CurrencyUnit currency;
    private final TaxCaseTaxes taxes = new TaxCaseTaxes();
    private final ImmutableList<TaxedLine> lines;

    TaxScene(Case current) {
        this.given = current.given();
        this.currency = currency(current);
        ImmutableList<String> all = given.find("taxes")
                .or(() -> first(given, "charges", "taxes_and_charges"))
                .map(this::named)
                .orElseGet(() -> given.find("tax").map(this::named).orElseGet(() -> rates(given)));
        boolean priced = given.has("lines") || given.names().anySatisfy(PRICES::contains);
        if (!priced
                && current.when()
                        .anySatisfy(step -> TaxVariation.parse(step).price().isEmpty())) {
            throw new UnsupportedCaseException("no price");
        }
        this.lines = given.has("lines")
                ? lines(given.at("lines").elements(), all)
                : Lists.immutable.of(line("1", given, all));
    }

    private CurrencyUnit currency(Case current) {
        String code = given.find("currency").map(Field::text).orElse("USD");
        CurrencyUnit named = new CaseCurrencies(current, code).base();
        int decimals = unit().map(step -> Math.max(0, step.stripTrailingZeros().scale()))
                .orElse(0);
        return decimals > Amounts.digits(named) ? Amounts.unit("case", decimals) : named;
    }

    /** The unit that tax is rounded to, where the case gives one. */
    private Optional<BigDecimal> unit() {
        return Lists.immutable
                .of("rounding_unit", "precision", "currency_rounding", "precision_rounding", "unit")
                .detectOptional(given::has)
                .map(name -> given.at(name).decimal());
    }

    private ImmutableList<String> named(Field list) {
        return list.isList()
                ? list.elements()
                        .reject(tax -> tax.isObject()
                                && tax.has("type")
                                && tax.at("type").text().equals("none"))
                        .collect(taxes::code)
                : Lists.immutable.of(taxes.code(list));
    }

    private ImmutableList<String> rates(Field at) {
        return Lists.immutable
                .of("rate", "tax_rate", "vat_rate")
                .select(at::has)
                .collect(name -> taxes.ofRate(at.at(name).text()));
    }

    private ImmutableList<TaxedLine> lines(ImmutableList<Field> fields, ImmutableList<String> all) {
        MutableList<TaxedLine> made = Lists.mutable.empty();
        for (int i = 0; i < fields.size(); i++) {
            made.add(line(String.valueOf(i + 1), fields.get(i), all));
        }
        return made.toImmutable();
    }

    private TaxedLine line(String id, Field field, ImmutableList<String> all) {
        boolean root = field.path().equals("given");
        String priced = field.names().detect(PRICES::contains);
        Field at = priced == null ? given : field;
        String price = priced == null ? given.names().detect(PRICES::contains) : priced;
        if (price == null && !root) {
            throw new UnsupportedCaseException("no price at " + field.path());
        }
        TaxedLine.Builder line = TaxedLine.builder()
                .id(id)
                .unitPrice(
                        price == null
                                ? Rational.ZERO
                                : Rational.parse(at.at(price).text()))
                .quantity(first(field, "quantity", "qty", "units")
                        .map(Field::text)
                        .map(Rational::parse)
                        .orElse(Rational.ONE))
                .taxes(root ? all : codes(field, all));
        if (!root) {
            first(field, "item", "name", "id", "line", "description").ifPresent(Field::text);
            first(field, "discount_percent", "discount").ifPresent(off -> line.discountPercent(off.decimal()));
        } else {
            first(field, "discount_percent").ifPresent(off -> line.discountPercent(off.decimal()));
        }
        boolean mixed = taxes.anyIncluded();
        boolean included = price != null && INCLUDED.contains(price) && !mixed;
        boolean excluded = price != null && EXCLUDED.contains(price);
        return line.pricing(included ? LinePricing.INCLUDED : excluded ? LinePricing.EXCLUDED : LinePricing.BY_TAX)
                .build();
    }

    private ImmutableList<String> codes(Field line, ImmutableList<String> all) {
        Optional<Field> own = first(line, "taxes", "tax");
        ImmutableList<String> codes = own.map(this::named).orElseGet(() -> {
            ImmutableList<String> rates = rates(line);
            return rates.isEmpty() ? all : rates;
        });
        ImmutableList<String> columns = line.names()
                .reject(name -> PRICES.contains(name) || ABOUT_LINES.contains(name))
                .collect(name -> taxes.ofColumn(name, line.at(name).text()));
        return codes.newWithAll(columns);
    }

    private static Optional<Field> first(Field field, String... names) {
        return Lists.immutable.of(names).detectOptional(field::has).map(field::at);
    }

    CurrencyUnit currency() {
        return currency;
    }

    /** The document under a variation. */
    TaxResult compute(TaxVariation variation) {
        RoundingRule direction = variation
                .direction()
                .or(() -> first(given, "fraction", "rounding", "direction", "rounding_rule")
                        .map(Field::text)
                        .flatMap(text -> TaxVariation.parse(text).direction()))
                .orElse(RoundingRule.HALF_UP);
        TaxGranularity granularity = variation
                .granularity()
                .or(() -> first(given, "granularity", "rounding_method", "tax_rounding")
                        .map(Field::text)
                        .flatMap(text -> TaxVariation.parse(text).granularity()))
                .orElse(
                        taxes.inColumns()
                                ? TaxGranularity.ACCOUNT
                                : variation.unrounded() ? TaxGranularity.TAX : TaxGranularity.LINE);
        TaxPolicy policy = TaxPolicy.of(granularity, direction);
        policy = policy.prices(prices(granularity, variation), policy.prices());
        policy = unit().map(step -> RoundingPolicy.toStep(step, direction))
                .map(policy::rounding)
                .orElse(policy);
        LocalDate day = variation
                .date()
                .or(() -> first(given, "tax_point", "date").map(Field::text).map(TaxVariation::day))
                .orElse(TaxVariation.D);
        return TaxEngine.compute(
                        TaxRequest.builder()
                                .lines(lines(variation))
                                .policy(policy)
                                .taxPoint(day)
                                .currency(currency)
                                .build(),
                        taxes.made())
                .orElseThrow();
    }

    /** As the peer does whose word for it the case has: Odoo rounds globally, Tryton by document. */
    private static PriceRounding prices(TaxGranularity granularity, TaxVariation variation) {
        return switch (granularity) {
            case LINE, RATE -> PriceRounding.EACH_PRICE;
            case LINE_SUM -> PriceRounding.EACH_AFTER_TAX;
            case ACCOUNT -> PriceRounding.ALL_PRICES;
            case TAX ->
                variation.global() || variation.unrounded()
                        ? PriceRounding.NET_WHERE_MIXED
                        : PriceRounding.EACH_AFTER_TAX;
        };
    }

    private ImmutableList<TaxedLine> lines(TaxVariation variation) {
        ImmutableList<TaxedLine> priced = lines;
        if (variation.price().isPresent() || variation.included().isPresent()) {
            priced = lines.collect(line -> repriced(line, variation));
        }
        if (variation.lines().isPresent() && variation.lines().getAsInt() > 1) {
            TaxedLine only = priced.getOnly();
            MutableList<TaxedLine> split = Lists.mutable.empty();
            Rational each = only.quantity().divide(Rational.of(variation.lines().getAsInt()));
            for (int i = 0; i < variation.lines().getAsInt(); i++) {
                split.add(TaxedLine.builder()
                        .from(only)
                        .id("part-" + i)
                        .quantity(each)
                        .build());
            }
            priced = split.toImmutable();
        }
        return discounted(priced);
    }

    private static TaxedLine repriced(TaxedLine line, TaxVariation variation) {
        TaxedLine.Builder changed = TaxedLine.builder().from(line);
        variation.price().ifPresent(price -> changed.unitPrice(Rational.of(price)));
        if (variation.reverse()) {
            changed.pricing(LinePricing.INCLUDED);
        } else {
            variation.included().ifPresent(in -> changed.pricing(in ? LinePricing.INCLUDED : LinePricing.EXCLUDED));
        }
        return changed.build();
    }

    private ImmutableList<TaxedLine> discounted(ImmutableList<TaxedLine> priced) {
        Optional<Field> percent = first(given, "global_discount_percent", "document_discount_percent");
        Optional<Field> amount = first(given, "global_discount", "document_discount", "discount_amount");
        if (percent.isPresent()) {
            return GlobalDiscount.percent(
                            priced,
                            percent.get().decimal(),
                            currency,
                            RoundingPolicy.toCurrency(RoundingRule.HALF_UP),
                            RemainderRule.LARGEST_REMAINDER)
                    .orElseThrow();
        }
        return amount.map(off -> GlobalDiscount.amount(
                                priced, CaseCurrencies.amount(off.decimal(), currency), RemainderRule.LARGEST_REMAINDER)
                        .orElseThrow())
                .orElse(priced);
    }
}
