package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Payments on their way and back, differences that are written off, claims netted against debts. */
final class PaymentReaders {
    private static final Pattern DEBT = Pattern.compile("(bill|payable|purchase_invoice|vendor_bill)s?(_open|_total)?");
    private static final Pattern CLAIM = Pattern.compile("(invoice|receivable|sales_invoice)s?(_open|_total)?");
    private static final Pattern PAID = Pattern.compile("(payment|receipt|paid|received)s?(_amount)?");
    private static final Pattern LIMIT =
            Pattern.compile("(write_?off_)?(limit|tolerance|max|amount)(_amount)?|write_off_max");
    private static final Pattern PERCENT = Pattern.compile("(write_?off_)?(limit_|tolerance_)?(percent|percentage)");
    private static final Pattern FEE = Pattern.compile("(bank_|bounce_|return_)?(fee|charge)s?");

    private PaymentReaders() {}

    private static Optional<Field> one(Field given, Pattern name) {
        ImmutableList<String> found = given.names().select(n -> name.matcher(n).matches());
        if (found.size() > 1) {
            throw new UnsupportedCaseException("several " + found);
        }
        return found.getFirstOptional().map(given::at);
    }

    private static ImmutableList<BigDecimal> numbers(Optional<Field> field) {
        return field.map(f -> f.isList() ? f.elements().collect(Field::decimal) : Lists.immutable.of(f.decimal()))
                .orElseGet(Lists.immutable::empty)
                .collect(BigDecimal::abs);
    }

    private static CaseBooks books(Case current) {
        return new CaseBooks(new CaseCurrencies(
                        current,
                        current.given().find("currency").map(Field::text).orElse("USD"))
                .base());
    }

    private static void onlyGiven(Field given, Pattern... known) {
        for (String name : given.names()) {
            boolean is = name.equals("currency");
            for (Pattern pattern : known) {
                is |= pattern.matcher(name).matches();
            }
            if (!is) {
                throw new UnsupportedCaseException("given " + name);
            }
        }
    }

    /** A payment is recorded, booked by the bank, and comes back, step by step. */
    static void clearing(Case current) {
        Field given = current.given();
        onlyGiven(given, DEBT, CLAIM, PAID, FEE);
        boolean bill = one(given, DEBT).isPresent();
        ImmutableList<BigDecimal> documents = numbers(bill ? one(given, DEBT) : one(given, CLAIM));
        ImmutableList<BigDecimal> paid = numbers(one(given, PAID));
        BigDecimal fee = numbers(one(given, FEE)).getFirstOptional().orElse(BigDecimal.ZERO);
        if (documents.size() != 1
                || paid.size() > 1
                || (bill && one(given, CLAIM).isPresent())) {
            throw new UnsupportedCaseException("no document with one payment");
        }
        CaseBooks books = books(current);
        CasePayments payments = new CasePayments(books);
        ItemId document = payments.document("document", bill, documents.getOnly());
        BigDecimal amount = paid.getFirstOptional().orElse(documents.getOnly());
        BigDecimal sign = BigDecimal.valueOf(bill ? -1 : 1);
        MutableList<String> done = Lists.mutable.empty();
        boolean alive = false;
        int number = 0;
        for (String step : current.when()) {
            String words = step.toLowerCase(Locale.ROOT);
            Outcome<?> outcome;
            if (words.matches(".*\\b(fail|bounce|return|reject|refuse|reimburse|charge ?back)\\w*.*")) {
                outcome = payments.fail("p" + number, fee);
                done.add("fail");
                alive = false;
            } else if (words.matches(".*\\b(bank|statement|clear|reconcile)\\w*.*") && alive) {
                outcome = payments.clear("p" + number, amount.multiply(sign), BigDecimal.ZERO);
                done.add("clear");
            } else if (words.matches(".*\\b(pay|paid|succeed|process|record|submit|register|receive)\\w*.*")
                    && !alive) {
                number++;
                outcome = payments.record(
                        "p" + number,
                        bill,
                        amount,
                        Allocation.to(document),
                        payments.policy().build());
                done.add("pay");
                alive = true;
            } else {
                throw new UnsupportedCaseException("step " + step);
            }
            outcome.orElseThrow();
            checkAfter(current, books, payments, document, done, number);
        }
        if (done.noneSatisfy(s -> !s.equals("pay"))) {
            throw new UnsupportedCaseException("nothing but a payment");
        }
        for (String name : current.expect().names().reject(n -> n.startsWith("after_") || n.equals("steps"))) {
            check(current, current.expect().at(name), name, books, payments, document, number);
        }
    }

