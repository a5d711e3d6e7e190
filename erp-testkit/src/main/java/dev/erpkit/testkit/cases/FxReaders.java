package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.ForeignBalance;
import dev.erpkit.accounting.currency.ForeignBalances;
import dev.erpkit.accounting.currency.ForeignTransfer;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Realised exchange differences: matches and transfers. */
final class FxReaders {
    private static final RoundingPolicy HALF_EVEN = RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN);

    private FxReaders() {}

    /** Two lines with base and amount, each in its own currency, matched as far as they go. */
    static void pairMatching(Case current) {
        PairMatching.run(current);
    }

    /** An invoice in a foreign currency, paid in whole or in part at the rate of another day. */
    static void paymentAtOtherRate(Case current) {
        Field given = current.given();
        String rateName = given.names().detect(CaseRates::names);
        if (rateName == null || !given.has("invoice") || !given.has("base")) {
            throw new UnsupportedCaseException("no invoice with rates");
        }
        current.requireGiven("invoice", rateName, "base");
        String foreignName = given.at("invoice").names().getOnly();
        CaseCurrencies currencies = new CaseCurrencies(current, given.at("base").text());
        CurrencyUnit foreign = currencies.of(foreignName);
        CaseBooks books = new CaseBooks(currencies.base());
        LocalDate paid = CaseBooks.DAY.plusDays(10);
        CaseRates rates = CaseRates.of(rateName);
        Field days = given.at(rateName);
        days.requireNames("invoice_day", "payment_day");
        books.services()
                .harness()
                .record(rates.rate(currencies, days.at("invoice_day").decimal(), RateType.SPOT, CaseBooks.DAY));
        books.services()
                .harness()
                .record(rates.rate(currencies, days.at("payment_day").decimal(), RateType.SPOT, paid));
        MonetaryAmount invoiced =
                CaseCurrencies.amount(given.at("invoice").at(foreignName).decimal(), foreign);
        CaseAmount payment = CaseAmount.parse(
                current.onlyStep("^pay .* on the payment day$").replaceAll("^pay (.*) on the payment day$", "$1"));
        MonetaryAmount received = currencies.amount(payment);
        MonetaryAmount invoicedBase = books.convert(invoiced, CaseBooks.DAY);
        MonetaryAmount receivedBase = books.convert(received, paid);
        ItemId invoice = books.item("invoice", "receivable", CaseBooks.DAY, invoiced, Amounts.decimal(invoicedBase));
        ItemId receipt = books.item(
                "payment",
                "receivable",
                paid,
                received.negate(),
                Amounts.decimal(receivedBase).negate());
        Match match = books.match("match", paid, invoice, receipt);
        Differences differences = current.differences();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "invoice_base" -> differences.number(expected, Amounts.decimal(invoicedBase));
                case "payment_base" -> differences.number(expected, Amounts.decimal(receivedBase));
                case "fx_loss" -> differences.number(expected, Amounts.decimal(match.difference()));
                case "fx_gain" ->
                    differences.number(
                            expected, Amounts.decimal(match.difference()).negate());
                case "open", "invoice_open" -> differences.number(expected, books.openAmount(invoice));
                case "open_base" -> differences.number(expected, books.openBase(invoice));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** Items of one currency with a base each, matched together. */
    static void itemsOfOneCurrency(Case current) {
        current.requireGiven("items");
        current.onlyStep("^(match|reconcile)( them| together| the items)?$");
        ImmutableList<Field> items = current.given().at("items").elements();
        String name = items.getFirst().names().reject("base"::equals).getOnly();
        CaseCurrencies currencies = new CaseCurrencies(current, "BASE");
        CaseBooks books = new CaseBooks(currencies.base());
        CurrencyUnit foreign = currencies.of(name);
        ImmutableList<ItemId> ids = items.collectWithIndex((item, i) -> {
            item.requireNames("base", name);
            return books.item(
                    "item-" + i,
                    "receivable",
                    CaseBooks.DAY,
                    CaseCurrencies.amount(item.at(name).decimal(), foreign),
                    item.at("base").decimal());
        });
        Match match = books.match("match", CaseBooks.DAY, ids.castToList().toArray(ItemId[]::new));
        long consumed = match.parts().sumOfLong(p -> Math.abs(p.amountMinor())) / 2;
        BigDecimal left = ids.collect(books::openAmount).reduce(BigDecimal::add).orElseThrow();
        BigDecimal leftBase =
                ids.collect(books::openBase).reduce(BigDecimal::add).orElseThrow();
        Field expect = current.expect();
        Differences differences = current.differences();
        for (String figure : expect.names().reject("rule"::equals)) {
            Field expected = expect.at(figure);
            if (figure.equals("matched_" + name)) {
                differences.number(expected, CaseCurrencies.decimal(consumed, foreign));
            } else if (figure.equals("left_" + name)) {
                differences.number(expected, left);
            } else if (figure.equals("left_base")) {
                differences.number(expected, leftBase);
            } else if (figure.matches("reconciled|fully_reconciled|closed")) {
                differences.same(
                        expected,
                        expected.truth(),
                        ids.noneSatisfy(id -> books.open(id).open()));
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
        if (expect.has("rule")) {
            closable(current, books, ids, CaseCurrencies.amount(left, foreign));
        }
    }

    /** What is left of an item without base can be closed by an item of the same kind, with no base on either side. */
    private static void closable(Case current, CaseBooks books, ImmutableList<ItemId> ids, MonetaryAmount left) {
        Field rule = current.expect().at("rule");
        if (!rule.text().contains("must still be closable")) {
            throw new UnsupportedCaseException(rule.text());
        }
        ItemId open = ids.detect(id -> books.open(id).open());
        ItemId rest = books.item("rest", "receivable", CaseBooks.DAY, left.negate(), BigDecimal.ZERO);
        books.match("close", CaseBooks.DAY, open, rest);
        current.differences()
                .holds(rule, !books.open(open).open() && !books.open(rest).open());
    }

    /** Foreign money leaves one account at the base it was carried at, base money arrives on another. */
    static void internalTransfer(Case current) {
        current.requireGiven("from", "received_base");
        current.onlyStep("^(internal )?transfer\\b.*$");
        Field from = current.given().at("from");
        String name = from.names().reject("carrying_rate"::equals).getOnly();
        from.requireNames(name, "carrying_rate");
        CaseCurrencies currencies = new CaseCurrencies(current, "BASE");
        CaseBooks books = new CaseBooks(currencies.base());
        CurrencyUnit foreign = currencies.of(name);
        String bank = "bank-" + name.toLowerCase(Locale.ROOT);
        MonetaryAmount held = CaseCurrencies.amount(from.at(name).decimal(), foreign);
        MonetaryAmount carried = CaseCurrencies.amount(
                from.at(name).decimal().multiply(from.at("carrying_rate").decimal()), books.base());
        books.post(
                "held",
                CaseBooks.DAY,
                Lists.immutable.of(
                        books.line(bank, held, carried, Dimensions.none()),
                        books.line("capital", held.negate(), carried.negate(), Dimensions.none())));
        ForeignBalance balance = ForeignBalances.of(
                        books.services().harness().journal(),
                        BookId.MAIN,
                        books.services().chart().find(AccountId.of(bank)).orElseThrow(),
                        CaseBooks.DAY,
                        Long.MAX_VALUE)
                .getOnly();
        MonetaryAmount received =
                CaseCurrencies.amount(current.given().at("received_base").decimal(), books.base());
        ImmutableList<JournalLine> lines = ForeignTransfer.lines(
                        balance, held, books.account("bank-base"), received, CaseBooks.exchangeAccounts(), HALF_EVEN)
                .orElseThrow();
        PostedEntry posted = books.services()
                .posting()
                .post(
                        JournalEntry.builder()
                                .id("transfer")
                                .date(CaseBooks.DAY)
                                .lines(lines)
                                .build(),
                        KitBooks.CLERK)
                .orElseThrow();
        current.expect().requireNames("postings");
        PostingLists.compareBase(current, current.expect().at("postings"), posted);
    }
}
