package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.Ageing;
import dev.erpkit.accounting.openitem.AgeingBasis;
import dev.erpkit.accounting.openitem.AgeingBuckets;
import dev.erpkit.accounting.openitem.AgeingRow;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.port.OpenItemQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.factory.primitive.IntLists;

/** Open items and payments, by age at the end of a day. */
final class AgeingReader {
    private static final Pattern RANGE = Pattern.compile(
            "(?:days?_)?(\\d+)\\s*(?:-|_to_|_)\\s*(\\d+)|(?:over_|>|above_)(\\d+)|(\\d+)\\+|current|not_due");

    private AgeingReader() {}

    static void run(Case current) {
        Alias given = new Alias(current.given());
        Field items = given.need("items", "invoices", "open_items");
        LocalDate day = given.any("as_of", "date", "report_date", "on")
                .map(Field::date)
                .or(() -> Alias.date(current))
                .orElseThrow(() -> new UnsupportedCaseException("no day"));
        ImmutableList<Integer> bounds = given.any("buckets", "ranges", "bounds", "ageing")
                .map(f -> f.elements().collect(b -> b.decimal().intValueExact()))
                .orElse(Lists.immutable.of(30, 60, 90));
        Optional<Field> payments = given.any("payments");
        boolean byDate = given.any("basis", "age_by")
                .map(f -> f.text().matches("(?i).*(posting|invoice|document).*"))
                .orElse(false);
        given.nothingElse();
        current.onlyStep("(?i)\\bage|\\bageing|\\baging|\\boverdue|\\breceivables?");
        CaseBooks books = new CaseBooks(new CaseCurrencies(current, "USD").base());
        ImmutableList<ItemId> ids = items.elements().collectWithIndex((field, i) -> item(books, "item-" + i, field));
        payments.ifPresent(
                list -> list.elements().forEachWithIndex((field, i) -> pay(books, "payment-" + i, field, ids)));
        boolean due = bounds.getFirst() != 0;
        ImmutableList<Integer> limits = due ? Lists.immutable.of(0).newWithAll(bounds) : bounds;
        ImmutableList<AgeingRow> rows = Ageing.of(
                books.services().harness().openItems(),
                OpenItemQuery.all(),
                day,
                new AgeingBuckets(IntLists.immutable.with(
                        limits.castToList().stream().mapToInt(Integer::intValue).toArray())),
                byDate ? AgeingBasis.DOCUMENT_DATE : AgeingBasis.DUE_DATE);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (expected.isObject()) {
                expected.names().forEach(n -> check(current, expected.at(n), n, rows, limits, books));
            } else {
                check(current, expected, name, rows, limits, books);
            }
        }
    }

    private static ItemId item(CaseBooks books, String id, Field field) {
        Alias names = new Alias(field);
        names.any("id", "invoice", "party").ifPresent(Field::text);
        BigDecimal amount = names.need("amount", "open", "total").decimal();
        LocalDate due = names.any("due", "due_date")
                .or(() -> names.any("date"))
                .orElseThrow()
                .date();
        LocalDate date = names.any("date", "posting_date").map(Field::date).orElse(due);
        names.nothingElse();
        JournalLine line = JournalLine.builder()
                .from(books.line("receivable", amount))
                .dueDate(due)
                .build();
        books.post(id, date, Lists.immutable.of(line, books.line("sales", amount.negate())));
        return ItemId.of(id, 0);
    }

    private static void pay(CaseBooks books, String id, Field field, ImmutableList<ItemId> items) {
        Alias names = new Alias(field);
        BigDecimal amount = names.need("amount", "paid").decimal();
        LocalDate date = names.need("date", "paid_on").date();
        names.nothingElse();
        books.post(id, date, Lists.immutable.of(books.line("receivable", amount.negate()), books.line("bank", amount)));
        ImmutableList<ItemId> open = items.select(i -> books.open(i).open()).newWith(ItemId.of(id, 0));
        books.match("match-" + id, date, open.castToList().toArray(ItemId[]::new));
    }

    private static void check(
            Case current,
            Field expected,
            String name,
            ImmutableList<AgeingRow> rows,
            ImmutableList<Integer> limits,
            CaseBooks books) {
        long minor = 0;
        if (name.matches("total|open|outstanding|sum")) {
            minor = rows.sumOfLong(row -> row.amounts().sum());
        } else {
            int bucket = bucket(name, limits);
            minor = rows.sumOfLong(row -> row.amounts().get(bucket));
            // an age from zero takes what is due this very day, and not yet due, with it
            if (name.matches("0\\D.*")) {
                minor += rows.sumOfLong(row -> row.amounts().get(0));
            }
        }
        current.differences().number(expected, CaseCurrencies.decimal(minor, books.base()));
    }

    private static int bucket(String name, ImmutableList<Integer> limits) {
        Matcher range = RANGE.matcher(name);
        if (!range.matches()) {
            throw new UnsupportedCaseException("bucket " + name);
        }
        if (name.matches("current|not_due")) {
            return 0;
        }
        if (range.group(2) != null && limits.contains(Integer.valueOf(range.group(2)))) {
            return limits.indexOf(Integer.valueOf(range.group(2)));
        }
        if (range.group(2) == null) {
            return limits.size();
        }
        throw new UnsupportedCaseException("bucket " + name);
    }
}
