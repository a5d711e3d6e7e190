package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.terms.CashDiscount;
import dev.erpkit.accounting.terms.DiscountBasis;
import dev.erpkit.accounting.terms.DiscountDecision;
import dev.erpkit.accounting.terms.DiscountPart;
import dev.erpkit.accounting.terms.DiscountTax;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;

/** Invoices in a foreign currency that are settled with a discount at another rate. */
final class ForeignDiscountReader {
    private ForeignDiscountReader() {}

    /** An invoice in a foreign currency that is settled with a discount at another rate. */
    static void run(Case current) {
        Field given = current.given();
        Field percent = TermReaders.any(given, DiscountReaders.PERCENT)
                .orElseThrow(() -> new UnsupportedCaseException("no discount"));
        Field received = TermReaders.any(given, Lists.immutable.of("bank_received_base", "received_base", "bank_base"))
                .orElseThrow(() -> new UnsupportedCaseException("no payment in base"));
        Field invoice = given.at("invoice");
        String foreign = invoice.names().detect(name -> name.matches("[A-Z]{3}"));
        if (foreign == null || given.names().size() != 3) {
            throw new UnsupportedCaseException("no foreign invoice");
        }
        invoice.requireNames(foreign, "rate");
        CaseCurrencies currencies = new CaseCurrencies(current, "base");
        CaseBooks books = new CaseBooks(currencies.base());
        CurrencyUnit currency = currencies.of(foreign);
        MonetaryAmount total = CaseCurrencies.amount(invoice.at(foreign).decimal(), currency);
        BigDecimal worth =
                invoice.at(foreign).decimal().multiply(invoice.at("rate").decimal());
        CashDiscount discount = CashDiscount.parse(percent.decimal().toPlainString() + "% +10d", DiscountTax.EXCLUDED);
        DiscountBasis basis = new DiscountBasis(Lists.immutable.of(DiscountPart.net("", total)));
        MonetaryAmount paid = discount.payable(basis, CaseBooks.DAY, CaseBooks.DAY, RuleTexts.CALENDAR);
        DiscountDecision decision =
                discount.decide(basis, CaseBooks.DAY, Lists.immutable.empty(), CaseBooks.DAY, paid, RuleTexts.CALENDAR);
        ItemId item = books.item("invoice", "receivable", CaseBooks.DAY, total, worth);
        ItemId payment = books.item(
                "payment",
                "receivable",
                CaseBooks.DAY,
                Amounts.negate(paid),
                received.decimal().negate());
        books.account("discount");
        MatchRequest.Builder request = CaseBooks.request("settle", CaseBooks.DAY, Lists.immutable.of(item, payment));
        for (Allowance allowance : decision.allowances(item, part -> AccountId.of("discount"))) {
            request.allow(allowance);
        }
        books.services()
                .matching()
                .match(request.build(), books.matchingPolicy().build(), KitBooks.CLERK)
                .map(Match::id)
                .orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "open_after", "open" -> current.differences().number(expected, books.openAmount(item));
                case "postings" -> settled(current, expected, books, received.decimal());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** The bank stands where the receipt cleared; receivables as far as payment and match moved them. */
    private static void settled(Case current, Field list, CaseBooks books, BigDecimal received) {
        BigDecimal rest = BigDecimal.ZERO;
        for (Field row : list.elements()) {
            row.requireNames("account", "amount");
            String account = row.at("account").text();
            BigDecimal actual = switch (account) {
                case "bank" -> received;
                case "receivable" -> books.base("receivable", CaseBooks.DAY).subtract(invoiced(books));
                default -> books.base(account, CaseBooks.DAY);
            };
            current.differences().number(row.at("amount"), actual);
            rest = rest.add(actual);
        }
        current.differences().same(list, 0, rest.signum());
    }

    private static BigDecimal invoiced(CaseBooks books) {
        return CaseCurrencies.decimal(
                books.services()
                        .harness()
                        .openItems()
                        .find(ItemId.of("invoice", 0))
                        .orElseThrow()
                        .item()
                        .baseMinor(),
                books.base());
    }
}
