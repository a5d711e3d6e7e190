package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A document, payments or credit notes of the same party and currency, and allowances: matched as far as they go. */
final class AllocationReader {
    private static final Pattern DOCUMENT = Pattern.compile("(invoice|bill)(_open|_total)?");
    private static final Pattern SETTLING = Pattern.compile("payments?|paid|receipts?|credit_(memo|note)s?");
    private static final Pattern ALLOWANCE = Pattern.compile("discount|write_off");
    private static final Pattern STEP = Pattern.compile(
            "(allocate|match|reconcile|pay|settle|offset)( (the )?(payments?|receipts?|invoice|bill|credit (memo|note)s?|them|it))?");

    private AllocationReader() {}

    static void run(Case current) {
        Field given = current.given();
        ImmutableList<String> documents =
                given.names().select(n -> DOCUMENT.matcher(n).matches());
        ImmutableList<String> settling =
                given.names().select(n -> SETTLING.matcher(n).matches());
        ImmutableList<String> allowances =
                given.names().select(n -> ALLOWANCE.matcher(n).matches());
        boolean whole = documents.size() + settling.size() + allowances.size()
                == given.names().reject("currency"::equals).size();
        if (documents.size() != 1 || settling.isEmpty() || !whole) {
            throw new UnsupportedCaseException("no document with payments");
        }
        current.onlyStep("^" + STEP.pattern() + "$");
        CaseBooks books = new CaseBooks(new CaseCurrencies(
                        current, given.find("currency").map(Field::text).orElse("USD"))
                .base());
        BigDecimal open = given.at(documents.getOnly()).decimal();
        boolean bill = documents.getOnly().startsWith("bill") || open.signum() < 0;
        BigDecimal sign = BigDecimal.valueOf(bill ? -1 : 1);
        String control = bill ? "payable" : "receivable";
        ItemId document = item(books, "document", control, open.abs().multiply(sign));
        MutableList<ItemId> payments = Lists.mutable.empty();
        for (String name : settling) {
            Field field = given.at(name);
            for (Field one : field.isList() ? field.elements() : Lists.immutable.of(field)) {
                BigDecimal amount = one.decimal().abs().multiply(sign).negate();
                payments.add(item(books, "payment-" + payments.size(), control, amount));
            }
        }
        MatchRequest.Builder request = CaseBooks.request(
                "match", CaseBooks.DAY, Lists.mutable.of(document).withAll(payments));
        for (String name : allowances) {
            books.account(name);
            BigDecimal allowed = given.at(name).decimal().abs();
            request.allow(Allowance.of(document, CaseCurrencies.amount(allowed, books.base()), name));
        }
        books.services()
                .matching()
                .match(request.build(), books.matchingPolicy().build(), KitBooks.CLERK)
                .orElseThrow();
        check(current, books, document, payments.toImmutable(), open.signum() < 0);
    }

    private static ItemId item(CaseBooks books, String id, String control, BigDecimal amount) {
        return books.item(id, control, CaseBooks.DAY, CaseCurrencies.amount(amount, books.base()), amount);
    }

    private static void check(
            Case current, CaseBooks books, ItemId document, ImmutableList<ItemId> payments, boolean signed) {
        BigDecimal left = payments.collect(books::openAmount).injectInto(BigDecimal.ZERO, BigDecimal::add);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "open", "invoice_open", "bill_open", "residual" -> {
                    BigDecimal open = books.openAmount(document);
                    current.differences().number(expected, signed ? open : open.abs());
                }
                case "payment_open", "unapplied", "overpayment", "payment_left" ->
                    current.differences().number(expected, left.abs());
                case "invoice_state", "bill_state", "state" ->
                    current.differences().text(expected, books.open(document).open() ? "open" : "paid");
                case "settled", "fully_reconciled", "fully_paid" ->
                    current.differences()
                            .holds(
                                    expected,
                                    expected.truth() != books.open(document).open());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }
}
