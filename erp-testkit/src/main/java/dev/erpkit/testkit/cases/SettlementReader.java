package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Documents and payments, each in base or at a rate of its own; payments settle the documents in their order. */
final class SettlementReader {
    private static final Pattern DOCUMENT =
            Pattern.compile("(invoice|bill|document|receivable|payable)s?(_total|_open)?|total|item(s)?");
    private static final Pattern PAYMENT = Pattern.compile("(payment|receipt|credit_note|credit_memo|credit)s?|paid");
    private static final Pattern PAY = Pattern.compile(
            "(?:then )?(?:pay|receive|credit)s? (\\d+(?:\\.\\d+)?)(?: ?[A-Z]{3})?(?:,? .*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SETTLE = Pattern.compile(
            "(?i)(?:then )?(?:pay|settle|allocate|match|reconcile|apply|post|offset)\\b(?!.*(newest|proportion)).*");
    private static final Pattern UNDO =
            Pattern.compile("(?i)(remove|undo|cancel|un-?match|un-?reconcile|unallocate|reverse)\\b.*");

    private static final Pattern ALLOWED = Pattern.compile("discount|write_?off|withholding|bank_fee|fee");

    /** One side of a settlement. */
    private record Part(String name, ItemId item) {}

    private final Case current;
    private final CaseCurrencies currencies;
    private final CaseBooks books;
    private final boolean debt;
    private final MutableList<Part> documents = Lists.mutable.empty();
    private final MutableList<Part> payments = Lists.mutable.empty();
    private final MutableList<Match> matches = Lists.mutable.empty();
    private final MutableList<BigDecimal> openAfter = Lists.mutable.empty();
    private final MutableList<Allowance> allowances = Lists.mutable.empty();

    private SettlementReader(Case current) {
        this.current = current;
        this.currencies = new CaseCurrencies(
                current, current.given().find("base").map(Field::text).orElse("BASE"));
        this.books = new CaseBooks(currencies.base());
        this.debt = current.given().names().anySatisfy(n -> n.matches("(bill|payable)s?(_.*)?"));
    }

    static void run(Case current) {
        ImmutableList<String> names = current.given().names();
        boolean document = names.anySatisfy(n -> DOCUMENT.matcher(n).matches());
        boolean others = names.anySatisfy(
                n -> !DOCUMENT.matcher(n).matches() && !PAYMENT.matcher(n).matches() && !n.matches("base|currency"));
        if (!document || others || current.when().isEmpty()) {
            throw new UnsupportedCaseException("no documents to settle");
        }
        new SettlementReader(current).run();
    }

    private void run() {
        Field given = current.given();
        given.find("currency").ifPresent(Field::text);
        MutableList<Field> paid = Lists.mutable.empty();
        given.names()
                .select(n -> DOCUMENT.matcher(n).matches())
                .forEach(n -> each(given.at(n)).forEach(f -> {
                    boolean credit = n.startsWith("item")
                            && CaseAmount.of(f.isObject() ? f.at("amount") : f)
                                            .number()
                                            .signum()
                                    < 0;
                    if (credit) {
                        paid.add(f);
                    } else {
                        documents.add(part(f, documents.size(), false));
                    }
                }));
        given.names().select(n -> PAYMENT.matcher(n).matches()).forEach(n -> paid.withAll(each(given.at(n))));
        boolean told = false;
        for (String step : current.when()) {
            Matcher pay = PAY.matcher(step);
            if (pay.matches()) {
                settle(part(new BigDecimal(pay.group(1))));
            } else if (UNDO.matcher(step).matches()) {
                if (matches.isEmpty()) {
                    paid.forEach(f -> settle(part(f, payments.size(), true)));
                    paid.clear();
                }
                undo();
            } else if (SETTLE.matcher(step).matches() && !told) {
                told = true;
                paid.forEach(f -> settle(part(f, payments.size(), true)));
                paid.clear();
            } else {
                throw new UnsupportedCaseException("step: " + step);
            }
        }
        if (paid.notEmpty() || payments.isEmpty()) {
            throw new UnsupportedCaseException("payments that nothing is done with");
        }
        current.expect().names().forEach(name -> check(name, current.expect().at(name)));
    }

    private static ImmutableList<Field> each(Field field) {
        return field.isList() ? field.elements() : Lists.immutable.of(field);
    }

