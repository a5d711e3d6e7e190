package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The document of a case: its taxes, which of them are owed on payment, and its instalments. */
final class CashTaxGiven {
    private static final ImmutableList<String> NET =
            Lists.immutable.of("price", "base", "net", "untaxed", "amount", "unit_price", "invoice");
    private static final ImmutableList<String> WHEN_OWED =
            Lists.immutable.of("exigible", "exigibility", "tax_exigibility", "due", "recognised", "recognise");

    private final MutableList<String> onPayment = Lists.mutable.empty();
    private final TaxResult taxes;
    private final ImmutableList<BigDecimal> shares;
    private final boolean purchase;

    CashTaxGiven(Field given, CurrencyUnit currency) {
        this.taxes = compute(given, currency);
        this.shares = instalments(given, total());
        this.purchase = Lists.immutable
                .of("type", "kind", "document", "direction")
                .anySatisfy(name -> given.find(name)
                        .map(field -> field.text()
                                .toLowerCase(Locale.ROOT)
                                .matches(".*(bill|purchase|supplier|vendor|in_).*"))
                        .orElse(false));
    }

    /** Tells whether there is a price with taxes. */
    static boolean isTaxed(Field given) {
        return given.isObject()
                && (given.has("taxes") && given.at("taxes").isList()
                        || rated(given).isPresent())
                && net(given).isPresent();
    }

    /** Tells whether a tax says when it is owed. */
    static boolean saysWhenOwed(Field given) {
        return given.has("taxes")
                && given.at("taxes")
                        .elements()
                        .anySatisfy(tax -> tax.isObject() && (WHEN_OWED.anySatisfy(tax::has) || tax.has("cash_basis")));
    }

    TaxResult taxes() {
        return taxes;
    }

    ImmutableList<String> onPayment() {
        return onPayment.toImmutable();
    }

    ImmutableList<BigDecimal> shares() {
        return shares;
    }

    boolean purchase() {
        return purchase;
    }

    BigDecimal total() {
        return Amounts.decimal(taxes.total());
    }

    private static Optional<Field> net(Field given) {
        return NET.select(given::has)
                .getFirstOptional()
                .map(given::at)
                .flatMap(field -> field.isObject() ? net(field) : Optional.of(field));
    }

    /** An invoice that tells its rate of tax, or how much tax is on what. */
    private static Optional<Field> rated(Field given) {
        Field of = given.has("invoice") && given.at("invoice").isObject() ? given.at("invoice") : given;
        return of.has("tax_rate") || of.has("tax") && of.has("net") ? Optional.of(of) : Optional.empty();
    }

    private static BigDecimal rate(Field of) {
        of.find("total").ifPresent(Field::decimal);
        if (of.has("tax_rate")) {
            return new BigDecimal(of.at("tax_rate").text().replace("%", "").strip());
        }
        return of.at("tax")
                .decimal()
                .multiply(BigDecimal.valueOf(100))
                .divide(of.at("net").decimal());
    }

