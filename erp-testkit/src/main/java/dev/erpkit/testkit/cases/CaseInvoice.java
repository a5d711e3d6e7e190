package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.terms.CashDiscount;
import dev.erpkit.accounting.terms.DiscountBasis;
import dev.erpkit.accounting.terms.DiscountPart;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * An invoice of a case, with the taxes of its lines: percentages of net, fixed amounts, included, with a second leg that
 * is due where the charge is reversed.
 *
 * @param date its day
 * @param basis net amounts and taxes
 * @param percentNet the net amounts that bear a percentage
 */
record CaseInvoice(LocalDate date, DiscountBasis basis, ImmutableList<MonetaryAmount> percentNet) {
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?%(?: (included|reverse(?: charge)?))?");
    private static final Pattern FIXED = Pattern.compile("fixed (\\d+(?:\\.\\d+)?)");
    private static final RoundingPolicy ROUNDING = RoundingPolicy.parse("half-up:currency");
    private static final ImmutableList<String> NET =
            Lists.immutable.of("net", "price", "amount", "untaxed", "base", "price_unit");
    private static final ImmutableList<String> TAX = Lists.immutable.of("taxes", "tax", "tax_rate", "tax_percent");

    static final ImmutableList<String> FIELDS = Lists.immutable
            .of("lines", "date", "invoice_date", "total", "quantity")
            .newWithAll(NET)
            .newWithAll(TAX);

    /** The invoice of fields: lines, or one line. */
    static CaseInvoice of(Field fields, CurrencyUnit currency) {
        TermReaders.requireOnly(fields, FIELDS);
        if (fields.has("total") && fields.names().allSatisfy(n -> n.matches("total|date|invoice_date"))) {
            MonetaryAmount whole = CaseCurrencies.amount(fields.at("total").decimal(), currency);
            LocalDate issued = TermReaders.any(fields, Lists.immutable.of("date", "invoice_date"))
                    .map(Field::date)
                    .orElse(CaseBooks.DAY);
            return new CaseInvoice(
                    issued,
                    new DiscountBasis(Lists.immutable.of(DiscountPart.net("line 0", whole))),
                    Lists.immutable.empty());
        }
        ImmutableList<Field> lines = fields.has("lines") ? fields.at("lines").elements() : Lists.immutable.of(fields);
        LocalDate date = TermReaders.any(fields, Lists.immutable.of("date", "invoice_date"))
                .map(Field::date)
                .orElse(CaseBooks.DAY);
        MutableList<DiscountPart> parts = Lists.mutable.empty();
        MutableList<MonetaryAmount> percentNet = Lists.mutable.empty();
        lines.forEachWithIndex((line, i) -> line(line, i, currency, parts, percentNet));
        CaseInvoice invoice = new CaseInvoice(date, new DiscountBasis(parts.toImmutable()), percentNet.toImmutable());
        if (fields.has("total")
                && fields.at("total")
                                .decimal()
                                .compareTo(Amounts.decimal(invoice.basis().total()))
                        != 0) {
            throw new UnsupportedCaseException("an invoice of another total");
        }
        return invoice;
    }

    private static void line(
            Field line,
            int place,
            CurrencyUnit currency,
            MutableList<DiscountPart> parts,
            MutableList<MonetaryAmount> percentNet) {
        TermReaders.requireOnly(line, FIELDS);
        BigDecimal price = TermReaders.any(line, NET)
                .orElseThrow(() -> new UnsupportedCaseException(line.path() + " has no amount"))
                .decimal();
        if (line.has("quantity")) {
            price = price.multiply(line.at("quantity").decimal());
        }
        ImmutableList<String> taxes = taxes(line);
        BigDecimal net = net(price, taxes, currency);
        MonetaryAmount netAmount = CaseCurrencies.amount(net, currency);
        parts.add(DiscountPart.net("line " + place, netAmount));
        for (String tax : taxes) {
            Matcher percent = PERCENT.matcher(tax);
            Matcher fixed = FIXED.matcher(tax);
            if (percent.matches()) {
                boolean included = "included".equals(percent.group(2));
                MonetaryAmount amount = CaseCurrencies.amount(
                        included ? price.subtract(net) : share(net, percent.group(1), currency), currency);
                parts.add(DiscountPart.tax(tax, amount));
                if (percent.group(2) != null && !included) {
                    parts.add(DiscountPart.tax(tax + " due", Amounts.negate(amount)));
                }
                percentNet.add(netAmount);
            } else if (fixed.matches()) {
                parts.add(DiscountPart.tax(tax, CaseCurrencies.amount(new BigDecimal(fixed.group(1)), currency))
                        .inFull());
            } else {
                throw new UnsupportedCaseException("tax " + tax);
            }
        }
    }

    private static ImmutableList<String> taxes(Field line) {
        Optional<Field> field = TermReaders.any(line, TAX);
        if (field.isEmpty()) {
            return Lists.immutable.empty();
        }
        ImmutableList<Field> all = field.get().isList() ? field.get().elements() : Lists.immutable.of(field.get());
        return all.collect(tax -> {
            if (tax.isObject()) {
                TermReaders.requireOnly(
                        tax, Lists.immutable.of("type", "rate", "amount", "percent", "included", "reverse_charge"));
                String rate = TermReaders.any(tax, Lists.immutable.of("rate", "percent", "amount"))
                        .orElseThrow(() -> new UnsupportedCaseException(tax.path()))
                        .text();
                boolean included = tax.has("included") && tax.at("included").truth();
                boolean reverse =
                        tax.has("reverse_charge") && tax.at("reverse_charge").truth();
                return tax.has("type") && tax.at("type").text().equals("fixed")
                        ? "fixed " + rate
                        : rate + "%" + (included ? " included" : reverse ? " reverse charge" : "");
            }
            String text = tax.text();
            return text.matches("\\d+(\\.\\d+)?") ? text + "%" : text;
        });
    }

    private static BigDecimal net(BigDecimal price, ImmutableList<String> taxes, CurrencyUnit currency) {
        for (String tax : taxes) {
            Matcher percent = PERCENT.matcher(tax);
            if (percent.matches() && "included".equals(percent.group(2))) {
                if (taxes.size() > 1) {
                    throw new UnsupportedCaseException("included beside other taxes");
                }
                Rational whole =
                        Rational.ONE.add(Rational.parse(percent.group(1)).divide(Rational.of(100)));
                return ROUNDING.in(currency).round(Rational.of(price).divide(whole));
            }
        }
        return price;
    }

    private static BigDecimal share(BigDecimal net, String percent, CurrencyUnit currency) {
        return ROUNDING.in(currency)
                .round(Rational.of(net).multiply(Rational.parse(percent)).divide(Rational.of(100)));
    }

    /** The invoice as it is issued under a discount. */
    CaseInvoice issued(CashDiscount discount) {
        return new CaseInvoice(date, discount.onInvoice(basis), percentNet);
    }
}
