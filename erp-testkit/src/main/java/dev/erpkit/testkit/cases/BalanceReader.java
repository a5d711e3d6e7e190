package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.DimensionFilter;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.core.posting.Dimensions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** Entries, and the balances and turnovers they give by account, currency and dimension. */
final class BalanceReader {
    private static final String AXIS = "dimension";
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
    private static final Pattern OF_DIMENSION = Pattern.compile("balance of (\\S+) without dates");
    private static final Pattern SPAN = Pattern.compile("all|(from|to)_(period_start|period_end)");
    private static final Pattern NEXT_FOREIGN = Pattern.compile("next_year_(.+)_foreign");

    private final Case current;
    private final CaseCurrencies currencies;
    private final CaseBooks books;

    private BalanceReader(Case current, String base) {
        this.current = current;
        this.currencies = new CaseCurrencies(current, base);
        this.books = new CaseBooks(currencies.base());
    }

    static void run(Case current) {
        if (!current.given().has("entries") || current.given().names().anySatisfy(n -> !n.matches("base|entries"))) {
            throw new UnsupportedCaseException("no entries alone");
        }
        BalanceReader reader = new BalanceReader(
                current, current.given().find("base").map(Field::text).orElse("BASE"));
        reader.post(current.given().at("entries").elements());
        Matcher dimension = OF_DIMENSION.matcher(
                current.when().isEmpty() ? "" : current.when().getFirst());
        if (dimension.matches()) {
            reader.checkDimension(dimension.group(1));
        } else {
            reader.checkYears();
        }
    }

    private void post(ImmutableList<Field> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Field entry = entries.get(i);
            Field postings = entry.isList() ? entry : entry.at("postings");
            if (entry.isObject()) {
                entry.requireNames("date", "postings");
            }
            LocalDate date = entry.isList() ? CaseBooks.DAY : day(entry.at("date"));
            books.post("entry-" + i, date, postings.elements().collect(this::line));
        }
    }

    private JournalLine line(Field posting) {
        if (posting.names().anySatisfy(n -> !n.matches("account|amount|foreign|dimension|party"))) {
            throw new UnsupportedCaseException(posting.path() + " has the fields " + posting.names());
        }
        posting.find("party").ifPresent(Field::text);
        MonetaryAmount base = CaseCurrencies.amount(posting.at("amount").decimal(), books.base());
        MonetaryAmount amount = posting.find("foreign")
                .map(f -> currencies.amount(CaseAmount.of(f)))
                .orElse(base);
        Dimensions dimensions = posting.find("dimension")
                .map(d -> Dimensions.of(AXIS, d.text()))
                .orElse(Dimensions.none());
        return books.line(posting.at("account").text(), amount, base, dimensions);
    }

    private static LocalDate day(Field date) {
        return switch (date.text()) {
            case "period start" -> CaseBooks.DAY.withDayOfMonth(1);
            case "period end" -> CaseBooks.DAY.withDayOfMonth(CaseBooks.DAY.lengthOfMonth());
            default -> date.date();
        };
    }

    private void checkDimension(String value) {
        requireSteps("from period end on|from period start on|up to period end|up to period start");
        for (String name : current.expect().names()) {
            Matcher span = SPAN.matcher(name);
            if (!span.matches()) {
                throw new UnsupportedCaseException(name);
            }
            LocalDate end = LocalDate.of(9999, 12, 31);
            LocalDate mark = "period_start".equals(span.group(2))
                    ? CaseBooks.DAY.withDayOfMonth(1)
                    : CaseBooks.DAY.withDayOfMonth(CaseBooks.DAY.lengthOfMonth());
            LedgerQuery query = LedgerQuery.asOf(BookId.MAIN, end);
            if ("from".equals(span.group(1))) {
                query = LedgerQuery.between(BookId.MAIN, mark, end);
            } else if ("to".equals(span.group(1))) {
                query = LedgerQuery.asOf(BookId.MAIN, mark);
            }
            turnover(
                    current.expect().at(name),
                    books.services().index().balances(query.with(DimensionFilter.of(AXIS, value))));
        }
    }

    private void turnover(Field expected, ImmutableList<AccountBalance> balances) {
        for (String name : expected.names()) {
            BigDecimal actual = switch (name) {
                case "debit" -> sum(balances, b -> b.base().debitMinor());
                case "credit" -> sum(balances, b -> b.base().creditMinor());
                case "balance", "debit_balance" -> sum(balances, b -> b.base().movementMinor());
                case "credit_balance" ->
                    sum(balances, b -> b.base().movementMinor()).negate();
                default -> throw new UnsupportedCaseException(expected.path() + "." + name);
            };
            current.differences().number(expected.at(name), actual);
        }
    }

    private BigDecimal sum(ImmutableList<AccountBalance> balances, ToLongFunction<AccountBalance> part) {
        return CaseCurrencies.decimal(balances.sumOfLong(part::applyAsLong), books.base());
    }

    private void checkYears() {
        requireSteps("balances of the year|balances at the start of next year before closing.*");
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            Matcher foreign = NEXT_FOREIGN.matcher(name);
            if (name.equals("year")) {
                expected.names().forEach(account -> balance(expected.at(account), account, YEAR_END));
            } else if (name.equals("next_year_movements")) {
                expected.names().forEach(account -> turnover(expected.at(account), nextYear(account)));
            } else if (foreign.matches()) {
                String account = foreign.group(1).replace('_', '-');
                AccountBalance balance = foreignBalance(account)
                        .orElseThrow(() -> new UnsupportedCaseException(expected.path() + ": no foreign balance"));
                current.differences()
                        .number(
                                expected,
                                CaseCurrencies.decimal(balance.amount().closingMinor(), balance.currency()));
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private void requireSteps(String pattern) {
        boolean known = current.when()
                .allSatisfy(step ->
                        step.matches(pattern) || OF_DIMENSION.matcher(step).matches());
        if (!known) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
    }

    private void balance(Field expected, String account, LocalDate day) {
        if (!expected.isObject()) {
            current.differences().number(expected, books.base(account, day));
            return;
        }
        for (String part : expected.names()) {
            BigDecimal actual =
                    part.equals("base") ? books.base(account, day) : books.amount(account, currencies.of(part), day);
            current.differences().number(expected.at(part), actual);
        }
    }

    private ImmutableList<AccountBalance> nextYear(String account) {
        LocalDate start = YEAR_END.plusDays(1);
        return books.services()
                .index()
                .balances(LedgerQuery.between(BookId.MAIN, start, start.plusDays(1)))
                .select(b -> b.account().equals(AccountId.of(account)));
    }

    private Optional<AccountBalance> foreignBalance(String account) {
        return nextYear(account).detectOptional(b -> !b.currency().equals(books.base()));
    }
}
