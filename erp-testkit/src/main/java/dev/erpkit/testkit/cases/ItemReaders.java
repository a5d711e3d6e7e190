package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.CrossCurrencyRule;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Open items: matching, taking back, allowances, what must not match. */
final class ItemReaders {
    private static final LocalDate DAY = CaseBooks.DAY;
    private static final Pattern USE = Pattern.compile("(\\w+) uses it for (\\d+(?:\\.\\d+)?)");

    private ItemReaders() {}

    private static CaseBooks books(Case current) {
        return new CaseBooks(new CaseCurrencies(current, "USD").base());
    }

    private static ItemId item(CaseBooks books, String id, String control, BigDecimal amount) {
        return books.item(id, control, DAY, CaseCurrencies.amount(amount, books.base()), amount);
    }

    /** An invoice and its payment were matched; the match is taken back. */
    static void unmatching(Case current) {
        current.requireGiven("total", "paid");
        current.onlyStep(
                "(?i)^(remove|undo|cancel|delete|break|take back)? ?(the )?(reconciliation|match|matching|allocation)$|^(un-?match|un-?reconcile|unallocate)( .*)?$");
        CaseBooks books = books(current);
        ItemId invoice =
                item(books, "invoice", "receivable", current.given().at("total").decimal());
        ItemId payment = item(
                books,
                "payment",
                "receivable",
                current.given().at("paid").decimal().negate());
        books.match("match", DAY, invoice, payment);
        books.services()
                .matching()
                .undo(MatchId.of("undo"), MatchId.of("match"), DAY, KitBooks.CLERK)
                .orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "invoice_state" ->
                    current.differences().text(expected, books.open(invoice).open() ? "open" : "paid");
                case "open" -> current.differences().number(expected, books.openAmount(invoice));
                case "payment_open" ->
                    current.differences()
                            .number(expected, books.openAmount(payment).negate());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** A document in one currency is set off against one in another, at a stated rate. */
    static void otherCurrencyOffset(Case current) {
        Field given = current.given();
        String invoiceName = given.names().detect(n -> n.matches("invoice_[A-Z]{3}"));
        String creditName = given.names().detect(n -> n.matches("(credit_memo|payment)_[A-Z]{3}"));
        if (invoiceName == null || creditName == null) {
            throw new UnsupportedCaseException("no documents in two currencies");
        }
        current.requireGiven("rate", invoiceName, creditName);
        current.onlyStep("(?i)^(offset|allocate|match|settle|apply)( the)?( whole)? ?(credit memo|payment)?.*$");
        String baseName = last(invoiceName);
        String foreignName = last(creditName);
        CaseCurrencies currencies = new CaseCurrencies(current, baseName);
        CaseBooks books = new CaseBooks(currencies.base());
        given.at("rate").requireNames(foreignName + "/" + baseName);
        ExchangeRate rate = ExchangeRate.of(
                currencies.of(foreignName),
                books.base(),
                given.at("rate").at(foreignName + "/" + baseName).decimal(),
                RateType.CONTRACT,
                DAY);
        books.services()
                .harness()
                .record(ExchangeRate.of(
                        rate.base(),
                        rate.quote(),
                        given.at("rate").at(foreignName + "/" + baseName).decimal(),
                        RateType.SPOT,
                        DAY));
        ItemId invoice =
                item(books, "invoice", "receivable", given.at(invoiceName).decimal());
        MonetaryAmount credit = CaseCurrencies.amount(given.at(creditName).decimal(), currencies.of(foreignName));
        ItemId memo = books.item("memo", "receivable", DAY, credit, Amounts.decimal(books.convert(credit, DAY)));
        MatchingPolicy.Builder policy = books.matchingPolicy();
        policy.crossCurrency(CrossCurrencyRule.STATED);
        MatchRequest.Builder request = CaseBooks.request("match", DAY, Lists.immutable.of(invoice, memo));
        request.rate(rate);
        Match match = books.services()
                .matching()
                .match(request.build(), policy.build(), KitBooks.CLERK)
                .orElseThrow();
        MatchPart allocated = match.parts().detect(p -> p.item().equals(invoice));
        String kind = creditName.substring(0, creditName.lastIndexOf('_'));
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (name.equals("allocated_" + baseName)) {
                current.differences()
                        .number(expected, CaseCurrencies.decimal(allocated.amountMinor(), allocated.currency()));
            } else if (name.equals("invoice_open_" + baseName)) {
                current.differences().number(expected, books.openAmount(invoice));
            } else if (name.equals(kind + "_open_" + foreignName)) {
                current.differences().number(expected, books.openAmount(memo));
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('_') + 1);
    }

    /** A document is settled in part by allowances alone. */
    static void allowances(Case current) {
        Field given = current.given();
        String document = given.names().detect(n -> n.matches("(bill|invoice)_open"));
        if (document == null || given.names().anySatisfy(n -> !n.matches("(bill|invoice)_open|discount|write_off"))) {
            throw new UnsupportedCaseException("no document with allowances");
        }
        current.onlyStep("(?i)^(allocate|write off|settle)\\b.*$");
        CaseBooks books = books(current);
        BigDecimal open = given.at(document).decimal();
        ItemId item = item(books, "document", open.signum() < 0 ? "payable" : "receivable", open);
        MatchRequest.Builder request = CaseBooks.request("match", DAY, Lists.immutable.of(item));
        for (String name : given.names().reject(document::equals)) {
            BigDecimal allowed = given.at(name).decimal().multiply(BigDecimal.valueOf(open.signum()));
            books.account(name);
            request.allow(Allowance.of(item, CaseCurrencies.amount(allowed, books.base()), name));
        }
        Match match = books.services()
                .matching()
                .match(request.build(), books.matchingPolicy().build(), KitBooks.CLERK)
                .orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "open" -> current.differences().number(expected, books.openAmount(item));
                case "accounting_date" -> {
                    if (!expected.text().matches("that of the (bill|invoice)")) {
                        throw new UnsupportedCaseException(expected.text());
                    }
                    current.differences().holds(expected, match.date().equals(DAY));
                }
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** Pairs of documents that must not be set off against each other. */
    static void forbiddenPairs(Case current) {
        current.requireGiven("pairs");
        current.onlyStep("(?i)^(try to )?(allocate|match|reconcile|settle)\\b.*$");
        current.expect().requireNames("results");
        ImmutableList<Field> pairs = current.given().at("pairs").elements();
        ImmutableList<Field> results = current.expect().at("results").elements();
        current.differences().same(current.expect(), pairs.size(), results.size());
        for (int i = 0; i < Math.min(pairs.size(), results.size()); i++) {
            ImmutableList<Field> pair = pairs.get(i).elements();
            CaseBooks books = books(current);
            ItemId one = ofKind(books, "one", pair.get(0).text());
            ItemId two = ofKind(books, "two", pair.get(1).text());
            Outcome<Match> outcome = books.services()
                    .matching()
                    .match(
                            CaseBooks.request("match", DAY, Lists.immutable.of(one, two))
                                    .build(),
                            books.matchingPolicy().build(),
                            KitBooks.CLERK);
            boolean refused = switch (results.get(i).text()) {
                case "rejected", "no allocation" -> true;
                case "allocated", "accepted" -> false;
                default -> throw new UnsupportedCaseException(results.get(i).text());
            };
            boolean nothing = books.openAmount(one).abs().compareTo(BigDecimal.TEN) == 0
                    && books.openAmount(two).abs().compareTo(BigDecimal.TEN) == 0;
            current.differences().holds(results.get(i), refused == !outcome.isAccepted() && refused == nothing);
        }
    }

    private static ItemId ofKind(CaseBooks books, String id, String kind) {
        return switch (kind) {
            case "sales invoice" -> item(books, id, "receivable", BigDecimal.TEN);
            case "sales credit memo", "inbound payment" -> item(books, id, "receivable", BigDecimal.TEN.negate());
            case "purchase invoice" -> item(books, id, "payable", BigDecimal.TEN.negate());
            case "purchase credit memo", "outbound payment" -> item(books, id, "payable", BigDecimal.TEN);
            default -> throw new UnsupportedCaseException("kind " + kind);
        };
    }

    /** Many items of one currency are matched together. */
    static void batch(Case current) {
        current.requireGiven("items");
        current.onlyStep("(?i)^(reconcile|match|allocate|settle)\\b.*$");
        CaseBooks books = books(current);
        ImmutableList<ItemId> items = current.given()
                .at("items")
                .elements()
                .collectWithIndex((field, i) -> item(books, "item-" + i, "receivable", field.decimal()));
        books.match("match", DAY, items.castToList().toArray(ItemId[]::new));
        BigDecimal open = items.collect(books::openAmount)
                .reduce((a, b) -> a.abs().add(b.abs()))
                .orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "all_open" -> current.differences().number(expected, open);
                case "fully_reconciled" ->
                    current.differences().holds(expected, expected.truth() == (open.signum() == 0));
                case "open" ->
                    expected.elements()
                            .forEachWithIndex(
                                    (field, i) -> current.differences().number(field, books.openAmount(items.get(i))));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** Two statements use one invoice; the one that is validated first settles it, the other finds nothing open. */
    static void twoStatements(Case current) {
        current.requireGiven("invoice", "statements");
        String validated = current.onlyStep("^validate \\w+( after confirming the warning)?$")
                .split(" ")[1];
        CaseBooks books = books(current);
        ItemId invoice = item(
                books, "invoice", "receivable", current.given().at("invoice").decimal());
        ImmutableList<Field> uses = current.given().at("statements").elements();
        ImmutableList<String> order = uses.collect(ItemReaders::user)
                .toSortedListBy(s -> !s.equals(validated))
                .toImmutable();
        for (String statement : order) {
            Field use = uses.detect(u -> user(u).equals(statement));
            Matcher amount = USE.matcher(use.text());
            BigDecimal paid = amount.matches() ? new BigDecimal(amount.group(2)) : BigDecimal.ZERO;
            ItemId receipt = item(books, statement, "receivable", paid.negate());
            Outcome<Match> outcome = books.services()
                    .matching()
                    .match(
                            CaseBooks.request("match-" + statement, DAY, Lists.immutable.of(invoice, receipt))
                                    .build(),
                            books.matchingPolicy().build(),
                            KitBooks.CLERK);
            Field expected = current.expect().at(statement);
            boolean holds = switch (expected.text()) {
                case "settles the invoice" ->
                    outcome.isAccepted() && !books.open(invoice).open();
                case "its link to the invoice is removed" ->
                    outcome.refusal().isPresent() && books.openAmount(receipt).compareTo(paid.negate()) == 0;
                default -> throw new UnsupportedCaseException(expected.text());
            };
            current.differences().holds(expected, holds);
        }
    }

    private static String user(Field use) {
        Matcher matcher = USE.matcher(use.text());
        if (!matcher.matches()) {
            throw new UnsupportedCaseException(use.text());
        }
        return matcher.group(1);
    }
}
