package dev.erpkit.company.report;

import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The organisation, and the time and leave of people, on the page. */
final class StaffHtml {
    private static final int MINUTES = 60;

    private final StringBuilder page;
    private final StaffReport staff;

    StaffHtml(StringBuilder page, StaffReport staff) {
        this.page = page;
        this.staff = staff;
    }

    void sections() {
        section("organisation", "組織 Organisation", staff.day() + " 現在 as of");
        organisation();
        section("time", "勤務時間 Working time", staff.month() + " 支給分 paid then · 労働基準法第37条 · 時間 hours");
        time();
        section("leave", "年次有給休暇 Annual leave", staff.day() + " 現在 as of · 労働基準法第39条 · 日 days");
        leave();
    }

    private void organisation() {
        HtmlTable table = new HtmlTable(page, 4, "部門 Unit", "職位 Position", "上司 Reports\u00a0to", "社員 Held\u00a0by");
        staff.places()
                .forEach(place -> table.row(
                        place.unit(),
                        place.title(),
                        place.manager(),
                        place.holder().orElse("欠員 vacant")));
        table.end();
        page.append("</section>\n");
    }

    private void time() {
        HtmlTable table = new HtmlTable(
                page,
                1,
                "社員 Person",
                "出勤日 Days",
                "所定内 Regular",
                "法定内残業 Within\u00a0limits",
                "時間外 Overtime",
                "60時間超 Beyond\u00a060",
                "法定休日 Holiday",
                "うち深夜 Night");
        staff.times()
                .forEach(time -> table.row(
                        time.person(),
                        String.valueOf(time.days()),
                        hours(time.regular()),
                        hours(time.within()),
                        hours(time.overtime()),
                        hours(time.beyond60()),
                        hours(time.holiday()),
                        hours(time.night())));
        table.sum(
                        "合計 Total",
                        String.valueOf(staff.times().sumOfInt(StaffReport.Time::days)),
                        hours(staff.times().sumOfLong(StaffReport.Time::regular)),
                        hours(staff.times().sumOfLong(StaffReport.Time::within)),
                        hours(staff.times().sumOfLong(StaffReport.Time::overtime)),
                        hours(staff.times().sumOfLong(StaffReport.Time::beyond60)),
                        hours(staff.times().sumOfLong(StaffReport.Time::holiday)),
                        hours(staff.times().sumOfLong(StaffReport.Time::night)))
                .end();
        page.append("</section>\n");
    }

    private void leave() {
        HtmlTable table = new HtmlTable(
                page,
                1,
                "社員 Person",
                "付与 Granted",
                "引継前取得 Taken\u00a0before",
                "取得 Taken",
                "時効 Expired",
                "残 Left",
                "時効日ごと By\u00a0expiry",
                "年5日 Of\u00a0five");
        staff.leaves()
                .forEach(leave -> table.row(
                        leave.person(),
                        days(leave.balance().granted()),
                        days(leave.balance().adjusted().negate()),
                        days(leave.balance().taken()),
                        days(leave.balance().expired()),
                        days(leave.balance().remaining()),
                        leave.lots()
                                .collect(lot -> days(lot.left()) + "\u00a0〜\u00a0" + lot.expires())
                                .makeString("\u00a0·\u00a0"),
                        leave.ofFive().map(taken -> days(taken) + "/5").orElse("")));
        table.end();
        page.append("</section>\n");
    }

    /** Hours to two places, which minutes of a quarter hour are exactly. */
    static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static String days(Rational days) {
        return days.exactDecimal().map(BigDecimal::toPlainString).orElseGet(days::toString);
    }

    private void section(String id, String title, String detail) {
        page.append("<section id=\"")
                .append(id)
                .append("\"><h2>")
                .append(Text.name(title))
                .append("</h2><p class=\"when\">")
                .append(Text.html(detail))
                .append("</p>\n");
    }
}
