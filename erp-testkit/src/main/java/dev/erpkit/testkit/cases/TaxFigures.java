package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.tax.LineTaxes;
import dev.erpkit.accounting.tax.TaxAmount;
import dev.erpkit.accounting.tax.TaxPosting;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxTotal;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** Compares the expected figures of a document with what the library computed, rounded or not as they are written. */
record TaxFigures(Case current, TaxResult result, TaxVariation variation, UnaryOperator<TaxResult> inCompanyCurrency) {
    private record Figure(MonetaryAmount rounded, Rational unrounded) {}

    void check(Field expected) {
        expected.names().forEach(name -> figure(name, expected.at(name)));
    }

    void figure(String name, Field expected) {
        switch (name) {
            case "document", "document_currency" -> check(expected);
            case "company", "company_currency" ->
                new TaxFigures(current, inCompanyCurrency.apply(result), variation, inCompanyCurrency).check(expected);
            case "net", "base", "untaxed", "total_excluded", "untaxed_amount", "net_total" -> number(expected, net());
            case "tax", "tax_amount", "tax_total", "total_tax", "tax_totals" -> number(expected, tax());
            case "total", "sum", "gross", "total_included", "grand", "grand_total" -> number(expected, total());
            case "taxes", "tax_amounts" -> taxes(expected.elements());
            case "line_nets", "nets" -> lines(expected, LineTaxes::net);
            case "line_taxes" -> lines(expected, LineTaxes::tax);
            case "line_totals", "line_grosses" -> lines(expected, LineTaxes::gross);
            case "deductible" -> current.differences().number(expected, sum(TaxTotal::deductible));
            case "non_deductible", "not_deductible" ->
                current.differences().number(expected, sum(TaxTotal::nonDeductible));
            case "cost" ->
                current.differences()
                        .number(
                                expected,
                                sum(TaxTotal::nonDeductible)
                                        .add(Amounts.decimal(result.total()))
                                        .subtract(Amounts.decimal(result.tax())));
            case "rounded", "rounded_total" -> current.differences().number(expected, cash());
            case "rounding_adjustment" ->
                current.differences().number(expected, cash().subtract(Amounts.decimal(result.total())));
            default -> ofRate(name, expected);
        }
    }

    /** The net price of a unit, of a price with tax. */
    void unitPrice(Field expected) {
        LineTaxes line = result.line(0);
        Rational unit =
                line.unroundedNet().divide(result.request().lines().getFirst().quantity());
        current.differences().number(expected, round(unit, scale(expected)));
    }

    /** What is expected of a rate, or of all taxes of a column. */
    private void ofRate(String name, Field expected) {
        ImmutableList<TaxTotal> column =
                result.totals().select(total -> total.key().startsWith(name + "@"));
        ImmutableList<TaxTotal> rate = name.matches("-?\\d+(\\.\\d+)?( ?%)?")
                ? result.rates().select(total -> total.key().equals(canonical(name)))
                : result.totals().select(total -> total.key().equals(name));
        ImmutableList<TaxTotal> found = column.notEmpty() ? column : rate;
        if (found.isEmpty()) {
            throw new UnsupportedCaseException(expected.path());
        }
        if (!expected.isObject()) {
            current.differences().number(expected, sum(found, TaxTotal::amount));
            return;
        }
        for (String part : expected.names()) {
            switch (part) {
                case "base", "net" -> current.differences().number(expected.at(part), sum(found, TaxTotal::base));
                case "tax", "amount" -> current.differences().number(expected.at(part), sum(found, TaxTotal::amount));
                case "included", "gross", "total", "sum" ->
                    current.differences()
                            .number(
                                    expected.at(part),
                                    sum(found, TaxTotal::base).add(sum(found, TaxTotal::amount)));
                default -> throw new UnsupportedCaseException(expected.path() + "." + part);
            }
        }
    }

    private static String canonical(String name) {
        return new BigDecimal(name.replace("%", "").strip())
                .stripTrailingZeros()
                .toPlainString();
    }