    private static void checkAfter(
            Case current,
            CaseBooks books,
            CasePayments payments,
            ItemId document,
            MutableList<String> done,
            int number) {
        Optional<Field> expected =
                current.expect().names().detectOptional(n -> after(n, done)).map(current.expect()::at);
        Optional<Field> listed =
                current.expect().find("steps").map(f -> f.elements().get(done.size() - 1));
        expected.ifPresent(each -> checkAll(current, each, books, payments, document, number));
        listed.ifPresent(each -> checkAll(current, each, books, payments, document, number));
    }

    private static void checkAll(
            Case current, Field each, CaseBooks books, CasePayments payments, ItemId document, int number) {
        for (String name : each.names()) {
            check(current, each.at(name), name, books, payments, document, number);
        }
    }

    /** Whether an expectation is about the state after the newest step, which is the first of its kind. */
    private static boolean after(String name, MutableList<String> done) {
        String last = done.getLast();
        String word = switch (last) {
            case "pay" -> "after_(pay|payment|success|succeed|processing|process|record|receipt|submit)\\w*";
            case "clear" -> "after_(clear|clearing|bank|statement)\\w*";
            default -> "after_(fail|failure|bounce|return|reject)\\w*";
        };
        return name.matches(word) && done.count(last::equals) == 1;
    }