    private BigDecimal sign(boolean payment) {
        return BigDecimal.valueOf(payment == debt ? 1 : -1);
    }

    private Part part(BigDecimal amount) {
        MonetaryAmount money = CaseCurrencies.amount(amount.multiply(sign(true)), books.base());
        String id = "payment-" + payments.size();
        return new Part(id, books.item(id, control(), CaseBooks.DAY, money, Amounts.decimal(money)));
    }

    /** A number in base, or an amount in a currency with its rate or its worth. */
    private Part part(Field field, int index, boolean payment) {
        String id = (payment ? "payment-" : "document-") + index;
        BigDecimal sign = sign(payment);
        if (!field.isObject()) {
            BigDecimal amount = CaseAmount.of(field).number().abs().multiply(sign);
            MonetaryAmount money = CaseCurrencies.amount(amount, books.base());
            return new Part(id, books.item(id, control(), CaseBooks.DAY, money, amount));
        }
        Alias names = new Alias(field);
        String name =
                names.any("id", "name", "number", "account").map(Field::text).orElse(id);
        LocalDate day = names.any("date").map(Field::date).orElse(CaseBooks.DAY);
        Optional<String> currency = field.names().detectOptional(n -> n.matches("[A-Z]{3}"));
        Field amountField = names.need(currency.orElse("amount"), "amount", "total", "open", "gross");
        String code = currency.or(() -> names.any("currency").map(Field::text)).orElse("");
        BigDecimal amount = amountField.decimal().abs();
        Optional<BigDecimal> rate = names.any("rate", "exchange_rate").map(Field::decimal);
        BigDecimal worth = names.any("base", "base_amount")
                .map(Field::decimal)
                .map(BigDecimal::abs)
                .or(() -> rate.map(amount::multiply))
                .orElse(amount);
        ImmutableList<String> allowed = payment
                ? Lists.immutable.empty()
                : field.names().select(n -> ALLOWED.matcher(n).matches());
        allowed.forEach(n -> names.any(n));
        names.nothingElse();
        MonetaryAmount money =
                CaseCurrencies.amount(amount.multiply(sign), code.isEmpty() ? books.base() : currencies.of(code));
        Part part = new Part(name, books.item(id, control(), day, money, worth.multiply(sign)));
        for (String kind : allowed) {
            books.account(kind);
            BigDecimal off = field.at(kind).decimal().abs().multiply(sign);
            allowances.add(Allowance.of(part.item(), CaseCurrencies.amount(off, money.getCurrency()), kind));
        }
        return part;
    }

    private String control() {
        return debt ? "payable" : "receivable";
    }

    private void settle(Part payment) {
        payments.add(payment);
        ImmutableList<ItemId> open = documents
                .collect(Part::item)
                .select(id -> books.open(id).open())
                .toImmutable();
        if (open.notEmpty()) {
            ImmutableList<ItemId> all = open.newWith(payment.item());
            MatchRequest.Builder request = CaseBooks.request("match-" + matches.size(), latest(all), all);
            allowances.forEach(request::allow);
            allowances.clear();
            matches.add(books.services()
                    .matching()
                    .match(request.build(), books.matchingPolicy().build(), KitBooks.CLERK)
                    .orElseThrow());
        }
        openAfter.add(sum(documents));
    }

    private LocalDate latest(ImmutableList<ItemId> items) {
        return items.collect(id -> books.services()
                        .harness()
                        .openItems()
                        .find(id)
                        .orElseThrow()
                        .item()
                        .date())
                .max();
    }

    private void undo() {
        Match last = matches.getLast();
        books.services()
                .matching()
                .undo(MatchId.of("undo-" + matches.size()), last.id(), last.date(), KitBooks.CLERK)
                .orElseThrow();
        openAfter.add(sum(documents));
    }

    private BigDecimal sum(MutableList<Part> parts) {
        return parts.collect(p -> books.openAmount(p.item())).injectInto(BigDecimal.ZERO, BigDecimal::add);
    }

