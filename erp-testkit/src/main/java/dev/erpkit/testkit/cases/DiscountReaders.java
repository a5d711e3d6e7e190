package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.terms.CashDiscount;
import dev.erpkit.accounting.terms.DiscountBasis;
import dev.erpkit.accounting.terms.DiscountDecision;
import dev.erpkit.accounting.terms.DiscountPart;
import dev.erpkit.accounting.terms.DiscountTax;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Invoices paid early: what is paid, and of what the discount is. */
final class DiscountReaders {
    static final ImmutableList<String> PERCENT =
            Lists.immutable.of("discount_percent", "discount_percentage", "discount", "percent");
    private static final ImmutableList<String> DAYS = Lists.immutable.of("discount_days", "days", "within_days");
    private static final ImmutableList<String> PAID =
            Lists.immutable.of("payment_date", "paid_on", "pay_date", "payment_day");
    private static final ImmutableList<String> POLICY =
            Lists.immutable.of("policy", "computation", "tax_policy", "early_pay_discount_computation");
    private static final Pattern WORDS =
            Pattern.compile("(\\d+(?:\\.\\d+)?) ?(?:/|%(?: discount)?(?:(?: if paid)? (?:with)?in)?) ?(\\d+)(?: days)?"
                    + "(?:,? (?:n|net)[ /]?\\d+(?: days)?)?");
    private static final ImmutableList<String> OTHERS = Lists.immutable.of(
            "terms",
            "lines",
            "total",
            "invoice",
            "invoices",
            "bill",
            "currency",
            "date",
            "invoice_date",
            "net",
            "price",
            "taxes",
            "tax");

    private final Case current;
    private final CurrencyUnit currency;
    private final CashDiscount discount;
    private final ImmutableList<CaseInvoice> invoices;
    private final ImmutableList<DiscountDecision> decisions;
    private final boolean claim;
    private BigDecimal paid = BigDecimal.ZERO;

    private DiscountReaders(Case current, Optional<String> asked) {
        this.current = current;
        Field given = current.given();
        TermReaders.requireOnly(
                given,
                OTHERS.newWithAll(PERCENT).newWithAll(DAYS).newWithAll(PAID).newWithAll(POLICY));
        Optional<Matcher> words = given.find("terms").map(terms -> words(terms.text()));
        BigDecimal percent = words.map(matcher -> new BigDecimal(matcher.group(1)))
                .orElseGet(() -> TermReaders.any(given, PERCENT)
                        .orElseThrow(() -> new UnsupportedCaseException("no discount"))
                        .decimal());
        this.currency = new CaseCurrencies(
                        current, given.find("currency").map(Field::text).orElse("USD"))
                .base();
        int days = words.map(matcher -> Integer.valueOf(matcher.group(2)))
                .or(() -> TermReaders.any(given, DAYS).map(RuleTexts::whole))
                .orElse(10);
        String said =
                asked.or(() -> TermReaders.any(given, POLICY).map(Field::text)).orElse("included");
        this.discount = CashDiscount.parse(percent.toPlainString() + "% +" + days + "d", policy(said));
        this.invoices = invoices(given).collect(invoice -> invoice.issued(discount));
        Optional<LocalDate> paid = TermReaders.any(given, PAID).map(Field::date).or(() -> Alias.date(current));
        boolean late = Alias.steps(
                current,
                "\\b(pay|paid|payment|settle)\\w* .*\\b(late|after|outside|too late|past)\\b|\\b(late|after the (term|discount))\\b");
        this.decisions = invoices.collect(invoice ->
                decide(invoice, paid.orElse(late ? invoice.date().plusDays(days + 1L) : invoice.date())));
        String text = current.text().toLowerCase(Locale.ROOT);
        this.claim = !text.matches("(?s).*(purchase|payable|supplier|vendor|bill|discount-received).*");
    }