    private static void check(
            Case current,
            Field expected,
            String name,
            CaseBooks books,
            CasePayments payments,
            ItemId document,
            int number) {
        switch (name) {
            case "payable", "receivable", "payable_balance", "receivable_balance" ->
                current.differences().number(expected, books.base(name.replace("_balance", ""), CasePayments.DAY));
            case "clearing",
                    "bank_clearing",
                    "in_transit",
                    "outstanding",
                    "clearing_balance",
                    "bank_clearing_balance" ->
                current.differences().number(expected, books.base("bank-in-transit", CasePayments.DAY));
            case "bank", "cash", "bank_balance" ->
                current.differences().number(expected, books.base("bank", CasePayments.DAY));
            case "fee", "fees", "bank_fee", "charge" ->
                current.differences().number(expected, books.base("fee-expense", CasePayments.DAY));
            case "open", "invoice_open", "bill_open", "residual", "open_amount" ->
                current.differences()
                        .number(expected, books.openAmount(document).abs());
            case "state", "payment_state", "status" -> {
                String state = switch (payments.service()
                        .find(PaymentId.of("p" + number))
                        .orElseThrow()
                        .status()) {
                    case IN_TRANSIT -> "in.transit|in.process|processing|succeeded|outstanding";
                    case CLEARED -> "cleared|paid|reconciled|succeeded";
                    case FAILED -> "failed|bounced|returned|rejected";
                };
                current.differences().holds(expected, expected.text().matches(state));
            }
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    /** Payments differ from a document by no more than a limit, or by more. */
    static void writeOffs(Case current) {
        Field given = current.given();
        onlyGiven(given, DEBT, CLAIM, PAID, LIMIT, PERCENT);
        boolean bill = one(given, DEBT).isPresent();
        ImmutableList<BigDecimal> documents = numbers(bill ? one(given, DEBT) : one(given, CLAIM));
        ImmutableList<BigDecimal> paid = numbers(one(given, PAID));
        Optional<Field> limit = one(given, LIMIT);
        Optional<Field> percent = one(given, PERCENT);
        if (documents.size() != 1 || paid.isEmpty() || (limit.isEmpty() && percent.isEmpty())) {
            throw new UnsupportedCaseException("no document with payments and a limit");
        }
        current.onlyStep("(?i)\\b(pay|allocate|receive|register|match|reconcile|apply)\\w*\\b");
        CaseBooks books = books(current);
        CasePayments payments = new CasePayments(books);
        ItemId document = payments.document("document", bill, documents.getOnly());
        PaymentPolicy policy = payments.writingOff(limit.map(Field::decimal), percent.map(Field::decimal));
        BigDecimal left = BigDecimal.ZERO;
        for (int i = 0; i < paid.size(); i++) {
            payments.record("p" + i, bill, paid.get(i), Allocation.oldestFirst(), policy)
                    .orElseThrow();
            left = left.add(payments.left("p" + i));
        }
        BigDecimal written = books.base("loss", CasePayments.DAY).add(books.base("gain", CasePayments.DAY));
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "open", "invoice_open", "bill_open", "residual" ->
                    current.differences()
                            .number(expected, books.openAmount(document).abs());
                case "payment_open", "unapplied", "overpayment", "payment_left", "on_account", "advance" ->
                    current.differences().number(expected, left);
                case "written_off", "write_off" ->
                    current.differences().number(expected, expected.decimal().signum() < 0 ? written : written.abs());
                case "state", "invoice_state", "bill_state" ->
                    current.differences().text(expected, books.open(document).open() ? "open" : "paid");
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** What a party owes us is set off against what we owe it. */
    static void netting(Case current) {
        Field given = current.given();
        onlyGiven(given, DEBT, CLAIM);
        ImmutableList<BigDecimal> claims = numbers(one(given, CLAIM));
        ImmutableList<BigDecimal> debts = numbers(one(given, DEBT));
        if (claims.isEmpty() || debts.isEmpty()) {
            throw new UnsupportedCaseException("no claims and debts");
        }
        current.onlyStep("(?i)\\b(net|netting|offset|set off|set-off|compensate|compensation)\\b");
        CaseBooks books = books(current);
        CasePayments payments = new CasePayments(books);
        ImmutableList<ItemId> invoices =
                claims.collectWithIndex((amount, i) -> payments.document("claim-" + i, false, amount));
        ImmutableList<ItemId> bills =
                debts.collectWithIndex((amount, i) -> payments.document("debt-" + i, true, amount));
        Match match = payments.netting()
                .net(
                        MatchId.of("net"),
                        PartyId.of(CasePayments.PARTY),
                        books.base(),
                        CasePayments.DAY,
                        payments.anyKind(),
                        KitBooks.CLERK)
                .orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "receivable", "receivable_open", "invoice_open", "invoices_open" ->
                    open(current, expected, books, invoices);
                case "payable", "payable_open", "bill_open", "bills_open" -> open(current, expected, books, bills);
                case "netted", "offset", "compensated" ->
                    current.differences()
                            .number(
                                    expected,
                                    CaseCurrencies.decimal(
                                            match.parts().sumOfLong(part -> Math.max(0, part.amountMinor())),
                                            books.base()));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static void open(Case current, Field expected, CaseBooks books, ImmutableList<ItemId> items) {
        if (expected.isList()) {
            expected.elements()
                    .forEachWithIndex((field, i) -> current.differences()
                            .number(field, books.openAmount(items.get(i)).abs()));
            return;
        }
        BigDecimal sum = items.collect(books::openAmount).injectInto(BigDecimal.ZERO, BigDecimal::add);
        current.differences().number(expected, expected.decimal().signum() < 0 ? sum : sum.abs());
    }
}