    private void taxes(ImmutableList<Field> expected) {
        ImmutableList<TaxTotal> totals = result.totals();
        ImmutableList<MonetaryAmount> legs = result.postings()
                .select(posting -> posting.kind() == TaxPosting.Kind.TAX)
                .collect(TaxPosting::amount);
        boolean byLeg = expected.size() != totals.size() && expected.size() == legs.size();
        if (!byLeg && expected.size() != totals.size()) {
            throw new UnsupportedCaseException("as many taxes as " + expected.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            Field one = expected.get(i);
            Figure amount = byLeg
                    ? new Figure(legs.get(i), Rational.of(Amounts.decimal(legs.get(i))))
                    : new Figure(totals.get(i).amount(), totals.get(i).unrounded());
            if (!one.isObject()) {
                number(one, amount);
                continue;
            }
            for (String part : one.names()) {
                switch (part) {
                    case "tax", "amount" -> number(one.at(part), amount);
                    case "base" -> number(one.at(part), base(byLeg ? 0 : i));
                    case "name" -> one.at(part).text();
                    default -> throw new UnsupportedCaseException(one.path() + "." + part);
                }
            }
        }
    }

    private Figure base(int tax) {
        if (result.size() == 1) {
            TaxAmount amount = result.line(0).taxes().get(tax);
            return new Figure(amount.base(), amount.unroundedBase());
        }
        MonetaryAmount base = result.totals().get(tax).base();
        return new Figure(base, Rational.of(Amounts.decimal(base)));
    }

    private void lines(Field expected, java.util.function.Function<LineTaxes, MonetaryAmount> of) {
        ImmutableList<LineTaxes> lines = result.lines();
        ImmutableList<Field> fields = expected.elements();
        if (fields.size() != lines.size()) {
            throw new UnsupportedCaseException(expected.path());
        }
        for (int i = 0; i < fields.size(); i++) {
            current.differences().number(fields.get(i), Amounts.decimal(of.apply(lines.get(i))));
        }
    }

    private Figure net() {
        return new Figure(result.net(), unroundedNet());
    }

    private Figure tax() {
        return new Figure(result.tax(), unroundedTax());
    }

    private Figure total() {
        return new Figure(result.total(), unroundedNet().add(unroundedTax()));
    }

    private Rational unroundedNet() {
        return result.lines().collect(LineTaxes::unroundedNet).injectInto(Rational.ZERO, Rational::add);
    }

    private Rational unroundedTax() {
        return result.lines()
                .flatCollect(LineTaxes::taxes)
                .reject(tax -> tax.tax().tax().reverseCharge())
                .collect(TaxAmount::unrounded)
                .injectInto(Rational.ZERO, Rational::add);
    }

    /** What is to be paid, in the unit of cash that the case gives. */
    private BigDecimal cash() {
        BigDecimal unit = current.given().at("grand_total_rounding_unit").decimal();
        return RoundingPolicy.toStep(unit, RoundingRule.HALF_UP).round(Amounts.decimal(result.total()));
    }

    private BigDecimal sum(java.util.function.Function<TaxTotal, MonetaryAmount> of) {
        return sum(result.totals(), of);
    }

    private static BigDecimal sum(
            ImmutableList<TaxTotal> totals, java.util.function.Function<TaxTotal, MonetaryAmount> of) {
        return totals.collect(of::apply).collect(Amounts::decimal).injectInto(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A figure with more decimals than the currency, or of an unrounded document, is the one before rounding. */
    private void number(Field expected, Figure figure) {
        int scale = scale(expected);
        boolean exact = scale > Amounts.digits(result.currency()) || variation.unrounded();
        current.differences()
                .number(expected, exact ? round(figure.unrounded(), scale) : Amounts.decimal(figure.rounded()));
    }

    private static int scale(Field expected) {
        return Math.max(0, expected.decimal().scale());
    }

    private static BigDecimal round(Rational number, int scale) {
        return RoundingPolicy.to(scale, RoundingRule.HALF_UP).round(number);
    }
}
