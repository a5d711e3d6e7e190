package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** An invoice and its payment in two books of one business: one earns with the invoice, the other with the payment. */
final class TwoViewsReader {
    private static final BookId ACCRUAL = BookId.MAIN;
    private static final BookId CASH = BookId.of("cash");
    private static final Pattern VIEW = Pattern.compile("(accrual|cash)_(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern STEP =
            Pattern.compile("(accrual|cash basis): \\S+ to \\d{4}-\\d{2}-\\d{2}|both at month end");

    private TwoViewsReader() {}

    static void run(Case current) {
        current.requireGiven("invoice", "payment");
        if (!current.when().allSatisfy(step -> STEP.matcher(step).matches())) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        Field invoice = current.given().at("invoice");
        Field payment = current.given().at("payment");
        invoice.requireNames("date", "amount");
        payment.requireNames("date", "amount");
        CaseBooks books = new CaseBooks(new CaseCurrencies(current, "USD").base(), CASH);
        BigDecimal invoiced = invoice.at("amount").decimal();
        BigDecimal paid = payment.at("amount").decimal();
        post(
                books,
                ACCRUAL,
                "invoice",
                invoice.at("date").date(),
                books.line("receivable", invoiced),
                books.line("revenue", invoiced.negate()));
        post(
                books,
                ACCRUAL,
                "payment",
                payment.at("date").date(),
                books.line("checking", paid),
                books.line("receivable", paid.negate()));
        post(
                books,
                CASH,
                "payment-cash",
                payment.at("date").date(),
                books.line("checking", paid),
                books.line("revenue", paid.negate()));
        for (String name : current.expect().names()) {
            Matcher view = VIEW.matcher(name);
            LocalDate paidOn = payment.at("date").date();
            if (view.matches()) {
                BookId book = view.group(1).equals("cash") ? CASH : ACCRUAL;
                check(current, books, name, Lists.immutable.of(book), LocalDate.parse(view.group(2)));
            } else if (name.equals("month_end")) {
                check(
                        current,
                        books,
                        name,
                        Lists.immutable.of(ACCRUAL, CASH),
                        paidOn.withDayOfMonth(paidOn.lengthOfMonth()));
            } else {
                throw new UnsupportedCaseException(name);
            }
        }
    }

    private static void post(CaseBooks books, BookId book, String id, LocalDate date, JournalLine... lines) {
        books.post(JournalEntry.builder()
                .from(books.entry(id, date, Lists.immutable.of(lines)))
                .book(book)
                .build());
    }

    private static void check(Case current, CaseBooks books, String name, ImmutableList<BookId> both, LocalDate day) {
        Field expected = current.expect().at(name);
        for (String account : expected.names()) {
            both.forEach(book -> current.differences().number(expected.at(account), books.base(book, account, day)));
        }
    }
}
