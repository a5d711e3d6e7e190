package dev.erpkit.company.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.hr.run.RunComparison;
import dev.erpkit.hr.run.SlotNames;
import org.eclipse.collections.api.list.ImmutableList;

/** What an employer keeps and hands out beside payslips: runs, cost by cost centre, wage ledger, withholding slip. */
final class PeopleHtml {
    private final StringBuilder page;
    private final PeopleReports people;
    private final SlotNames names = PeopleReports.names();

    PeopleHtml(StringBuilder page, PeopleReports people) {
        this.page = page;
        this.people = people;
    }

    void runs() {
        HtmlTable table = new HtmlTable(
                page,
                3,
                "給与計算 Run",
                "支給日 Paid",
                "作成→承認 Prepared,\u00a0approved",
                "人数 People",
                "支給 Earned",
                "控除 Deducted",
                "差引支給 Net",
                "会社負担総額 Cost",
                "前回比 Change",
                "異動 Joined,\u00a0left,\u00a0figures");
        people.runs()
                .forEach(run -> table.row(
                        run.name(),
                        run.payment().toString(),
                        run.preparer() + "→" + run.approver(),
                        String.valueOf(run.people()),
                        Text.yen(run.gross()),
                        Text.yen(run.deductions()),
                        Text.yen(run.net()),
                        Text.yen(run.cost()),
                        run.before() == 0 ? "" : Text.yen(run.net() - run.before()),
                        run.before() == 0 ? "" : moved(run.comparison())));
        table.sum(
                        "合計 Total",
                        "",
                        "",
                        "",
                        Text.yen(people.runs().sumOfLong(PeopleReports.Run::gross)),
                        Text.yen(people.runs().sumOfLong(PeopleReports.Run::deductions)),
                        Text.yen(people.runs().sumOfLong(PeopleReports.Run::net)),
                        Text.yen(people.runs().sumOfLong(PeopleReports.Run::cost)),
                        "",
                        "")
                .end();
        PeopleReports.Transfers sent = people.transfers();
        page.append("<p class=\"when\">振込ファイル Bank file: ")
                .append(Text.html(sent.file()))
                .append(" · ")
                .append(sent.day())
                .append(" · ")
                .append(sent.count())
                .append("件 · ")
                .append(Text.yen(sent.total()))
                .append("</p>\n");
    }

    private static String moved(RunComparison comparison) {
        return "+" + comparison.joined().size() + "\u00a0−" + comparison.left().size() + "\u00a0·\u00a0"
                + comparison.changes().size();
    }

    /** The figure of an account is the sum of its cost centres. */
    void costs(YearReports year) {
        HtmlTable table = new HtmlTable(page, 2, "勘定科目 Account", "部門 Cost\u00a0centre", "金額 Amount");
        people.costs().collect(PeopleReports.Cost::account).distinct().forEach(account -> {
            ImmutableList<PeopleReports.Cost> costs =
                    people.costs().select(cost -> cost.account().equals(account));
            costs.forEach(cost -> table.row("", cost.centre(), Text.yen(cost.yen())));
            table.sum(year.name(AccountId.of(account)), "", Text.yen(costs.sumOfLong(PeopleReports.Cost::yen)));
        });
        table.end();
    }

    void wages() {
        new WageLedgerHtml(page, people.wages(), names).show();
    }

    void slip() {
        HtmlTable table = new HtmlTable(page, 1, "項目 Field", "金額 Amount");
        people.slip().fields().forEachKeyValue((field, yen) -> table.row(field, Text.yen(yen)));
        table.end();
    }
}
