package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Balances of a year, and the close that carries income and expense to equity. */
final class YearCloseReader {
    private static final Pattern BALANCES = Pattern.compile("balances|trial_balance|accounts|before");
    private static final Pattern CLOSE = Pattern.compile(
            "close( the (year|period|books))?( to .*)?|retain earnings|carry (the )?(result|profit|loss).*");
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    private final Case current;
    private final CaseBooks books;
    private final String retained;
    private final MutableList<String> names = Lists.mutable.empty();

    private YearCloseReader(Case current, String retained) {
        this.current = current;
        this.retained = retained;
        this.books = new CaseBooks(new CaseCurrencies(
                        current,
                        current.given().find("currency").map(Field::text).orElse("USD"))
                .base());
    }

    static void run(Case current) {
        Field given = current.given();
        String list = given.names().detect(n -> BALANCES.matcher(n).matches());
        if (list == null
                || given.names()
                        .anySatisfy(n -> !n.equals(list) && !n.matches("currency|closing_account|retained_earnings"))) {
            throw new UnsupportedCaseException("no balances of a year");
        }
        current.onlyStep("^(?i:" + CLOSE.pattern() + ")$");
        String retained = given.find("closing_account")
                .or(() -> given.find("retained_earnings"))
                .map(Field::text)
                .orElse("retained-earnings");
        new YearCloseReader(current, retained).close(given.at(list));
    }

    private void close(Field balances) {
        MutableList<JournalLine> lines = Lists.mutable.empty();
        for (String name : balances.names()) {
            BigDecimal amount = CaseAmount.of(balances.at(name)).number();
            names.add(name);
            if (amount.signum() != 0) {
                lines.add(books.line(name, amount));
            }
        }
        if (lines.sumOfLong(JournalLine::baseMinor) != 0) {
            throw new UnsupportedCaseException("balances that do not sum to zero");
        }
        books.account(retained, AccountClass.EQUITY);
        books.post("year", CaseBooks.DAY, lines.toImmutable());
        ImmutableList<EntryId> entries = books.services()
                .yearEnd()
                .close(
                        BookId.MAIN,
                        FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR)
                                .yearOf(END),
                        policy(),
                        KitBooks.CLERK)
                .orElseThrow()
                .entries();
        check(entries.collect(
                id -> books.services().harness().journal().find(id).orElseThrow()));
    }

    private ClosePolicy policy() {
        ClosePolicy.Builder policy = ClosePolicy.builder();
        return policy.retainedEarnings(retained).build();
    }

    private void check(ImmutableList<PostedEntry> closing) {
        MutableSortedMap<String, BigDecimal> moved = SortedMaps.mutable.empty();
        closing.forEach(posted -> posted.entry()
                .lines()
                .forEach(l -> moved.merge(
                        l.account().value(), CaseCurrencies.decimal(l.baseMinor(), books.base()), BigDecimal::add)));
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name.toLowerCase(Locale.ROOT)) {
                case "postings", "closing_entry", "closing_postings" -> {
                    if (closing.size() != 1) {
                        throw new UnsupportedCaseException(expected.path() + ": not one closing entry");
                    }
                    PostingLists.compareBase(current, expected, closing.getOnly());
                }
                case "retained_earnings", "equity_change", "result", "net_income", "profit" -> {
                    BigDecimal change = moved.getIfAbsentValue(retained, BigDecimal.ZERO);
                    boolean positive = name.matches("net_income|profit");
                    current.differences().number(expected, positive ? change.negate() : change);
                }
                case "after", "balances_after", "after_close" ->
                    expected.names()
                            .forEach(account ->
                                    current.differences().number(expected.at(account), books.base(account, END)));
                case "sum", "trial_balance_sum" ->
                    current.differences()
                            .number(
                                    expected,
                                    names.toImmutable()
                                            .newWith(retained)
                                            .distinct()
                                            .collect(n -> books.base(n, END))
                                            .injectInto(BigDecimal.ZERO, BigDecimal::add));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }
}
