package dev.erpkit.company.report;

import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.ledger.LedgerLine;
import dev.erpkit.accounting.ledger.RegisterLine;
import dev.erpkit.accounting.report.AccountLedger;
import dev.erpkit.core.money.Amounts;
import java.time.YearMonth;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The general ledger: accounts that open to their months, months that open to their lines. Links lead to an anchor within;
 * browsers open what is around it.
 */
final class Registers {
    private final StringBuilder page;
    private final LineTexts texts;
    private final YearReports reports;

    Registers(StringBuilder page, LineTexts texts, YearReports reports) {
        this.page = page;
        this.texts = texts;
        this.reports = reports;
    }

    /** An account; balances are positive on its normal side, the one above is that before the close. */
    void account(AccountLedger ledger) {
        Side side = reports.normalSide(ledger.account());
        long earned = reports.trial()
                .row(ledger.account())
                .map(row -> row.base().closingMinor())
                .orElse(0L);
        page.append("<details class=\"account\"><summary><span class=\"code\">")
                .append(ledger.account())
                .append("</span><span class=\"name\">")
                .append(Text.name(ledger.name()))
                .append("</span><b>")
                .append(Text.yen(side.view(earned)))
                .append("</b></summary>\n<i class=\"at\" id=\"L")
                .append(ledger.account())
                .append(
                        "\"></i><div class=\"sums\"><span>期首 <small>Opening</small></span><span></span><span></span><b>")
                .append(Text.yen(side.view(ledger.base().openingMinor())))
                .append("</b></div>\n");
        ImmutableList<YearMonth> months =
                ledger.lines().collect(Registers::month).distinct();
        months.forEach(month -> month(ledger, month, side));
        page.append("<div class=\"sums\"><span>期末 <small>Closing</small></span><b>")
                .append(Text.yen(ledger.base().debitMinor()))
                .append("</b><b>")
                .append(Text.yen(ledger.base().creditMinor()))
                .append("</b><b>")
                .append(Text.yen(side.view(ledger.base().closingMinor())))
                .append("</b></div>\n");
        page.append("</details>\n");
    }

    private static YearMonth month(RegisterLine line) {
        return YearMonth.from(line.line().date());
    }

    private void month(AccountLedger ledger, YearMonth month, Side side) {
        ImmutableList<RegisterLine> lines =
                ledger.lines().select(line -> month(line).equals(month));
        page.append("<details><summary class=\"sums\"><span>")
                .append(month)
                .append("</span><span>")
                .append(Text.yen(lines.sumOfLong(line -> Math.max(0, line.line().baseMinor()))))
                .append("</span><span>")
                .append(Text.yen(
                        lines.sumOfLong(line -> Math.max(0, -line.line().baseMinor()))))
                .append("</span><span>")
                .append(Text.yen(side.view(lines.getLast().baseBalanceMinor())))
                .append("</span></summary><i class=\"at\" id=\"L")
                .append(ledger.account())
                .append('-')
                .append(month)
                .append("\"></i>\n<table><thead><tr><th>日<th>伝票 Document<th>摘要 Text<th>相手科目 Against")
                .append("<th>外貨 Currency<th>借方 Debit<th>貸方 Credit<th>残高 Balance</tr></thead><tbody>\n");
        lines.forEach(each -> line(each, side));
        page.append("</tbody></table></details>\n");
    }

    private void line(RegisterLine register, Side side) {
        LedgerLine line = register.line();
        page.append("<tr><td>").append(line.date().getDayOfMonth());
        cell(texts.document(line));
        cell(texts.text(line));
        cell(texts.against(line).map(reports::name).map(Text::japanese).orElse("諸口"));
        cell(foreign(line));
        cell(line.baseMinor() > 0 ? Text.yen(line.baseMinor()) : "");
        cell(line.baseMinor() < 0 ? Text.yen(Math.negateExact(line.baseMinor())) : "");
        cell(Text.yen(side.view(register.baseBalanceMinor())));
        page.append('\n');
    }

    private static String foreign(LedgerLine line) {
        return line.currency().equals(line.baseCurrency()) || line.amountMinor() == 0
                ? ""
                : line.currency().getCurrencyCode() + " "
                        + Text.amount(line.amountMinor(), Amounts.digits(line.currency()));
    }

    private void cell(String text) {
        page.append("<td>").append(Text.html(text));
    }
}
