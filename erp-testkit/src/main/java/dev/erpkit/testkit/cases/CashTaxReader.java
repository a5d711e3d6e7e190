package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.declaration.TaxFact;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** An invoice with taxes owed with it and taxes owed on payment: what is recognised after each step. */
final class CashTaxReader {
    private static final Pattern PAY = Pattern.compile(
            "(?:(?:then )?(?:pay|receive|match|reconcile)s?|payment(?: of)?)\\s+(?:of )?(\\d+(?:\\.\\d+)?)(?:\\s.*)?");
    private static final Pattern REST =
            Pattern.compile("(?:then )?pay (?:the )?(?:rest|remainder|remaining|balance|in full|all)(?:\\s.*)?");
    private static final Pattern INSTALMENT =
            Pattern.compile(".*\\b(?:pay|reconcile)\\b.*\\b(?:instal|term|1 of|first).*");
    private static final Pattern ISSUE =
            Pattern.compile("(?:post|issue|confirm|recogni[sz]e)(?:ed|s)? ?.*(?:invoice|bill|document|payment)?.*");
    private static final Pattern UNDO = Pattern.compile(
            ".*(?:un-?match|un-?reconcile|undo|remove the (?:reconciliation|match)|take .*back|(?:cancel|reverse|void) the payment).*");
    private static final Pattern AGAIN = Pattern.compile(".*(?:again|replay|twice|repeat).*");

    /** What was told after a step. */
    private record Snapshot(String kind, String amount, BigDecimal paid, ImmutableList<TaxFact> told) {}

    private final Case current;
    private final CaseBooks books;
    private final CashTaxRoom room;
    private final MutableList<Snapshot> snapshots = Lists.mutable.empty();
    private final CashTaxGiven document;
    private BigDecimal paid = BigDecimal.ZERO;

    private CashTaxReader(Case current) {
        this.current = current;
        Field given = current.given();
        String currency = given.find("currency").map(Field::text).orElse("USD");
        this.books = new CaseBooks(new CaseCurrencies(current, currency).base());
        this.document = new CashTaxGiven(given, books.base());
        this.room = new CashTaxRoom(
                books, document.purchase(), document.taxes().applied().collect(tax -> "box-" + tax.code()));
    }

