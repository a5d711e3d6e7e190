package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.terms.DateRule;
import dev.erpkit.accounting.terms.Instalment;
import dev.erpkit.accounting.terms.PaymentSchedule;
import dev.erpkit.accounting.terms.PaymentTerms;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Payment terms: on which days rules fall, and into which instalments totals are split. */
final class TermReaders {
    private static final ImmutableList<String> TOTAL = Lists.immutable.of(
            "total", "amount", "invoice", "invoice_total", "total_amount", "amount_total", "total_foreign", "foreign");
    private static final ImmutableList<String> BASE =
            Lists.immutable.of("base", "total_base", "base_amount", "base_total", "company_amount", "amount_base");
    private static final ImmutableList<String> DATE =
            Lists.immutable.of("date", "invoice_date", "document_date", "from", "start");
    private static final ImmutableList<String> LINES =
            Lists.immutable.of("lines", "terms", "term_lines", "term", "schedule", "instalments", "shares");
    private static final ImmutableList<String> CHOICES = Lists.immutable.of(
            "currency",
            "base_currency",
            "policy",
            "remainder",
            "remainder_rule",
            "cash_rounding",
            "cash_unit",
            "rounding_unit",
            "unit",
            "mode",
            "method");
    private static final ImmutableList<String> ROW_DATE =
            Lists.immutable.of("date", "due", "due_date", "date_maturity", "maturity_date");
    private static final ImmutableList<String> ROW_AMOUNT =
            Lists.immutable.of("amount", "foreign_amount", "foreign", "amount_currency", "instalment");
    private static final ImmutableList<String> ROW_BASE =
            Lists.immutable.of("base", "company_amount", "base_amount", "amount_base");

    private TermReaders() {}

    static Optional<Field> any(Field in, ImmutableList<String> names) {
        return names.detectOptional(in::has).map(in::at);
    }

    /** Requires that nothing is given that could change what the case means. */
    static void requireOnly(Field in, ImmutableList<String> known) {
        ImmutableList<String> unknown = in.names().reject(known::contains);
        if (unknown.notEmpty()) {
            throw new UnsupportedCaseException(in.path() + " has the fields " + unknown);
        }
    }

    /** Rules by name and days of documents: when each is due. */
    static void dueDates(Case current) {
        Field given = current.given();
        requireOnly(
                given,
                Lists.immutable
                        .of("rules", "rule", "terms", "term", "invoice_dates", "dates")
                        .newWithAll(DATE));
        ImmutableList<LocalDate> days = days(given);
        if (given.has("rules")) {
            Field rules = given.at("rules");
            rules.requireNames(current.expect().names().toArray(new String[0]));
            for (String name : current.expect().names()) {
                compare(current, current.expect().at(name), RuleTexts.of(rules.at(name)), days);
            }
            return;
        }
        Field rule = any(given, Lists.immutable.of("rule", "terms", "term"))
                .orElseThrow(() -> new UnsupportedCaseException("no rule"));
        Field expected = any(current.expect(), Lists.immutable.of("due", "due_date", "due_dates", "dates"))
                .orElseThrow(() -> new UnsupportedCaseException("no due dates"));
        compare(current, expected, RuleTexts.of(rule), days);
    }

    private static ImmutableList<LocalDate> days(Field given) {
        Field field = any(given, Lists.immutable.of("invoice_dates", "dates").newWithAll(DATE))
                .orElseThrow(() -> new UnsupportedCaseException("no document dates"));
        return field.isList() ? field.elements().collect(Field::date) : Lists.immutable.of(field.date());
    }

    private static void compare(Case current, Field expected, DateRule rule, ImmutableList<LocalDate> days) {
        ImmutableList<LocalDate> wanted =
                expected.isList() ? expected.elements().collect(Field::date) : Lists.immutable.of(expected.date());
        current.differences().same(expected, wanted, days.collect(day -> rule.due(day, RuleTexts.CALENDAR)));
    }

    /** A total and the lines of terms: the instalments. */
    static void instalments(Case current) {
        Field given = current.given();
        requireOnly(
                given, TOTAL.newWithAll(BASE).newWithAll(DATE).newWithAll(LINES).newWithAll(CHOICES));
        Field total = any(given, TOTAL).orElseThrow(() -> new UnsupportedCaseException("no total"));
        Field lines = any(given, LINES).orElseThrow(() -> new UnsupportedCaseException("no lines of terms"));
        CaseCurrencies currencies = new CaseCurrencies(
                current, given.find("base_currency").map(Field::text).orElse("USD"));
        String currency = given.find("currency").map(Field::text).orElse("USD");
        BigDecimal number = CaseAmount.of(total).number();
        Optional<BigDecimal> base =
                any(given, BASE).map(field -> CaseAmount.of(field).number());
        LocalDate day = any(given, DATE).map(Field::date).orElse(CaseBooks.DAY);
        Outcome<PaymentSchedule> outcome;
        try {
            PaymentTerms terms = TermLines.read(given, lines, currencies.of(currency));
            outcome = terms.schedule(
                    day,
                    CaseCurrencies.amount(number, currencies.of(currency)),
                    base.map(b -> CaseCurrencies.amount(b, currencies.base()))
                            .orElse(CaseCurrencies.amount(number, currencies.of(currency))),
                    RuleTexts.CALENDAR);
        } catch (InvalidValueException noTerms) {
            refused(current, String.valueOf(noTerms.getMessage()));
            return;
        }
        if (outcome.refusal().isPresent()) {
            refused(current, outcome.refusal().get().message());
        } else {
            check(current, current.expect(), outcome.orElseThrow(), day);
        }
    }

