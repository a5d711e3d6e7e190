package dev.erpkit.company.report;

/** A payslip on the page, as the library writes it; figures open without a script. */
final class PayslipHtml {
    private final StringBuilder page;
    private final PeopleReports people;

    PayslipHtml(StringBuilder page, PeopleReports people) {
        this.page = page;
        this.people = people;
    }

    void show() {
        page.append("<div class=\"payslip\"><h3>")
                .append(Text.html(people.person()))
                .append(" 殿</h3>\n")
                .append(people.payslip().fragment())
                .append("</div>\n");
    }
}
