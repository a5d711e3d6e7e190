package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The entries behind each figure: by account and month, in the order of their days. */
final class Registers {
    /** One line of an account with the entry that it belongs to. */
    record Posting(PostedEntry entry, JournalLine line) {}

    private final Chart chart;
    private final Map<String, String> parties;
    private final Map<String, TreeMap<YearMonth, List<Posting>>> byAccount = new TreeMap<>();

    Registers(Books books, DateRange year, Map<String, String> parties) {
        this.chart = books.chart();
        this.parties = parties;
        List<PostedEntry> entries = new ArrayList<>();
        books.stores()
                .journal()
                .forEach(
                        JournalQuery.all().in(BookId.MAIN).between(year.startInclusive(), year.endExclusive()),
                        entries::add);
        entries.sort(Comparator.comparing((PostedEntry e) -> e.entry().date()).thenComparing(PostedEntry::position));
        entries.forEach(entry -> entry.entry()
                .lines()
                .forEach(line -> byAccount
                        .computeIfAbsent(line.account().value(), code -> new TreeMap<>())
                        .computeIfAbsent(YearMonth.from(entry.entry().date()), m -> new ArrayList<>())
                        .add(new Posting(entry, line))));
    }

    /** The account with its months, each a fold that opens to the entries. */
    void account(StringBuilder page, Figures.Row row) {
        String code = row.account().id().value();
        page.append("<details class=\"account\" id=\"a")
                .append(code)
                .append("\"><summary><span class=\"code\">")
                .append(code)
                .append("</span><span class=\"name\">")
                .append(HtmlPage.name(row.account().name()))
                .append("</span><span class=\"n\">")
                .append(Text.yen(row.earned()))
                .append("</span></summary>\n");
        long balance = 0;
        for (Map.Entry<YearMonth, List<Posting>> month :
                byAccount.getOrDefault(code, new TreeMap<>()).entrySet()) {
            balance = month(page, month.getKey(), month.getValue(), balance);
        }
        page.append("</details>\n");
    }

    private long month(StringBuilder page, YearMonth month, List<Posting> postings, long before) {
        StringBuilder rows = new StringBuilder();
        long balance = before;
        long debit = 0;
        long credit = 0;
        for (Posting posting : postings) {
            long base = posting.line().baseMinor();
            balance = Math.addExact(balance, base);
            debit = Math.addExact(debit, Math.max(0, base));
            credit = Math.subtractExact(credit, Math.min(0, base));
            row(rows, posting, balance);
        }
        page.append("<details class=\"month\"><summary><span>")
                .append(month)
                .append("</span><span class=\"n\">")
                .append(Text.yen(debit))
                .append("</span><span class=\"n\">")
                .append(Text.yen(credit))
                .append("</span><span class=\"n\">")
                .append(Text.yen(balance))
                .append("</span></summary>\n<table>")
                .append("<thead><tr><th>日付 Date<th>伝票 Entry<th>摘要 Text<th>相手科目 Against<th class=\"n\">外貨 Currency")
                .append(
                        "<th class=\"n\">借方 Debit<th class=\"n\">貸方 Credit<th class=\"n\">残高 Balance</tr></thead><tbody>\n")
                .append(rows)
                .append("</tbody></table></details>\n");
        return balance;
    }

    private void row(StringBuilder rows, Posting posting, long balance) {
        JournalLine line = posting.line();
        String currency = line.amount().getCurrency().getCurrencyCode();
        String foreign = currency.equals("JPY") || line.amountMinor() == 0
                ? ""
                : currency + " "
                        + Text.amount(
                                line.amountMinor(), Amounts.digits(line.amount().getCurrency()));
        String party = line.party()
                .map(p -> parties.getOrDefault(p.value(), p.value()))
                .orElse("");
        String text = text(posting.entry().entry()) + (party.isEmpty() ? "" : " · " + party);
        cell(rows.append("<tr>"), "", posting.entry().entry().date().toString());
        cell(rows, "", posting.entry().id().value());
        cell(rows, "", text);
        cell(rows, "", against(posting));
        cell(rows, "n", foreign);
        cell(rows, "n", line.baseMinor() > 0 ? Text.yen(line.baseMinor()) : "");
        cell(rows, "n", line.baseMinor() < 0 ? Text.yen(-line.baseMinor()) : "");
        cell(rows, "n", Text.yen(balance));
        rows.append("</tr>\n");
    }

    /** What somebody wrote, or why the books themselves posted it. */
    private static String text(JournalEntry entry) {
        return entry.narrative()
                .orElse(
                        switch (entry.kind()) {
                            case CLOSING -> "損益振替 Closing entry";
                            case REVALUATION -> "期末評価替え Revaluation";
                            case EXCHANGE_DIFFERENCE -> "為替差損益 Exchange difference";
                            case OPENING, NORMAL, REVERSAL -> "";
                        });
    }

    private static void cell(StringBuilder row, String style, String text) {
        row.append(style.isEmpty() ? "<td>" : "<td class=\"n\">").append(Text.html(text));
    }

    /** The other account of the entry, or 諸口 when there are several. */
    private String against(Posting posting) {
        List<String> others = posting.entry()
                .entry()
                .lines()
                .collect(line -> line.account())
                .distinct()
                .reject(posting.line().account()::equals)
                .collect(id -> Text.japanese(chart.find(id).orElseThrow().name()))
                .toList();
        return others.size() == 1 ? others.get(0) : others.isEmpty() ? "" : "諸口";
    }
}
