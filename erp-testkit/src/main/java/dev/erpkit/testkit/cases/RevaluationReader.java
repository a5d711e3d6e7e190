package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.RevaluationPolicy;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** One foreign balance, brought to the closing rate. */
final class RevaluationReader {
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    private final Case current;
    private final CaseBooks books;
    private final String account;
    private final CurrencyUnit foreign;
    private ImmutableList<PostedEntry> entries = Lists.immutable.empty();

    private RevaluationReader(Case current, String account, String currencyName) {
        this.current = current;
        this.account = account;
        CaseCurrencies currencies = new CaseCurrencies(current, "BASE");
        this.books = new CaseBooks(currencies.base());
        this.foreign = currencies.of(currencyName);
    }

    static void run(Case current) {
        Field given = current.given();
        current.when().forEach(step -> {
            if (!step.matches("(?i)(revalue|reverse)\\b.*")) {
                throw new UnsupportedCaseException("step: " + step);
            }
        });
        if (current.when().isEmpty() || !current.when().getFirst().matches("(?i)revalue\\b.*")) {
            throw new UnsupportedCaseException("nothing is revalued");
        }
        ImmutableList<String> accounts = given.names().reject("closing_rate"::equals);
        if (accounts.size() != 1 || !given.at(accounts.getOnly()).isObject()) {
            throw new UnsupportedCaseException("no single balance");
        }
        Field balance = given.at(accounts.getOnly());
        String currency = balance.names().reject("base"::equals).getOnly();
        balance.requireNames(currency, "base");
        new RevaluationReader(current, accounts.getOnly(), currency).revalue(balance, currency);
    }

    private void revalue(Field balance, String currencyName) {
        hold(balance.at(currencyName).decimal(), balance.at("base").decimal());
        current.given()
                .find("closing_rate")
                .ifPresent(rate -> books.services()
                        .harness()
                        .record(ExchangeRate.of(foreign, books.base(), rate.decimal(), RateType.CLOSING, END)));
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        policy.baseCurrency(books.base())
                .unrealised(CaseBooks.exchangeAccounts())
                .realised(CaseBooks.exchangeAccounts());
        Account revalued = books.services().chart().find(AccountId.of(account)).orElseThrow();
        entries = books.services()
                .revaluation()
                .revalue(
                        EntryId.of("revaluation"),
                        BookId.MAIN,
                        END,
                        Lists.immutable.of(revalued),
                        policy.build(),
                        KitBooks.CLERK)
                .orElseThrow();
        for (String step : current.when().drop(1)) {
            if (!step.matches("(?i)reverse\\b.*")) {
                throw new UnsupportedCaseException("step: " + step);
            }
            entries.forEach(entry -> books.services()
                    .posting()
                    .reverse(entry.id(), EntryId.of(entry.id() + "-reversed"), END.plusDays(1), KitBooks.CLERK)
                    .orElseThrow());
        }
        check(currencyName);
    }

    /** The balance as items of the account; a base without a foreign amount is left between two items that cancel out. */
    private void hold(BigDecimal amount, BigDecimal base) {
        if (amount.signum() != 0) {
            books.post(
                    "held",
                    CaseBooks.DAY,
                    Lists.immutable.of(
                            books.line(
                                    account,
                                    CaseCurrencies.amount(amount, foreign),
                                    CaseCurrencies.amount(base, books.base()),
                                    Dimensions.none()),
                            books.line(
                                    "clearing",
                                    CaseCurrencies.amount(amount.negate(), foreign),
                                    CaseCurrencies.amount(base.negate(), books.base()),
                                    Dimensions.none())));
            return;
        }
        BigDecimal in = base.max(BigDecimal.ZERO).add(BigDecimal.ONE);
        books.item("in", account, CaseBooks.DAY, CaseCurrencies.amount(BigDecimal.ONE, foreign), in);
        books.item(
                "out",
                account,
                CaseBooks.DAY,
                CaseCurrencies.amount(BigDecimal.ONE.negate(), foreign),
                base.subtract(in));
    }

    private void check(String currencyName) {
        Differences differences = current.differences();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "unrealised_gain" ->
                    differences.number(
                            expected, moved("fx-gain", JournalLine::baseMinor).negate());
                case "unrealised_loss" -> differences.number(expected, moved("fx-loss", JournalLine::baseMinor));
                case "after_reversal" ->
                    expected.names()
                            .forEach(n -> differences.number(
                                    expected.at(n),
                                    n.equals("base")
                                            ? books.base(account, END.plusDays(1))
                                            : books.amount(account, foreign, END.plusDays(1))));
                case "base_after_reversal" -> differences.number(expected, books.base(account, END.plusDays(1)));
                case "new_base" -> differences.number(expected, books.base(account, END));
                case "foreign_unchanged" -> differences.number(expected, books.amount(account, foreign, END));
                case "postings_base" -> postings(expected);
                case "postings_foreign" -> differences.number(expected, moved(account, JournalLine::amountMinor));
                case "left" -> {
                    expected.requireNames(currencyName, "base");
                    differences.number(expected.at(currencyName), books.amount(account, foreign, END));
                    differences.number(expected.at("base"), books.base(account, END));
                }
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private void postings(Field expected) {
        expected.names()
                .forEach(name -> current.differences().number(expected.at(name), moved(name, JournalLine::baseMinor)));
        current.differences()
                .same(
                        expected,
                        expected.names().toSortedList(),
                        entries.flatCollect(p -> p.entry().lines())
                                .collect(line -> line.account().value())
                                .distinct()
                                .toSortedList());
    }

    private BigDecimal moved(String name, ToLongFunction<JournalLine> part) {
        long minor = 0;
        for (PostedEntry posted : entries) {
            for (JournalLine line : posted.entry().lines()) {
                minor += line.account().value().equals(name) ? part.applyAsLong(line) : 0;
            }
        }
        return CaseCurrencies.decimal(minor, books.base());
    }
}