    /** Terms such as 2/10 net 30, or 2% within 10 days. */
    private static Matcher words(String text) {
        Matcher words = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            throw new UnsupportedCaseException("discount terms: " + text);
        }
        return words;
    }

    private static DiscountTax policy(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "included", "on early payment" -> DiscountTax.INCLUDED;
            case "excluded", "never" -> DiscountTax.EXCLUDED;
            case "mixed", "always", "always (upon invoice)", "always upon invoice" -> DiscountTax.MIXED;
            default -> throw new UnsupportedCaseException("policy " + text);
        };
    }

    private ImmutableList<CaseInvoice> invoices(Field given) {
        Optional<Field> one = TermReaders.any(given, Lists.immutable.of("invoice", "bill"));
        if (given.has("invoices")) {
            return given.at("invoices").elements().collect(invoice -> CaseInvoice.of(invoice, currency));
        }
        if (one.isPresent()) {
            return Lists.immutable.of(CaseInvoice.of(one.get(), currency));
        }
        return Lists.immutable.of(CaseInvoice.of(given.only(CaseInvoice.FIELDS), currency));
    }

    private DiscountDecision decide(CaseInvoice invoice, LocalDate day) {
        MonetaryAmount payable = discount.payable(invoice.basis(), invoice.date(), day, RuleTexts.CALENDAR);
        paid = paid.add(Amounts.decimal(payable));
        return discount.decide(
                invoice.basis(), invoice.date(), Lists.immutable.empty(), day, payable, RuleTexts.CALENDAR);
    }

    /** Whole invoices paid at once, under the policy of the case or under each that is expected by name. */
    static void run(Case current) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (!name.matches("included|excluded|mixed")) {
                new DiscountReaders(current, Optional.empty()).check(name, expected);
            } else if (expected.isObject()) {
                DiscountReaders reader = new DiscountReaders(current, Optional.of(name));
                expected.names().forEach(figure -> reader.check(figure, expected.at(figure)));
            } else {
                new DiscountReaders(current, Optional.of(name)).check("payment", expected);
            }
        }
    }

    private BigDecimal sum(boolean tax) {
        return invoices.flatCollect(invoice -> invoice.basis().parts())
                .select(part -> part.tax() == tax)
                .collect(part -> Amounts.decimal(part.amount()))
                .injectInto(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal total() {
        return sum(false).add(sum(true));
    }

    private BigDecimal discounts() {
        return decisions
                .collect(decision -> Amounts.decimal(decision.discount()))
                .injectInto(BigDecimal.ZERO, BigDecimal::add);
    }

    private void check(String name, Field expected) {
        switch (name) {
            case "untaxed", "net", "amount_untaxed" -> current.differences().number(expected, sum(false));
            case "tax", "amount_tax", "tax_amount" -> current.differences().number(expected, sum(true));
            case "total", "invoice_total", "amount_total", "total_amount" ->
                current.differences().number(expected, total());
            case "payment", "paid", "payable", "discounted_total", "discount_balance", "bank" ->
                current.differences().number(expected, total().subtract(discounts()));
            case "payments" -> onDays(expected);
            case "discount", "discount_total", "discount_amount" ->
                current.differences().number(expected, discounts());
            case "taxable_base_of_percent_tax", "taxable_base", "tax_base" ->
                current.differences()
                        .number(
                                expected,
                                invoices.flatCollect(CaseInvoice::percentNet)
                                        .collect(net -> Amounts.decimal(discount.taxBase(net)))
                                        .injectInto(BigDecimal.ZERO, BigDecimal::add));
            case "discount_net", "net_discount", "income" ->
                current.differences().number(expected, given(false));
            case "discount_tax", "tax_correction", "vat_correction", "tax_discount" ->
                current.differences().number(expected, given(true));
            case "open_after", "open" ->
                current.differences().number(expected, total().subtract(paid).subtract(discounts()));
            case "discount_date" ->
                current.differences()
                        .text(
                                expected,
                                discount.steps()
                                        .getFirst()
                                        .until()
                                        .due(invoices.getFirst().date(), RuleTexts.CALENDAR));
            case "postings" -> postings(expected);
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    /** What is to be paid on the day of each step. */
    private void onDays(Field list) {
        ImmutableList<LocalDate> days = Alias.dates(current);
        ImmutableList<Field> rows = list.elements();
        current.differences().same(list, rows.size(), days.size());
        for (int i = 0; i < Math.min(rows.size(), days.size()); i++) {
            LocalDate day = days.get(i);
            current.differences()
                    .number(
                            rows.get(i),
                            invoices.collect(invoice -> Amounts.decimal(
                                            discount.payable(invoice.basis(), invoice.date(), day, RuleTexts.CALENDAR)))
                                    .injectInto(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    /** What is given up of the net, or of the tax. */
    private BigDecimal given(boolean tax) {
        return parts(decisions.flatCollect(DiscountDecision::parts), tax).injectInto(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The postings of the payment, by what accounts are called. */
    private void postings(Field list) {
        ImmutableList<DiscountPart> given = decisions.flatCollect(DiscountDecision::parts);
        for (Field row : list.elements()) {
            row.requireNames("account", "amount");
        }
        compare(list, "payable|receivable", Lists.immutable.of(total().negate()));
        compare(list, "bank|cash", Lists.immutable.of(total().subtract(discounts())));
        compare(list, "tax|vat", parts(given, true));
        compare(list, "discount", parts(given, false));
        current.differences()
                .same(
                        list,
                        0,
                        list.elements()
                                .count(row -> !category(row).matches("payable|receivable|bank|cash|tax|vat|discount")));
    }

    private static ImmutableList<BigDecimal> parts(ImmutableList<DiscountPart> parts, boolean tax) {
        return parts.select(part -> part.tax() == tax && !part.amount().isZero())
                .collect(part -> Amounts.decimal(part.amount()));
    }

    private static String category(Field row) {
        String account = row.at("account").text().toLowerCase(Locale.ROOT);
        if (account.contains("discount")) {
            return "discount";
        }
        Matcher named = Pattern.compile("tax|vat|payable|receivable|bank|cash").matcher(account);
        return named.find() ? named.group() : account;
    }

    /** One row is the sum of the parts, several are the parts themselves. */
    private void compare(Field list, String category, ImmutableList<BigDecimal> debits) {
        ImmutableList<Field> rows = list.elements().select(row -> category(row).matches(category));
        ImmutableList<BigDecimal> actual = debits.collect(part -> claim ? part : part.negate());
        BigDecimal sum = actual.injectInto(BigDecimal.ZERO, BigDecimal::add);
        if (rows.size() == 1) {
            current.differences().number(rows.getOnly().at("amount"), sum);
        } else {
            current.differences()
                    .same(
                            list,
                            rows.collect(row -> row.at("amount").decimal().stripTrailingZeros())
                                    .toSortedList(),
                            actual.collect(BigDecimal::stripTrailingZeros).toSortedList());
        }
    }

    /** A gross discount, divided among income and tax or not. */
    static void divided(Case current) {
        Field given = current.given();
        boolean percent = given.has("discount_percent");
        given.requireNames("invoice", percent ? "discount_percent" : "discount_amount");
        if (percent && !current.expect().has("split") && !current.expect().has("income_only")) {
            throw new UnsupportedCaseException("no division of the discount");
        }
        CurrencyUnit currency = new CaseCurrencies(current, "USD").base();
        DiscountBasis invoice = CaseInvoice.of(given.at("invoice"), currency).basis();
        RoundingPolicy rounding = RoundingPolicy.parse("half-up:currency");
        MonetaryAmount gross = percent
                ? CaseCurrencies.amount(
                        rounding.in(currency)
                                .round(Amounts.decimal(invoice.total())
                                        .multiply(given.at("discount_percent")
                                                .decimal()
                                                .movePointLeft(2))),
                        currency)
                : CaseCurrencies.amount(given.at("discount_amount").decimal(), currency);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "split" -> columns(current, expected, invoice.divide(gross, DiscountTax.INCLUDED, rounding));
                case "income_only" -> columns(current, expected, invoice.divide(gross, DiscountTax.EXCLUDED, rounding));
                case "payment", "paid" ->
                    current.differences()
                            .number(expected, Amounts.decimal(invoice.total()).subtract(Amounts.decimal(gross)));
                case "discount" -> current.differences().number(expected, Amounts.decimal(gross));
                case "postings" -> grossPostings(current, expected, invoice, gross);
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** A discount that is no matter of tax: the bank, the discount and what was claimed. */
    private static void grossPostings(Case current, Field list, DiscountBasis invoice, MonetaryAmount gross) {
        for (Field row : list.elements()) {
            row.requireNames("account", "amount");
            BigDecimal total = Amounts.decimal(invoice.total());
            BigDecimal given = invoice.divide(gross, DiscountTax.EXCLUDED, RoundingPolicy.parse("half-up:currency"))
                    .collect(part -> Amounts.decimal(part.amount()))
                    .injectInto(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal actual = switch (category(row)) {
                case "bank", "cash" -> total.subtract(given);
                case "discount" -> given;
                case "receivable" -> total.negate();
                default -> throw new UnsupportedCaseException(row.path());
            };
            current.differences().number(row.at("amount"), actual);
        }
        current.differences().same(list, 3, list.elements().size());
    }

    private static void columns(Case current, Field expected, ImmutableList<DiscountPart> parts) {
        for (String name : expected.names()) {
            boolean tax = name.matches("tax|vat");
            if (!tax && !name.matches("income|net|discount")) {
                throw new UnsupportedCaseException(expected.path() + "." + name);
            }
            current.differences()
                    .number(expected.at(name), parts(parts, tax).injectInto(BigDecimal.ZERO, BigDecimal::add));
        }
    }
}
