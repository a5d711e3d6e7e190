package dev.erpkit.company;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.BusinessSetup;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.asset.DepreciationRun;
import dev.erpkit.accounting.asset.Methods;
import dev.erpkit.accounting.asset.japan.JapaneseMethods;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.close.ForeignResult;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.RevaluationPolicy;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.declaration.japan.JapanForm;
import dev.erpkit.accounting.declaration.japan.ReturnItem;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.payment.PaymentPolicy;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.company.goods.GoodsDesk;
import dev.erpkit.company.goods.GoodsServices;
import dev.erpkit.company.people.PayrollDesk;
import dev.erpkit.company.report.SalesReports;
import dev.erpkit.company.sales.SalesDesk;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Keeps the books. Every command carries the same id on every run, so that what is in the books already is only confirmed,
 * and a run that was broken off goes on where it stopped.
 */
final class Bookkeeper {
    private static final ExchangeAccounts REALISED = ExchangeAccounts.of("7130", "8130");
    private static final ExchangeAccounts UNREALISED = ExchangeAccounts.of("7135", "8135");
    private static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR);
    private static final Actor CLERK = Actor.of("clerk");
    private static final Actor CONTROLLER = Actor.of("controller");

    /** Cash apart from items, so that the cash-flow statement can tell what exchange rates did to cash. */
    private static final ImmutableList<AccountId> FOREIGN_CASH = Lists.immutable.of(AccountId.of(CompanyChart.DOLLARS));

    private static final ImmutableList<AccountId> FOREIGN_ITEMS =
            Lists.immutable.of(CompanyChart.RECEIVABLES, CompanyChart.PAYABLES).collect(AccountId::of);

    private final DollarRates rates = new DollarRates();
    private final BusinessClock clock = new BusinessClock(TradingYear.OPENING);
    private final Business business;
    private final Books books;
    private final GoodsServices goods;
    private final GoodsDesk desk;
    private final SalesDesk sales;
    private final TaxRecorder taxes;
    private final PayrollBooks payroll;
    private final MatchingPolicy matching = matching();
    private final RevaluationPolicy revaluation = revaluation();

    Bookkeeper(CompanyStores all) {
        BusinessStores stores = all.business();
        this.business = Business.over(
                stores,
                BusinessSetup.builder()
                        .books(BooksSetup.of("JPY", CALENDAR)
                                .with(Journal.GENERAL, Journal.of("closing"))
                                .with(rates)
                                .with(clock, SeededSalts.after(stores.books().seals())))
                        .rules(Rules.all())
                        .taxes(CompanyTaxes.taxes())
                        .forms(JapanForm.form())
                        .depreciation(Methods.standard().with(JapaneseMethods::find))
                        .dunning(Reminders.PROCEDURE)
                        .creditMatching(matching)
                        .build());
        this.books = business.books();
        this.goods = GoodsServices.over(all.goods(), business, clock);
        this.desk = new GoodsDesk(goods, all.goods(), books, AccountId.of(CompanyChart.MERCHANDISE), CLERK, CONTROLLER);
        this.sales = Selling.desk(business, goods, all.sales(), matching, clock);
        this.payroll = new PayrollBooks(
                new PayrollDesk(all.people(), stores.books().unitOfWork(), business.events(), clock), books, CLERK);
        this.taxes = new TaxRecorder(
                stores.taxFacts(),
                stores.books().journal(),
                stores.books().unitOfWork(),
                clock,
                Lists.immutable.of(JapanForm.form()));
    }

    Business business() {
        return business;
    }

    GoodsServices goods() {
        return goods;
    }

    SalesReports sales() {
        return Selling.reports(sales, rates);
    }

    Books books() {
        return books;
    }

    PayrollDesk payroll() {
        return payroll.desk();
    }

    /**
     * Keeps the books of the whole year.
     *
     * @param monthDone told after each month
     */
    void keepYear(Consumer<YearMonth> monthDone) {
        books.chartService()
                .addAll(CompanyChart.template().chart().accounts(), CONTROLLER)
                .orElseThrow();
        SellingBudget.approve(business.budgets(), CALENDAR.yearOf(TradingYear.FIRST), CONTROLLER);
        List<TradingYear.Day> days = TradingYear.days(new Entries(rates));
        days.stream().filter(day -> day.date().equals(TradingYear.OPENING)).forEach(this::keepDay);
        for (YearMonth month = YearMonth.from(TradingYear.FIRST);
                !month.isAfter(YearMonth.from(TradingYear.LAST));
                month = month.plusMonths(1)) {
            YearMonth current = month;
            List<TradingYear.Day> ofMonth = days.stream()
                    .filter(d -> YearMonth.from(d.date()).equals(current))
                    .toList();
            ofMonth.forEach(this::keepDay);
            endMonth(
                    month.atEndOfMonth(),
                    ofMonth.stream().flatMap(d -> d.receipts().stream()).toList());
            monthDone.accept(month);
        }
    }

    /** All that happens on a day stands or falls together. */
    private void keepDay(TradingYear.Day day) {
        clock.moveTo(day.date());
        books.stores().unitOfWork().execute(() -> {
            keep(day);
            return day;
        });
        payroll.desk().dayKept();
        desk.check();
        sales.keep(day.date());
    }

    private void keep(TradingYear.Day day) {
        day.drafts().forEach(draft -> business.documents().issue(draft, CLERK).orElseThrow());
        books.post(Batch.independent(day.bookings().stream().map(Booking::entry).toList()), CLERK)
                .rootCauses()
                .forEach(refusal -> {
                    throw new RefusedException(refusal);
                });
        day.bookings()
                .forEach(booking ->
                        booking.record().ifPresent(told -> taxes.record(told).orElseThrow()));
        FixedAssets.takeIn(day.date(), business.assets(), CLERK);
        if (day.date().equals(Insurance.PAID)) {
            business.deferrals().open(Insurance.deferral(), CLERK).orElseThrow();
        }
        payroll.keep(day.date());
        desk.work(day.date(), day.goods());
        desk.endDay();
        day.matches()
                .forEach(match -> books.matching().match(match, matching, CLERK).orElseThrow());
    }

    /** A month that is locked was ended by an earlier run. */
    private void endMonth(LocalDate lastDay, List<Receipt> receipts) {
        clock.moveTo(lastDay);
        boolean ended = books.periods()
                .current()
                .lockedThrough(BookId.MAIN, LockScope.ALL)
                .filter(through -> !through.isBefore(lastDay))
                .isPresent();
        if (ended) {
            return;
        }
        YearMonth month = YearMonth.from(lastDay);
        List<Receipt> all = new ArrayList<>(receipts);
        all.addAll(Selling.receipts(sales, month));
        new CollectionAccount(business, PaymentPolicy.standard(matching), CLERK).endMonth(month, all);
        sales.agree();
        depreciate(lastDay);
        business.deferrals().recognise(lastDay, CLERK).orElseThrow();
        Reminders.send(business.dunning(), lastDay, CLERK);
        revalue("REVAL-CASH-" + month, FOREIGN_CASH, lastDay);
        revalue("REVAL-" + month, FOREIGN_ITEMS, lastDay);
        if (lastDay.equals(TradingYear.LAST)) {
            endYear();
        } else {
            DateRange days = DateRange.of(lastDay.withDayOfMonth(1), lastDay.plusDays(1));
            business.periodClose().close(BookId.MAIN, days, CONTROLLER).orElseThrow();
        }
    }

    private void depreciate(LocalDate day) {
        DepreciationRun run =
                business.assets().depreciate(BookId.MAIN, day, CLERK).orElseThrow();
        run.refused().forEach(refusal -> {
            throw new RefusedException(refusal);
        });
    }

    private void revalue(String id, ImmutableList<AccountId> accounts, LocalDate day) {
        Chart chart = books.chart();
        books.revaluation()
                .revalue(
                        EntryId.of(id),
                        BookId.MAIN,
                        day,
                        accounts.collect(account -> chart.find(account).orElseThrow()),
                        revaluation,
                        CONTROLLER)
                .orElseThrow();
    }

    private void endYear() {
        TaxReturn taxReturn = new TaxReturn(business);
        long due = taxReturn.prepare(CONTROLLER).yen(ReturnItem.TOTAL);
        new Adjustments(books, TradingYear.LAST, due).post(CONTROLLER);
        taxReturn.file(CONTROLLER);
        FiscalYear year = CALENDAR.yearOf(TradingYear.LAST);
        ClosePolicy.Builder policy = ClosePolicy.builder();
        policy.foreignResult(ForeignResult.THROUGH_TRADING);
        books.yearEnd().close(BookId.MAIN, year, policy.build(), CONTROLLER).orElseThrow();
    }

    private static MatchingPolicy matching() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(REALISED);
        return policy.build();
    }

    private static RevaluationPolicy revaluation() {
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        policy.baseCurrency(Entries.YEN).unrealised(UNREALISED).realised(REALISED);
        return policy.build();
    }
}
