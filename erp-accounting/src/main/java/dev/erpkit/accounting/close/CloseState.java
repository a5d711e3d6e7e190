package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodLocks;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What the decision to close a year reads.
 *
 * @param book the book
 * @param year the year
 * @param generation which close of the year this would be
 * @param newest the newest closed year
 * @param earlier balances of income and expense before the year, where no year is closed yet
 * @param result balances of income and expense at the end of the year
 * @param unbalanced what the entries through the end of the year leave over, in minor units of the base currency
 * @param chart the chart
 */
record CloseState(
        BookId book,
        FiscalYear year,
        int generation,
        Optional<YearClosed> newest,
        ImmutableList<ResultBalance> earlier,
        ImmutableList<ResultBalance> result,
        long unbalanced,
        Chart chart) {

    static CloseState read(PeriodService periods, JournalStore journal, Chart chart, BookId book, FiscalYear year) {
        PeriodLocks locks = periods.current();
        Optional<YearClosed> newest = locks.closedYears(book).getLastOptional();
        LocalDate start = year.range().startInclusive();
        // A closed year leaves nothing behind, so reading begins where it ends.
        LocalDate from = newest.map(YearClosed::endExclusive).orElse(null);
        YearResult earlier = YearResult.of(journal, chart, book, from, start);
        YearResult all = YearResult.of(journal, chart, book, from, year.range().endExclusive());
        return new CloseState(
                book,
                year,
                locks.generation(book, year.name()) + 1,
                newest,
                earlier.balances(),
                all.balances(),
                all.unbalanced(),
                chart);
    }

    static Outcome<YearClosed> newestClosed(PeriodService periods, BookId book, String year) {
        ImmutableList<YearClosed> years = periods.current().closedYears(book);
        if (years.noneSatisfy(closed -> closed.year().equals(year))) {
            return Outcome.refused(Refusal.of(
                            CloseRefusals.NOT_CLOSED,
                            "Fiscal year " + year + " of book " + book + " is not closed; name a closed year")
                    .with("year", year));
        }
        YearClosed newest = years.getLast();
        if (!newest.year().equals(year)) {
            return Outcome.refused(Refusal.of(
                            CloseRefusals.NOT_NEWEST,
                            "Fiscal year " + year + " of book " + book + " is followed by closed years; reopen "
                                    + newest.year() + " first")
                    .with("year", year)
                    .with("newest", newest.year()));
        }
        return Outcome.accepted(newest);
    }

    LocalDate lastDay() {
        return year.range().lastDay();
    }

    String key(String what) {
        return key(what, book, year.name(), generation);
    }

    static String key(String what, BookId book, String year, int generation) {
        return what + ":" + book + ":" + year + ":" + generation;
    }

    YearEndEntries entries(ClosePolicy policy) {
        return new YearEndEntries(book, year, generation, chart, result, policy);
    }

    ImmutableList<Refusal> blockers(ClosePolicy policy) {
        MutableList<Refusal> found = Lists.mutable.empty();
        order().ifPresent(found::add);
        if (unbalanced != 0) {
            found.add(refusal(
                            CloseRefusals.UNBALANCED,
                            "The entries of book " + book + " through " + lastDay() + " leave over " + unbalanced
                                    + " minor units of the base currency; find the broken entry")
                    .with("unbalanced", unbalanced));
        }
        CloseAccounts.of(chart, policy, lastDay())
                .then(accounts -> accounts.taking(chart, result))
                .refusal()
                .ifPresent(found::add);
        return found.toImmutable();
    }

    private Optional<Refusal> order() {
        LocalDate start = year.range().startInclusive();
        if (newest.isPresent() && start.isBefore(newest.get().endExclusive())) {
            return Optional.of(refusal(
                    CloseRefusals.ALREADY_CLOSED,
                    "Book " + book + " is closed through " + newest.get().lastDay() + ", so fiscal year " + year
                            + " cannot be closed; reopen it first"));
        }
        boolean gap = newest.isPresent() && newest.get().endExclusive().isBefore(start);
        if (gap || earlier.notEmpty()) {
            return Optional.of(refusal(
                    CloseRefusals.PREVIOUS_OPEN,
                    "A year before fiscal year " + year + " of book " + book + " is open; close years in their order"));
        }
        return Optional.empty();
    }

    private Refusal refusal(RefusalCode code, String message) {
        return Refusal.of(code, message).with("book", book).with("year", year.name());
    }
}
