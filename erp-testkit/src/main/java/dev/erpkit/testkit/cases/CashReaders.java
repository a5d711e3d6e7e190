package dev.erpkit.testkit.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpkit.accounting.terms.CashRounded;
import dev.erpkit.accounting.terms.CashRounding;
import dev.erpkit.accounting.terms.PaymentSchedule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Totals that are rounded to the smallest coin. */
final class CashReaders {
    private static final ImmutableList<String> AMOUNT =
            Lists.immutable.of("amount", "total", "invoice", "invoice_total", "amount_total");
    private static final ImmutableList<String> UNIT =
            Lists.immutable.of("unit", "rounding", "cash_rounding", "cash_unit", "rounding_unit");

    private static final ImmutableList<String> CHOICES = Lists.immutable.of(
            "mode",
            "method",
            "rounding_method",
            "rounding_mode",
            "currency",
            "taxes",
            "instalment_shares",
            "shares",
            "instalments",
            "terms",
            "strategy",
            "posting",
            "lines",
            "tax_rate",
            "modes");

    private final Case current;
    private final CashRounding rounding;
    private final Optional<PaymentSchedule> schedule;
    private final MonetaryAmount total;
    private final ImmutableList<MonetaryAmount> taxes;
    private final boolean claim;

    private CashReaders(Case current) {
        this.current = current;
        Field given = current.given();
        TermReaders.requireOnly(given, AMOUNT.newWithAll(UNIT).newWithAll(CHOICES));
        Field unit = TermReaders.any(given, UNIT).orElseThrow(() -> new UnsupportedCaseException("no cash unit"));
        CurrencyUnit currency = new CaseCurrencies(
                        current, given.find("currency").map(Field::text).orElse("USD"))
                .base();
        Optional<Field> amount = TermReaders.any(given, AMOUNT);
        this.total = amount.map(field -> money(field, given, current)).orElseGet(() -> {
            Field lines = given.find("lines").orElseThrow(() -> new UnsupportedCaseException("no amount"));
            return ofLines(lines, given.find("tax_rate").map(Field::text), currency);
        });
        this.taxes = given.find("taxes")
                .map(list -> list.elements()
                        .collect(tax ->
                                CaseCurrencies.amount((tax.isObject() ? tax.at("amount") : tax).decimal(), currency)))
                .orElse(Lists.immutable.empty());
        this.schedule = TermReaders.any(
                        given, Lists.immutable.of("instalment_shares", "shares", "instalments", "terms"))
                .map(lines -> TermLines.exact(given, lines, currency)
                        .schedule(CaseBooks.DAY, total, RuleTexts.CALENDAR)
                        .orElseThrow());
        this.claim = !current.text().toLowerCase(Locale.ROOT).matches("(?s).*(purchase|supplier|vendor|bill).*");
        CashRounding once = CashRounding.of(policy(given, unit));
        Optional<String> strategy = TermReaders.any(given, Lists.immutable.of("strategy", "posting"))
                .map(Field::text);
        this.rounding = strategy.filter(s -> s.contains("tax")).isPresent() ? once.onBiggestTax() : once;
    }

    /** What a currency without cents cannot hold is money of one with cents until it is rounded. */
    private static MonetaryAmount money(Field amount, Field given, Case current) {
        CurrencyUnit currency = new CaseCurrencies(
                        current, given.find("currency").map(Field::text).orElse("USD"))
                .base();
        BigDecimal number = CaseAmount.of(amount).number();
        boolean fits = number.stripTrailingZeros().scale() <= Amounts.digits(currency);
        return CaseCurrencies.amount(number, fits ? currency : new CaseCurrencies(current, "USD").base());
    }