    /** Only what says that terms are refused is fulfilled by a refusal. */
    private static void refused(Case current, String message) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (!name.matches("refused|error|invalid|rejected|valid|accepted|outcome|result")) {
                throw new UnsupportedCaseException(message);
            }
            boolean good = name.matches("valid|accepted");
            current.differences()
                    .holds(
                            expected,
                            good
                                    ? expected.text().equals("false")
                                    : !expected.text().matches("false|ok"));
        }
    }

    private static void check(Case current, Field expect, PaymentSchedule schedule, LocalDate day) {
        if (expect.names().allSatisfy(name -> name.matches(".*(sum|total).*"))) {
            throw new UnsupportedCaseException("nothing is expected of the instalments");
        }
        for (String name : expect.names()) {
            Field expected = expect.at(name);
            switch (name) {
                case "instalments", "installments", "lines", "terms", "schedule", "parts", "rows", "amounts", "due" ->
                    rows(current, expected, schedule);
                case "dates", "due_dates" ->
                    current.differences()
                            .same(
                                    expected,
                                    expected.elements().collect(Field::date),
                                    schedule.instalments().collect(Instalment::due));
                case "bases", "base_amounts" -> numbers(current, expected, schedule, ROW_BASE);
                case "sum", "total", "total_amount" ->
                    current.differences().number(expected, Amounts.decimal(schedule.total()));
                case "base_sum", "base_total", "total_base" ->
                    current.differences().number(expected, Amounts.decimal(schedule.base()));
                case "valid", "accepted" -> current.differences().holds(expected, expected.truth());
                case "refused", "invalid", "rejected" -> current.differences().holds(expected, !expected.truth());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
        current.differences().same(expect, true, !schedule.document().isAfter(day));
    }

    /** As many rows as lines, or only those that ask for something; a total of zero is one row on the day of the document. */
    private static void rows(Case current, Field expected, PaymentSchedule schedule) {
        ImmutableList<Field> rows = expected.elements();
        ImmutableList<Instalment> actual = schedule.instalments();
        if (rows.size() != actual.size()) {
            actual = schedule.owed();
        }
        if (actual.isEmpty() && rows.size() == 1) {
            actual = Lists.immutable.of(new Instalment(1, schedule.document(), schedule.total(), schedule.base()));
        }
        current.differences().same(expected, rows.size(), actual.size());
        for (int i = 0; i < Math.min(rows.size(), actual.size()); i++) {
            row(current, rows.get(i), actual.get(i), schedule.document());
        }
    }

    private static void row(Case current, Field row, Instalment actual, LocalDate document) {
        if (!row.isObject() && !row.isList()) {
            current.differences().number(row, Amounts.decimal(actual.amount()));
            return;
        }
        if (row.isList()) {
            for (Field cell : row.elements()) {
                if (cell.text().matches("\\d{4}-\\d\\d-\\d\\d")) {
                    current.differences().text(cell, actual.due());
                } else {
                    current.differences().number(cell, Amounts.decimal(actual.amount()));
                }
            }
            return;
        }
        for (String name : row.names()) {
            Field cell = row.at(name);
            if (ROW_DATE.contains(name) && cell.text().startsWith("+")) {
                current.differences().same(cell, RuleTexts.of(cell).due(document, RuleTexts.CALENDAR), actual.due());
            } else if (ROW_DATE.contains(name)) {
                current.differences().text(cell, actual.due());
            } else if (ROW_AMOUNT.contains(name)) {
                current.differences().number(cell, Amounts.decimal(actual.amount()));
            } else if (ROW_BASE.contains(name)) {
                current.differences().number(cell, Amounts.decimal(actual.base()));
            } else {
                throw new UnsupportedCaseException(cell.path());
            }
        }
    }

    private static void numbers(Case current, Field expected, PaymentSchedule schedule, ImmutableList<String> column) {
        ImmutableList<Field> rows = expected.elements();
        current.differences().same(expected, rows.size(), schedule.instalments().size());
        for (int i = 0; i < Math.min(rows.size(), schedule.instalments().size()); i++) {
            Instalment actual = schedule.instalments().get(i);
            current.differences()
                    .number(rows.get(i), Amounts.decimal(column.equals(ROW_BASE) ? actual.base() : actual.amount()));
        }
    }
}
