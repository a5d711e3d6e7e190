package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.value.Digest;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** The hash chain: what the verifier says, and where the chain stood at the end of each month. */
final class ChainHtml {
    private final Verification verification;
    private final Map<YearMonth, Long> lastOfMonth = new TreeMap<>();
    private final Map<Long, Digest> chain = new TreeMap<>();

    /** The clock of the company stands at nine in the morning UTC of the business day. */
    ChainHtml(Books books) {
        verification = books.verify();
        books.stores()
                .journal()
                .forEach(
                        JournalQuery.all(),
                        entry -> lastOfMonth.put(
                                YearMonth.from(entry.recordedAt().atOffset(ZoneOffset.UTC)), entry.position()));
        books.stores().seals().forEach(0, Long.MAX_VALUE, seal -> chain.put(seal.position(), seal.chain()));
    }

    /** One line for the top of the page. */
    String verdict() {
        String text = verification
                .broken()
                .map(broken -> "✗ 改ざん検出 Broken at entry " + broken.position() + " (" + broken.code() + ")")
                .orElse("✓ 検証済み Chain verified");
        return "<p class=\"verdict " + (verification.sound() ? "sound" : "broken") + "\"><a href=\"#chain\">"
                + Text.html(text) + "</a> · " + Text.yen(verification.entries()) + " 仕訳 entries</p>\n";
    }

    void table(StringBuilder page) {
        page.append(verdict())
                .append(
                        "<table class=\"chain\"><thead><tr><th>記録月 Recorded<th>仕訳 Entries<th>鎖 Chain</tr></thead><tbody>\n");
        lastOfMonth.forEach((month, position) -> page.append("<tr><td>")
                .append(month)
                .append("<td>")
                .append(Text.yen(position))
                .append("<td><code>")
                .append(chain.get(position))
                .append("</code></tr>\n"));
        page.append("</tbody></table>\n");
    }
}