    private TaxResult compute(Field given, CurrencyUnit currency) {
        BigDecimal quantity = given.find("quantity").map(Field::decimal).orElse(BigDecimal.ONE);
        BigDecimal price = net(given).orElseThrow().decimal().multiply(quantity);
        MutableList<Tax> list = Lists.mutable.empty();
        if (!given.has("taxes")) {
            BoxTag box = BoxTag.plus("box-tax-0");
            list.add(Tax.percent("tax-0", rate(rated(given).orElseThrow()).toPlainString())
                    .invoice(Repartition.of(TaxPart.base(box), TaxPart.tax("tax-0", box)))
                    .build());
            onPayment.add("tax-0");
        }
        for (Field tax : given.has("taxes") ? given.at("taxes").elements() : Lists.immutable.<Field>empty()) {
            String code = "tax-" + list.size();
            if (tax.isObject()) {
                tax.find("name").ifPresent(Field::text);
            }
            list.add(tax(code, tax));
            if (isOnPayment(tax)) {
                onPayment.add(code);
            }
        }
        TaxedLine line = TaxedLine.of("1", price, list.collect(Tax::code).toArray(new String[0]));
        return TaxEngine.compute(
                        Lists.immutable.of(line),
                        Taxes.of(list.toArray(new Tax[0])),
                        TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP),
                        CaseBooks.DAY,
                        currency)
                .orElseThrow();
    }

    private static Tax tax(String code, Field tax) {
        BoxTag box = BoxTag.plus("box-" + code);
        Repartition to = Repartition.of(TaxPart.base(box), TaxPart.tax(code, box));
        if (!tax.isObject()) {
            return Tax.fixedPerUnit(code, tax.decimal().toPlainString())
                    .invoice(to)
                    .build();
        }
        String named = tax.has("amount") ? "fixed" : "percent";
        String kind =
                tax.find("type").or(() -> tax.find("kind")).map(Field::text).orElse(named);
        if (kind.equals("percent")) {
            String rate = tax.find("rate").orElseGet(() -> tax.at("percent")).text();
            return Tax.percent(code, rate.replace("%", "").strip()).invoice(to).build();
        }
        if (kind.startsWith("fixed")) {
            return Tax.fixedPerUnit(code, tax.at("amount").text()).invoice(to).build();
        }
        throw new UnsupportedCaseException("tax of kind " + kind);
    }

    /** Where payments are all that a case tells of its taxes, they are owed on payment. */
    private static boolean isOnPayment(Field tax) {
        if (!tax.isObject()) {
            return true;
        }
        Optional<Field> basis = tax.find("cash_basis");
        if (basis.isPresent()) {
            return basis.get().truth();
        }
        Optional<Field> owed = WHEN_OWED.select(tax::has).getFirstOptional().map(tax::at);
        return owed.map(field -> field.text().toLowerCase(Locale.ROOT).replace('_', ' '))
                .map(text -> {
                    if (text.contains("payment") || text.contains("cash") || text.contains("paid")) {
                        return true;
                    }
                    if (text.contains("invoice") || text.contains("accrual") || text.contains("issue")) {
                        return false;
                    }
                    throw new UnsupportedCaseException("tax owed " + text);
                })
                .orElse(true);
    }

    private static ImmutableList<BigDecimal> instalments(Field given, BigDecimal total) {
        Optional<Field> terms = Lists.immutable
                .of("instalments", "installments", "terms", "payment_term", "payment_terms", "schedule")
                .select(given::has)
                .getFirstOptional()
                .map(given::at);
        if (terms.isEmpty()) {
            return Lists.immutable.of(total);
        }
        MutableList<BigDecimal> shares = Lists.mutable.empty();
        if (terms.get().isList()) {
            for (Field term : terms.get().elements()) {
                String text = term.isObject()
                        ? term.find("amount")
                                .or(() -> term.find("share"))
                                .or(() -> term.find("percent"))
                                .map(Field::text)
                                .orElse("remainder")
                        : term.text();
                shares.add(share(text, total, shares));
            }
        } else {
            Matcher times = Pattern.compile("(\\d+)(?: ?x| equal)?.*")
                    .matcher(terms.get().text());
            if (!times.matches()) {
                throw new UnsupportedCaseException(terms.get().path());
            }
            int count = Integer.parseInt(times.group(1));
            for (int i = 0; i < count; i++) {
                shares.add(total.divide(BigDecimal.valueOf(count)));
            }
        }
        if (shares.injectInto(BigDecimal.ZERO, BigDecimal::add).compareTo(total) != 0) {
            throw new UnsupportedCaseException("instalments of another whole");
        }
        return shares.toImmutable();
    }

    private static BigDecimal share(String text, BigDecimal total, MutableList<BigDecimal> before) {
        if (text.matches(".*(remainder|rest).*")) {
            return total.subtract(before.injectInto(BigDecimal.ZERO, BigDecimal::add));
        }
        BigDecimal number = CaseAmount.parse(text.replace("%", "")).number();
        boolean part = text.contains("%") || number.compareTo(BigDecimal.ONE) < 0;
        if (!part) {
            return number;
        }
        return text.contains("%") ? total.multiply(number).movePointLeft(2) : total.multiply(number);
    }
}