    /** The total of lines of numbers or of objects with a net amount and taxes. */
    private static MonetaryAmount ofLines(Field lines, Optional<String> rate, CurrencyUnit currency) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Field line : lines.elements()) {
            ObjectNode node = list.addObject();
            if (!line.isObject()) {
                node.put("net", line.text());
                rate.ifPresent(r -> node.putArray("taxes").add(r + "%"));
            } else {
                line.names().forEach(name -> {
                    Field field = line.at(name);
                    if (field.isList()) {
                        field.elements().forEach(e -> node.withArray(name).add(e.text()));
                    } else {
                        node.put(name, field.text());
                    }
                });
                rate.filter(r -> !line.has("taxes"))
                        .ifPresent(r -> node.putArray("taxes").add(r + "%"));
            }
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("lines", list);
        return CaseInvoice.of(Field.root("given", whole), currency).basis().total();
    }

    /** The rounding by mode and unit: half up where the case names no mode. */
    static RoundingPolicy policy(Field given, Field unit) {
        return policy(
                TermReaders.any(given, Lists.immutable.of("mode", "method", "rounding_method", "rounding_mode"))
                        .map(Field::text)
                        .orElse("HALF-UP"),
                unit);
    }

    private static RoundingPolicy policy(String named, Field unit) {
        String mode = named.toLowerCase(Locale.ROOT).replace('_', '-');
        String rule = switch (mode) {
            case "half-up", "half-even", "half-down", "up", "floor", "ceiling", "truncate" -> mode;
            case "down" -> "truncate";
            default -> throw new UnsupportedCaseException("rounding mode " + mode);
        };
        return TermLines.step(rule, unit.decimal().toPlainString());
    }

    static void run(Case current) {
        if (current.given().has("modes")) {
            modes(current);
            return;
        }
        CashReaders reader = new CashReaders(current);
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    /** One amount under several modes. */
    private static void modes(Case current) {
        Field given = current.given();
        given.at("modes").elements().forEach(Field::text);
        Field unit = TermReaders.any(given, UNIT).orElseThrow(() -> new UnsupportedCaseException("no cash unit"));
        MonetaryAmount amount = money(
                TermReaders.any(given, AMOUNT).orElseThrow(() -> new UnsupportedCaseException("no amount")),
                given,
                current);
        for (String mode : current.expect().names()) {
            Field expected = current.expect().at(mode);
            CashRounded rounded = CashRounding.of(policy(mode, unit)).apply(amount, Lists.immutable.empty());
            if (expected.isObject()) {
                expected.names()
                        .forEach(name -> current.differences()
                                .number(
                                        expected.at(name),
                                        Amounts.decimal(
                                                switch (name) {
                                                    case "total", "rounded" -> rounded.total();
                                                    case "difference" -> rounded.difference();
                                                    default -> throw new UnsupportedCaseException(expected.path());
                                                })));
            } else {
                current.differences().number(expected, Amounts.decimal(rounded.total()));
            }
        }
    }

    private CashRounded once() {
        return rounding.apply(total, taxes);
    }

    private void check(String name, Field expected) {
        switch (name) {
            case "per_instalment", "per_installment" -> perInstalment(expected);
            case "without", "no_rounding" -> each(expected, total, Optional.empty());
            case "once", "document", "per_document" -> each(expected, once().total(), Optional.of(once()));
            case "before", "unrounded", "exact" -> current.differences().number(expected, Amounts.decimal(total));
            case "total_once", "rounded" -> current.differences().number(expected, Amounts.decimal(once().total()));
            default -> {
                boolean split = schedule.isPresent();
                value(name, expected, split ? perInstalment() : once());
            }
        }
    }

    private CashRounded perInstalment() {
        PaymentSchedule before = schedule.orElseThrow(() -> new UnsupportedCaseException("no instalments"));
        CashRounding each = rounding.perInstalment();
        return each.difference(before, each.apply(before), taxes);
    }

    private void perInstalment(Field expected) {
        for (String name : expected.names()) {
            Field field = expected.at(name);
            if (name.equals("instalments") || name.equals("installments")) {
                ImmutableList<MonetaryAmount> actual = rounding.perInstalment()
                        .apply(schedule.orElseThrow(() -> new UnsupportedCaseException("no instalments")))
                        .instalments()
                        .collect(instalment -> instalment.amount());
                ImmutableList<Field> rows = field.elements();
                current.differences().same(field, rows.size(), actual.size());
                for (int i = 0; i < Math.min(rows.size(), actual.size()); i++) {
                    current.differences().number(rows.get(i), Amounts.decimal(actual.get(i)));
                }
            } else {
                value(name, field, perInstalment());
            }
        }
    }

    private void each(Field expected, MonetaryAmount sum, Optional<CashRounded> result) {
        if (!expected.isObject()) {
            current.differences().number(expected, Amounts.decimal(sum));
            return;
        }
        for (String name : expected.names()) {
            value(name, expected.at(name), result.orElse(new CashRounded(sum, Amounts.zero(sum.getCurrency()), -1)));
        }
    }

    private void value(String name, Field expected, CashRounded actual) {
        switch (name) {
            case "total", "payable", "amount_total", "to_pay" ->
                current.differences().number(expected, Amounts.decimal(actual.total()));
            case "difference", "rounding", "rounding_line", "rounding_amount" ->
                current.differences().number(expected, Amounts.decimal(actual.difference()));
            case "posted_as" ->
                current.differences()
                        .text(
                                expected,
                                actual.amounts(claim)
                                        .getFirstOptional()
                                        .map(amount -> amount.role().equals(CashRounded.GAIN) ? "gain" : "loss")
                                        .orElse(actual.difference().isZero() ? "none" : "tax"));
            case "taxes" -> {
                ImmutableList<MonetaryAmount> after = actual.taxes(taxes);
                ImmutableList<Field> rows = expected.elements();
                current.differences().same(expected, rows.size(), after.size());
                for (int i = 0; i < Math.min(rows.size(), after.size()); i++) {
                    current.differences().number(rows.get(i), Amounts.decimal(after.get(i)));
                }
            }
            case "tax", "amount_tax" ->
                current.differences()
                        .number(
                                expected,
                                actual.taxes(taxes)
                                        .collect(Amounts::decimal)
                                        .reduce(BigDecimal::add)
                                        .orElseThrow(() -> new UnsupportedCaseException("no taxes")));
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }
}
