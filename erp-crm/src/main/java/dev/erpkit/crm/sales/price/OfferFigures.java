package dev.erpkit.crm.sales.price;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What an offer comes to, in minor units. Each line is rounded once after its own discounts; the discounts of the order are
 * taken off the sum of the lines, rounded once, and what is left is given to the lines by their nets, so that they sum to the
 * net of the order to the minor unit; the tax is rounded once for each rate.
 *
 * <p>Worked: 2 at 75.00 and 3 at 33.33, 20 % off the order: 249.99 less 50.00 is 199.99, on the lines 120.00 and 79.99.
 *
 * @param currency the currency
 * @param lines the lines, in their order
 * @param lineNetMinor the sum of the lines before the discounts of the order
 * @param netMinor after them
 * @param taxes the tax of each rate
 * @param trace how the net came about
 */
public record OfferFigures(
        CurrencyUnit currency,
        ImmutableList<LineFigures> lines,
        long lineNetMinor,
        long netMinor,
        ImmutableList<TaxFigure> taxes,
        TraceStep trace) {

    /** The figures of an offer under a policy. */
    public static OfferFigures of(Offer offer, PricingPolicy policy) {
        CurrencyUnit currency = offer.currency();
        ImmutableList<LineFigures> own =
                offer.lines().collectWithIndex((line, i) -> line(i + 1, line, policy, currency));
        long sum = 0;
        for (LineFigures line : own) {
            sum = Math.addExact(sum, line.lineNetMinor());
        }
        long net = minor(offer.orderDiscounts().apply(major(sum, currency), currency), policy.order(), currency);
        long[] shares = shares(net, own);
        ImmutableList<LineFigures> lines = own.collectWithIndex((line, i) -> after(line, shares[i]));
        TaxTotals totals = new TaxTotals();
        offer.lines().forEachWithIndex((line, i) -> totals.add(line.taxes(), shares[i]));
        TraceStep trace = TraceStep.of("sales.net", Amounts.canonical(Amounts.ofMinor(net, currency)))
                .with("lines", Amounts.canonical(Amounts.ofMinor(sum, currency)))
                .with("discounts", offer.orderDiscounts().text())
                .with("rounding", policy.order().name());
        for (LineFigures line : own) {
            trace = trace.from(line.trace());
        }
        return new OfferFigures(currency, lines, sum, net, totals.figures(policy.tax(), currency), trace);
    }

    private static LineFigures line(int number, SalesLine line, PricingPolicy policy, CurrencyUnit currency) {
        Rational count = line.quantity().number();
        Rational price = line.price();
        Rational left = line.discounts().apply(price, currency);
        long net = minor(left.multiply(count), policy.line(), currency);
        TraceStep trace = TraceStep.of("sales.line", Amounts.canonical(Amounts.ofMinor(net, currency)))
                .with("item", line.item())
                .with("quantity", line.quantity())
                .with("price", Amounts.canonical(line.unitPrice()))
                .with("rounding", policy.line().name());
        Optional<Long> cost = line.unitCost()
                .map(some -> minor(Rational.of(Amounts.decimal(some)).multiply(count), policy.line(), currency));
        return new LineFigures(
                number,
                minor(price.multiply(count), policy.line(), currency),
                net,
                net,
                line.discounts().percentOff(price, currency),
                cost,
                line.discounts().steps().isEmpty()
                        ? trace
                        : trace.from(line.discounts().trace(price, currency)));
    }

    private static LineFigures after(LineFigures line, long net) {
        return new LineFigures(
                line.line(),
                line.listMinor(),
                line.lineNetMinor(),
                net,
                line.percentOff(),
                line.costMinor(),
                line.trace());
    }

    /** Lines without a price get no share; when none has one there is nothing to share, or a charge that line 1 bears. */
    private static long[] shares(long net, ImmutableList<LineFigures> lines) {
        long[] weights = new long[lines.size()];
        lines.forEachWithIndex((line, i) -> weights[i] = line.lineNetMinor());
        if (lines.allSatisfy(line -> line.lineNetMinor() == 0)) {
            weights[0] = 1;
        }
        return Allocator.allocate(net, weights, RemainderRule.LARGEST_REMAINDER);
    }

    private static Rational major(long minor, CurrencyUnit currency) {
        return Rational.of(Amounts.decimal(Amounts.ofMinor(minor, currency)));
    }

    private static long minor(Rational major, RoundingPolicy rounding, CurrencyUnit currency) {
        Rational exact = major.multiply(Rational.of(BigDecimal.ONE.scaleByPowerOfTen(Amounts.digits(currency))));
        return rounding.minor(exact.numerator(), exact.denominator(), currency);
    }

    /** At the prices before all discounts. */
    public long listMinor() {
        return lines.sumOfLong(LineFigures::listMinor);
    }

    /** What the discounts of the order take off. */
    public long orderDiscountMinor() {
        return Math.subtractExact(lineNetMinor, netMinor);
    }

    /** All taxes. */
    public long taxMinor() {
        return taxes.sumOfLong(TaxFigure::taxMinor);
    }

    /** Net and taxes. */
    public long totalMinor() {
        return Math.addExact(netMinor, taxMinor());
    }

    /** The net as an amount. */
    public MonetaryAmount net() {
        return Amounts.ofMinor(netMinor, currency);
    }

    /** Net and taxes as an amount. */
    public MonetaryAmount total() {
        return Amounts.ofMinor(totalMinor(), currency);
    }

    /** What all discounts take off, in percents of the list, exact; 0 of a list of zero. */
    public Rational percentOff() {
        long list = listMinor();
        return list == 0
                ? Rational.ZERO
                : Rational.of(Math.subtractExact(list, netMinor), list).multiply(Rational.of(100));
    }

    /** Net less cost, in percents of the net, exact; empty while a cost is not known, or nothing is charged. */
    public Optional<Rational> marginPercent() {
        if (netMinor == 0 || lines.anySatisfy(line -> line.costMinor().isEmpty())) {
            return Optional.empty();
        }
        long cost = lines.sumOfLong(line -> line.costMinor().orElseThrow());
        return Optional.of(
                Rational.of(Math.subtractExact(netMinor, cost), netMinor).multiply(Rational.of(100)));
    }
}
