package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of balances: on every day, in every book, as known at every position. */
public final class LedgerInvariants {
    private LedgerInvariants() {}

    /** The trial balance is zero in base and in each currency, on each of the days. */
    public static ImmutableList<Finding> trialBalanceIsZero(ReferenceLedger ledger, Iterable<LocalDate> days) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (BookId book : ledger.books()) {
            for (LocalDate day : days) {
                BigInteger base = ledger.sum(book, day, line -> true, JournalLine::baseMinor);
                report(found, "trial-balance-zero", book + " on " + day, base);
                for (CurrencyUnit currency : ledger.currencies()) {
                    BigInteger amount = ledger.sum(
                            book, day, line -> line.amount().getCurrency().equals(currency), JournalLine::amountMinor);
                    report(
                            found,
                            "trial-balance-zero",
                            book + " in " + currency.getCurrencyCode() + " on " + day,
                            amount);
                }
            }
        }
        return found.toImmutable();
    }

    /** Every account of every line is in the chart, and the five classes sum to zero: assets = liabilities + equity. */
    public static ImmutableList<Finding> equationHolds(ReferenceLedger ledger, Chart chart, Iterable<LocalDate> days) {
        MutableList<Finding> found = Lists.mutable.empty();
        ledger.accounts()
                .reject(id -> chart.find(id).isPresent())
                .forEach(id -> found.add(new Finding("equation-holds", id.value(), "is not in the chart")));
        for (BookId book : ledger.books()) {
            for (LocalDate day : days) {
                BigInteger sum = BigInteger.ZERO;
                for (AccountId root :
                        chart.accounts().select(a -> a.parent().isEmpty()).collect(a -> a.id())) {
                    sum = sum.add(ledger.baseWithin(chart, book, root, day));
                }
                report(found, "equation-holds", book + " on " + day, sum);
            }
        }
        return found.toImmutable();
    }

    /** An account with all below it has the sum of its own lines and those of its children. */
    public static ImmutableList<Finding> parentsSumTheirChildren(ReferenceLedger ledger, Chart chart, LocalDate day) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (BookId book : ledger.books()) {
            chart.accounts().forEach(account -> {
                BigInteger parts = ledger.base(book, account.id(), day);
                for (AccountId child : chart.children(account.id()).collect(a -> a.id())) {
                    parts = parts.add(ledger.baseWithin(chart, book, child, day));
                }
                report(
                        found,
                        "parents-sum-children",
                        account.id() + " on " + day,
                        ledger.baseWithin(chart, book, account.id(), day).subtract(parts));
            });
        }
        return found.toImmutable();
    }

    /** A balance is the one before plus what moved between, and the sum over the values of an axis and those without one. */
    public static ImmutableList<Finding> balancesAddUp(
            ReferenceLedger ledger, LocalDate from, LocalDate to, String axis) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<Optional<String>> values = ledger.entries()
                .flatCollect(p -> p.entry().lines())
                .collect(line -> line.dimensions().get(axis))
                .distinct();
        for (BookId book : ledger.books()) {
            for (AccountId account : ledger.accounts()) {
                ReferenceLedger between = new ReferenceLedger(
                        ledger.entries().select(p -> p.entry().date().isAfter(from)));
                BigInteger moved = between.base(book, account, to);
                BigInteger closing = ledger.base(book, account, to);
                report(
                        found,
                        "balances-add-up",
                        account + " from " + from + " to " + to,
                        closing.subtract(ledger.base(book, account, from)).subtract(moved));
                BigInteger parts = BigInteger.ZERO;
                for (Optional<String> value : values) {
                    parts = parts.add(ledger.sum(
                            book,
                            to,
                            line -> line.account().equals(account)
                                    && line.dimensions().get(axis).equals(value),
                            JournalLine::baseMinor));
                }
                report(found, "balances-add-up", account + " by " + axis, closing.subtract(parts));
            }
        }
        return found.toImmutable();
    }

    /** The fast index gives the balances of the reference ledger on each of the days. */
    public static ImmutableList<Finding> indexAgrees(
            LedgerIndex index, ReferenceLedger ledger, Iterable<LocalDate> days) {
        MutableList<Finding> found = Lists.mutable.empty();
        if (index.position() != ledger.entries().size()) {
            found.add(new Finding(
                    "index-agrees",
                    "position " + index.position(),
                    "the journal has " + ledger.entries().size()));
        }
        for (BookId book : ledger.books()) {
            for (AccountId account : ledger.accounts()) {
                for (LocalDate day : days) {
                    compare(
                            found,
                            account + " on " + day,
                            ledger.base(book, account, day),
                            index.base(book, account, day));
                    for (CurrencyUnit currency : ledger.currencies()) {
                        compare(
                                found,
                                account + " in " + currency.getCurrencyCode() + " on " + day,
                                ledger.amount(book, account, currency, day),
                                index.amount(book, account, currency, day));
                    }
                }
            }
        }
        return found.toImmutable();
    }

    private static void compare(MutableList<Finding> found, String where, BigInteger expected, long actual) {
        if (!expected.equals(BigInteger.valueOf(actual))) {
            found.add(new Finding("index-agrees", where, "is " + actual + ", the fold gives " + expected));
        }
    }

    private static void report(MutableList<Finding> found, String invariant, String where, BigInteger difference) {
        if (difference.signum() != 0) {
            found.add(new Finding(invariant, where, "is off by " + difference));
        }
    }
}
