package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.terms.Instalment;
import dev.erpkit.accounting.terms.PaymentSchedule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Instalments of an invoice that payments and credit notes settle, the oldest due first. */
final class InstalmentReader {
    private static final Pattern PAY = Pattern.compile("pay (\\d+(?:\\.\\d+)?)");
    private static final Pattern CREDIT = Pattern.compile("credit (\\d+(?:\\.\\d+)?) against the invoice");

    private final Case current;
    private final CaseBooks books;
    private final MutableList<ItemId> instalments = Lists.mutable.empty();
    private final MutableList<MutableList<BigDecimal[]>> after = Lists.mutable.empty();
    private int documents;

    private InstalmentReader(Case current) {
        this.current = current;
        this.books = new CaseBooks(new CaseCurrencies(current, "USD").base());
    }

    static void run(Case current) {
        current.requireGiven("invoice", "schedule");
        new InstalmentReader(current).run();
    }

    private void run() {
        BigDecimal total = current.given().at("invoice").decimal();
        ImmutableList<Field> rows = current.given().at("schedule").elements();
        rows.forEach(row -> row.requireNames(row.has("amount") ? "amount" : "share", "due"));
        BigDecimal sum = rows.collect(
                        row -> row.at(row.has("amount") ? "amount" : "share").decimal())
                .injectInto(BigDecimal.ZERO, BigDecimal::add);
        boolean shares = rows.allSatisfy(row -> row.has("share"));
        boolean hundred = shares && sum.compareTo(BigDecimal.valueOf(100)) == 0;
        if (!hundred && (shares || sum.compareTo(total) != 0)) {
            throw new UnsupportedCaseException("shares of another whole");
        }
        PaymentSchedule schedule = TermLines.exact(
                        current.given(), current.given().at("schedule"), books.base())
                .schedule(CaseBooks.DAY, CaseCurrencies.amount(total, books.base()), RuleTexts.CALENDAR)
                .orElseThrow();
        for (Instalment instalment : schedule.instalments()) {
            instalments.add(books.item(
                    "instalment-" + instalments.size(),
                    "receivable",
                    instalment.due(),
                    instalment.amount(),
                    Amounts.decimal(instalment.amount())));
        }
        current.when().forEach(this::step);
        check();
    }

    private void step(String text) {
        Matcher pay = PAY.matcher(text);
        Matcher credit = CREDIT.matcher(text);
        if (pay.matches()) {
            settle("payment", new BigDecimal(pay.group(1)));
        } else if (credit.matches()) {
            settle("credit", new BigDecimal(credit.group(1)));
        } else {
            throw new UnsupportedCaseException("step: " + text);
        }
        after.add(instalments.collect(this::row));
    }

    private void settle(String kind, BigDecimal amount) {
        ItemId document = books.item(
                kind + "-" + documents++,
                "receivable",
                CaseBooks.DAY.plusDays(400),
                CaseCurrencies.amount(amount.negate(), books.base()),
                amount.negate());
        MatchRequest.Builder request = CaseBooks.request(
                kind + "-" + documents,
                CaseBooks.DAY.plusDays(400),
                instalments.select(i -> books.open(i).open()).with(document));
        books.services()
                .matching()
                .match(request.build(), books.matchingPolicy().build(), KitBooks.CLERK)
                .orElseThrow();
    }

    /** Invoiced, paid, credited, open. */
    private BigDecimal[] row(ItemId item) {
        ItemHistory history = books.services().harness().openItems().find(item).orElseThrow();
        return new BigDecimal[] {
            CaseCurrencies.decimal(history.item().amountMinor(), books.base()),
            consumed(history, "payment"),
            consumed(history, "credit"),
            books.openAmount(item)
        };
    }

    private BigDecimal consumed(ItemHistory history, String kind) {
        long minor = history.consumptions()
                .select(c -> c.match().value().startsWith(kind))
                .sumOfLong(Consumption::amountMinor);
        return CaseCurrencies.decimal(minor, books.base());
    }

    private void check() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "rows" -> rows(expected, after.getLast());
                case "after_payment" -> rows(expected, after.get(0));
                case "after_credit_note" ->
                    rows(expected, after.get(current.when().size() - 1));
                case "open" ->
                    current.differences()
                            .number(
                                    expected,
                                    instalments
                                            .collect(books::openAmount)
                                            .reduce(BigDecimal::add)
                                            .orElseThrow());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** Rows that were settled before may be left out: those listed are the last ones. */
    private void rows(Field expected, MutableList<BigDecimal[]> actual) {
        ImmutableList<Field> rows = expected.elements();
        int skipped = actual.size() - rows.size();
        current.differences()
                .same(expected, true, skipped >= 0 && actual.take(skipped).allSatisfy(r -> r[3].signum() == 0));
        for (int i = 0; i < rows.size() && skipped >= 0; i++) {
            BigDecimal[] row = actual.get(skipped + i);
            for (String column : rows.get(i).names()) {
                int index = Lists.immutable
                        .of("invoiced", "paid", "credited", "open")
                        .indexOf(column);
                if (index < 0) {
                    throw new UnsupportedCaseException(rows.get(i).path() + "." + column);
                }
                current.differences().number(rows.get(i).at(column), row[index]);
            }
        }
    }
}
