package dev.erpkit.company.report;

import dev.erpkit.accounting.declaration.japan.ReturnItem;
import dev.erpkit.accounting.report.text.ReportTable;
import dev.erpkit.accounting.report.text.ReportWords;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.StageKind;
import java.io.PrintStream;

/** Prints trial balance and statements in columns. */
public final class Terminal {
    private final PrintStream out;

    /** Prints to a stream. */
    public Terminal(PrintStream out) {
        this.out = out;
    }

    /** Trial balance before the close, income statement, balance sheet, cash-flow statement, statement of changes. */
    public void print(YearReports reports) {
        ReportWords words = Bilingual.words();
        table(ReportTable.of(reports.trial(), words));
        table(ReportTable.of(reports.income()));
        table(ReportTable.of(reports.sheet()));
        table(ReportTable.of(reports.cashFlow()));
        table(ReportTable.of(reports.changes(), words));
    }

    /** A line for each register of the business around the books. */
    public void print(BusinessReports business) {
        out.println();
        line(
                "請求書 Invoice",
                business.invoice().id() + " "
                        + Amounts.canonical(business.invoice().total()));
        line(
                "固定資産 Fixed assets",
                business.assets().rows().size() + ", JPY "
                        + business.assets().rows().sumOfLong(row -> Amounts.minor(row.bookValue())));
        line(
                "預金明細 Bank statements",
                business.statements().size() + ", " + business.lines().size() + " lines, unexplained "
                        + Amounts.canonical(business.bank().unexplained()));
        line("在庫 Stock", "JPY " + business.stock().ledger().value());
        line("督促状 Letters", String.valueOf(business.letters().size()));
        line("予算 Budget left", "JPY " + business.budget().total().availableMinor());
        line("消費税 Consumption tax due", "JPY " + business.taxReturn().yen(ReturnItem.TOTAL));
    }

    /** A line for what is sold, promised and advertised. */
    public void print(SalesReports sales) {
        Forecast forecast = sales.pipeline().forecast().select(deal -> deal.kind() == StageKind.OPEN);
        line(
                "商談 Forecast of open deals",
                Amounts.canonical(forecast.weighted()) + " of " + Amounts.canonical(forecast.unweighted())
                        + ", without a rate: "
                        + forecast.unpriced()
                                .collect(deal -> deal.deal() + " " + Amounts.canonical(deal.amount()))
                                .makeString(", "));
        line(
                "受注 Orders",
                sales.orders().size() + ", settled "
                        + sales.orders().count(order -> order.order().settled()));
        line(
                "顧客対応 Cases",
                sales.service().cases().size() + ", will be late "
                        + sales.service().alone().late().size());
        line(
                "販促 Campaign",
                sales.campaign().result().sent() + " reached, "
                        + Amounts.canonical(sales.campaign().result().revenue()));
    }

    /** A line for each register of people. */
    public void print(PeopleReports people) {
        long cost = people.runs().sumOfLong(PeopleReports.Run::cost);
        line("給与 Payroll", people.runs().size() + " runs, cost of the company JPY " + cost);
        StaffReport staff = people.staff();
        line(
                "勤怠 Working time",
                "overtime of " + staff.month() + " "
                        + StaffHtml.hours(staff.times().sumOfLong(StaffReport.Time::overtime)) + " hours, leave left "
                        + StaffHtml.days(staff.leaves()
                                .collect(leave -> leave.balance().remaining())
                                .injectInto(Rational.ZERO, Rational::add))
                        + " days");
        PeopleReports.Transfers sent = people.transfers();
        line("振込 Transfers", sent.file() + ", " + sent.count() + ", JPY " + sent.total());
    }

    private void line(String title, String figure) {
        out.println(title + ": " + figure);
    }

    private void table(ReportTable table) {
        out.println();
        out.print(table.text());
    }
}