    static void run(Case current) {
        Field given = current.given();
        if (!CashTaxGiven.isTaxed(given)) {
            throw new UnsupportedCaseException("no price with taxes");
        }
        boolean pays = given.has("payments")
                || current.when()
                        .anySatisfy(step ->
                                PAY.matcher(step.toLowerCase(Locale.ROOT)).matches());
        if (!pays && !CashTaxGiven.saysWhenOwed(given)) {
            throw new UnsupportedCaseException("no tax says when it is owed");
        }
        CashTaxReader reader = new CashTaxReader(current);
        reader.play();
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    private void play() {
        room.issue(document.taxes(), Sets.immutable.withAll(document.onPayment()), CaseBooks.DAY, document.shares());
        current.given().find("total").ifPresent(total -> current.differences().number(total, total()));
        snapshot("invoice", "");
        current.when().forEach(this::step);
        current.given()
                .find("payments")
                .ifPresent(payments -> payments.elements()
                        .forEach(payment ->
                                pay(payment.isObject() ? payment.at("amount").decimal() : payment.decimal())));
        Lists.immutable
                .of("rule", "policy", "note")
                .forEach(name -> current.given().find(name).ifPresent(Field::text));
    }

    private void step(String text) {
        String step = text.strip().toLowerCase(Locale.ROOT);
        Matcher pay = PAY.matcher(step);
        if (UNDO.matcher(step).matches()) {
            room.undo(CaseBooks.DAY);
            paid = total().subtract(room.open());
            snapshot("undo", "");
        } else if (pay.matches()) {
            pay(new BigDecimal(pay.group(1)));
        } else if (REST.matcher(step).matches()) {
            pay(room.open());
        } else if (INSTALMENT.matcher(step).matches()) {
            pay(document.shares().getFirst());
        } else if (AGAIN.matcher(step).matches()) {
            room.recognise();
            snapshot("again", "");
        } else if (!ISSUE.matcher(step).matches()) {
            throw new UnsupportedCaseException("step " + text);
        }
    }

    private BigDecimal total() {
        return document.total();
    }

    private void pay(BigDecimal amount) {
        room.pay(amount, CaseBooks.DAY);
        paid = paid.add(amount);
        snapshot("payment", amount.stripTrailingZeros().toPlainString());
    }

    private void snapshot(String kind, String amount) {
        snapshots.add(new Snapshot(kind, amount, paid, room.told()));
    }

    private void check(String name, Field expected) {
        if (name.equals("sum") && expected.path().equals("expect.sum")) {
            check(expected, "tax", snapshots.getLast());
        } else if (expected.isList() && name.matches("base|bases")) {
            parts(expected);
        } else if (name.equals("total")) {
            current.differences().number(expected, total());
        } else if (expected.isList()) {
            each(
                    expected,
                    snapshots
                            .select(s -> s.kind().equals("payment") || s.kind().equals("undo"))
                            .toImmutable());
        } else {
            Snapshot at = at(name);
            if (expected.isObject()) {
                expected.names().forEach(field -> check(expected.at(field), field, at));
            } else {
                current.differences()
                        .number(
                                expected,
                                sum(at.told(), true, fact -> fact.line().taxMinor()));
            }
        }
    }

    /** A list has one element for each payment: what that payment alone recognises. */
    private void each(Field expected, ImmutableList<Snapshot> payments) {
        ImmutableList<Field> elements = expected.elements();
        current.differences().same(expected, elements.size(), payments.size());
        for (int i = 0; i < Math.min(elements.size(), payments.size()); i++) {
            ImmutableList<TaxFact> before =
                    snapshots.get(snapshots.indexOf(payments.get(i)) - 1).told();
            ImmutableList<TaxFact> news = payments.get(i).told().drop(before.size());
            Snapshot delta = new Snapshot("payment", "", BigDecimal.ZERO, news);
            Field element = elements.get(i);
            if (element.isObject()) {
                element.names().forEach(field -> check(element.at(field), field, delta));
            } else if (element.isList()) {
                element.elements()
                        .forEachWithIndex((tax, k) -> current.differences()
                                .number(
                                        tax,
                                        sum(
                                                news.select(fact ->
                                                        fact.line().code().equals("tax-" + k)),
                                                true,
                                                fact -> fact.line().taxMinor())));
            } else {
                current.differences()
                        .number(element, sum(news, true, fact -> fact.line().taxMinor()));
            }
        }
    }

    /** The base that each payment alone recognises. */
    private void parts(Field expected) {
        ImmutableList<Field> rows = expected.elements();
        MutableList<BigDecimal> bases = Lists.mutable.empty();
        for (int i = 1; i < snapshots.size(); i++) {
            bases.add(base(
                    snapshots.get(i).told().drop(snapshots.get(i - 1).told().size()), true));
        }
        current.differences().same(expected, rows.size(), bases.size());
        for (int i = 0; i < Math.min(rows.size(), bases.size()); i++) {
            current.differences().number(rows.get(i), bases.get(i));
        }
    }

    private Snapshot at(String name) {
        String key = name.toLowerCase(Locale.ROOT)
                .replace("after_", "")
                .replace("paying_", "")
                .replace("pay_", "");
        Snapshot found = null;
        if (key.matches("(the_)?(invoice|post|posting|issue)")) {
            found = snapshots.getFirst();
        } else if (key.matches(".*\\d.*")) {
            String amount = new BigDecimal(
                            key.replaceAll("[^0-9._]", "").replace('_', '.').replaceAll("^\\.+|\\.+$", ""))
                    .stripTrailingZeros()
                    .toPlainString();
            found = snapshots.detect(s -> s.amount().equals(amount));
            found = found != null
                    ? found
                    : snapshots.detect(
                            s -> s.kind().equals("payment") && s.paid().compareTo(new BigDecimal(amount)) == 0);
        } else if (key.matches(".*(un-?match|unreconcile|undo|cancel|revers).*")) {
            found = snapshots.detect(s -> s.kind().equals("undo"));
        } else if (key.matches(".*(first|instalment|term).*")) {
            found = snapshots.detect(s -> s.kind().equals("payment"));
        } else if (key.matches(
                ".*(rest|full|all|final|end|paid|payment|pay|second|last|again|replay|recognised|cash_basis).*")) {
            found = snapshots.getLast();
        }
        if (found == null) {
            throw new UnsupportedCaseException("expect." + name);
        }
        return found;
    }

    private void check(Field expected, String name, Snapshot at) {
        switch (name) {
            case "cash_basis", "on_payment", "cash" -> basis(expected, at, true);
            case "accrual", "on_invoice", "no_cash_basis" -> basis(expected, at, false);
            case "base", "recognised_base" -> current.differences().number(expected, base(at.told(), true));
            case "tax", "recognised_tax", "recognised", "due" ->
                current.differences()
                        .number(
                                expected,
                                sum(at.told(), true, fact -> fact.line().taxMinor()));
            case "waiting", "transition", "pending" ->
                current.differences()
                        .number(
                                expected,
                                all().subtract(sum(
                                        at.told(), true, fact -> fact.line().taxMinor())));
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private void basis(Field expected, Snapshot at, boolean cash) {
        if (!expected.isObject()) {
            current.differences()
                    .number(expected, sum(at.told(), cash, fact -> fact.line().taxMinor()));
            return;
        }
        for (String name : expected.names()) {
            switch (name) {
                case "base" -> current.differences().number(expected.at(name), base(at.told(), cash));
                case "tax" ->
                    current.differences()
                            .number(
                                    expected.at(name),
                                    sum(at.told(), cash, fact -> fact.line().taxMinor()));
                default -> throw new UnsupportedCaseException(expected.at(name).path());
            }
        }
    }

    private BigDecimal all() {
        return CaseCurrencies.decimal(
                room.issued()
                        .lines()
                        .select(line -> document.onPayment().contains(line.code()))
                        .sumOfLong(line -> line.bookTaxMinor()),
                books.base());
    }

    /** Taxes on one price share its base: it counts once. */
    private BigDecimal base(ImmutableList<TaxFact> told, boolean cash) {
        ImmutableList<String> codes = told.select(fact -> room.isOnPayment(fact) == cash)
                .collect(fact -> fact.line().code())
                .distinct();
        return codes.isEmpty()
                ? BigDecimal.ZERO
                : sum(
                        told.select(fact -> fact.line().code().equals(codes.getFirst())),
                        cash,
                        fact -> fact.line().baseMinor());
    }

    private BigDecimal sum(ImmutableList<TaxFact> told, boolean cash, ToLongFunction<TaxFact> figure) {
        long minor = told.select(fact -> room.isOnPayment(fact) == cash).sumOfLong(fact -> figure.applyAsLong(fact));
        return CaseCurrencies.decimal(minor, books.base());
    }
}
