package dev.erpkit.company.report;

import dev.erpkit.accounting.openitem.AgeingRow;
import dev.erpkit.core.money.Amounts;
import java.util.Map;

/** What customers and the company itself owe, by age. */
final class AgeingHtml {
    private static final String[] BUCKETS = {"期日前 Not due", "1–30日 days", "31–60日 days", "61–90日 days", "91日～ days"};

    private final StringBuilder page;
    private final Map<String, String> parties;

    AgeingHtml(StringBuilder page, Map<String, String> parties) {
        this.page = page;
        this.parties = parties;
    }

    /** Amounts are positive on the normal side of the account. */
    void table(OpenItems items) {
        page.append("<table class=\"ageing\"><thead><tr><th>取引先 Party<th>通貨");
        for (String bucket : BUCKETS) {
            page.append("<th>").append(Text.name(bucket));
        }
        page.append("<th>合計 <small>Total</small><th>円換算 <small>In JPY</small></tr></thead><tbody>\n");
        items.rows().forEach(row -> row(items, row));
        total("未決済合計 Open items at the rates of their days", Text.yen(items.view(items.open())));
        total("期末評価替え Revaluation", Text.yen(items.view(items.revalued())));
        total("勘定残高 Balance of the account", Drills.link("L" + items.account(), items.view(items.balance())));
        page.append("</tbody></table>\n");
    }

    private void row(OpenItems items, AgeingRow row) {
        int digits = Amounts.digits(row.currency());
        page.append("<tr><td>")
                .append(Text.html(
                        parties.getOrDefault(row.party().value(), row.party().value())))
                .append("<td>")
                .append(row.currency().getCurrencyCode());
        for (int bucket = 0; bucket < BUCKETS.length; bucket++) {
            long amount = items.view(row.amounts().get(bucket));
            page.append(bucket > 0 && amount != 0 ? "<td class=\"late\">" : "<td>")
                    .append(amount == 0 ? "" : Text.amount(amount, digits));
        }
        page.append("<td>")
                .append(Text.amount(items.view(Amounts.minor(row.total())), digits))
                .append("<td>")
                .append(Text.yen(items.view(Amounts.minor(row.baseTotal()))))
                .append("</tr>\n");
    }

    private void total(String title, String figure) {
        page.append("<tr class=\"sum\"><td colspan=\"")
                .append(3 + BUCKETS.length)
                .append("\">")
                .append(Text.name(title))
                .append("<td>")
                .append(figure)
                .append("</tr>\n");
    }
}
