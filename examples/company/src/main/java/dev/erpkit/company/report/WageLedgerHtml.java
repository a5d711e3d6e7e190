package dev.erpkit.company.report;

import dev.erpkit.hr.japan.payslip.WageLedger;
import dev.erpkit.hr.japan.payslip.WageLedger.Amount;
import dev.erpkit.hr.japan.payslip.WageLedger.Row;
import dev.erpkit.hr.run.SlotNames;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.list.ImmutableList;

/** A wage ledger: a column for each payment, a row for each line, as the law wants it. */
final class WageLedgerHtml {
    private static final int MINUTES = 60;

    private final StringBuilder page;
    private final ImmutableList<Row> payments;
    private final SlotNames names;

    WageLedgerHtml(StringBuilder page, WageLedger ledger, SlotNames names) {
        this.page = page;
        this.payments = ledger.rows();
        this.names = names;
    }

    void show() {
        page.append("<table class=\"months\"><thead><tr><th>支給日 <small>Paid</small>");
        payments.forEach(row -> page.append("<th>").append(row.payment()));
        page.append("<th>合計 <small>Total</small></tr></thead><tbody>\n");
        row("", "労働日数 Days", row -> row.time().days(), String::valueOf);
        row("", "労働時間 Hours", row -> row.time().minutes(), WageLedgerHtml::hours);
        row("", "時間外 Overtime", row -> row.time().overtime(), WageLedgerHtml::hours);
        part("支給 Earned", Row::earnings);
        part("控除 Deducted", Row::deductions);
        part("還付 Refunded", Row::credits);
        row(" class=\"sum\"", "差引支給 Net", Row::net, Text::yen);
        page.append("</tbody></table>\n");
    }

    private void part(String title, Function<Row, ImmutableList<Amount>> part) {
        payments.flatCollect(part::apply)
                .collect(Amount::name)
                .distinct()
                .forEach(name -> row("", names.of("japan", name), row -> of(part.apply(row), name), Text::yen));
        row(" class=\"sum\"", title, row -> part.apply(row).sumOfLong(Amount::yen), Text::yen);
    }

    private static long of(ImmutableList<Amount> amounts, String name) {
        return amounts.select(amount -> amount.name().equals(name)).sumOfLong(Amount::yen);
    }

    private void row(String kind, String title, ToLongFunction<Row> figure, Function<Long, String> text) {
        page.append("<tr").append(kind).append("><td>").append(Text.name(title));
        payments.collectLong(figure::applyAsLong).forEach(value -> cell(value, text));
        cell(payments.sumOfLong(figure::applyAsLong), text);
        page.append("</tr>\n");
    }

    private void cell(long value, Function<Long, String> text) {
        page.append("<td>").append(value == 0 ? "" : text.apply(value));
    }

    private static String hours(long minutes) {
        return minutes / MINUTES + ":" + Text.format("%02d", minutes % MINUTES);
    }
}