    private void check(String name, Field expected) {
        switch (name) {
            case "open", "invoice_open", "bill_open", "residual", "open_amount", "left", "outstanding" -> {
                if (expected.isList()) {
                    list(expected, documents.collect(p -> books.openAmount(p.item())));
                } else {
                    amount(expected, sum(documents));
                }
            }
            case "open_after", "open_after_each", "steps" -> {
                if (expected.isList()) {
                    list(expected, openAfter);
                } else {
                    amount(expected, sum(documents));
                }
            }
            case "open_base", "base_open" ->
                amount(
                        expected,
                        documents.collect(p -> books.openBase(p.item())).injectInto(BigDecimal.ZERO, BigDecimal::add));
            case "allocated", "allocations" ->
                list(expected, documents.collect(p -> original(p.item()).subtract(books.openAmount(p.item()))));
            case "payments_open", "open_payments" -> list(expected, payments.collect(p -> books.openAmount(p.item())));
            case "payment_open", "on_account", "overpayment", "unapplied", "payment_left", "advance", "credit_left" ->
                amount(expected, sum(payments));
            case "state", "invoice_state", "bill_state", "status" ->
                current.differences().text(expected, state(expected.text()));
            case "reconciled", "settled", "fully_paid", "fully_reconciled", "paid" ->
                current.differences()
                        .same(expected, expected.truth(), sum(documents).signum() == 0);
            case "fx_gain", "realised_gain", "exchange_gain" ->
                current.differences().number(expected, gain());
            case "fx_loss", "realised_loss", "exchange_loss" ->
                current.differences().number(expected, gain().negate());
            case "fx", "realised", "exchange_differences", "fx_result", "total_fx", "total" -> {
                if (expected.isList()) {
                    list(
                            expected,
                            matches.collect(m -> Amounts.decimal(m.difference()).negate()));
                } else {
                    current.differences().number(expected, gain());
                }
            }
            case "postings" -> postings(expected);
            default ->
                amount(
                        expected,
                        books.openAmount(documents
                                .detectOptional(p -> p.name().equals(name))
                                .orElseThrow(() -> new UnsupportedCaseException(expected.path()))
                                .item()));
        }
    }

    private String state(String said) {
        boolean open = sum(documents).signum() != 0;
        boolean untouched = documents.allSatisfy(p -> books.openAmount(p.item()).compareTo(original(p.item())) == 0);
        if (!open) {
            return "paid";
        }
        return untouched || said.equals("open")
                ? "open"
                : said.toLowerCase(Locale.ROOT).startsWith("part") ? said : "partial";
    }

    private BigDecimal original(ItemId id) {
        var item = books.services().harness().openItems().find(id).orElseThrow().item();
        return CaseCurrencies.decimal(item.amountMinor(), item.currency());
    }

    private BigDecimal gain() {
        return matches.collect(m -> Amounts.decimal(m.difference()).negate())
                .injectInto(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Cases write what is open with its sign or without. */
    private void amount(Field expected, BigDecimal actual) {
        boolean signed = expected.decimal().signum() < 0;
        current.differences().number(expected, signed ? actual.abs().negate() : actual.abs());
    }

    private void list(Field expected, MutableList<BigDecimal> actual) {
        ImmutableList<Field> rows = expected.elements();
        current.differences().same(expected, rows.size(), actual.size());
        for (int i = 0; i < Math.min(rows.size(), actual.size()); i++) {
            amount(rows.get(i), actual.get(i));
        }
    }

    /** What payments and matches moved: the bank, the control account and exchange results. */
    private void postings(Field list) {
        BigDecimal rest = BigDecimal.ZERO;
        BigDecimal paid = payments.collect(p -> books.services()
                        .harness()
                        .openItems()
                        .find(p.item())
                        .orElseThrow()
                        .item()
                        .baseMinor())
                .collect(minor -> CaseCurrencies.decimal(minor, books.base()))
                .injectInto(BigDecimal.ZERO, BigDecimal::add)
                .negate();
        for (Field row : list.elements()) {
            row.requireNames("account", "amount");
            String account = row.at("account").text();
            BigDecimal actual;
            if (account.matches("(bank|cash|checking).*")) {
                actual = paid;
            } else if (account.matches("(receivable|payable|debtors|creditors).*")) {
                actual = paid.subtract(gain()).negate();
            } else if (account.matches(".*(fx|exchange).*")) {
                actual = gain().negate();
            } else {
                throw new UnsupportedCaseException(row.path() + ": " + account);
            }
            current.differences().number(row.at("amount"), actual);
            rest = rest.add(actual);
        }
        current.differences().same(list, 0, rest.signum());
    }
}
