package dev.erpkit.company.report;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ChartTemplate;
import dev.erpkit.accounting.report.LayoutRow;
import dev.erpkit.accounting.report.StatementLayout;
import dev.erpkit.accounting.report.text.ReportWords;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Names for readers of both languages: the Japanese one, a blank, the English one. The books themselves are in Japanese. */
final class Bilingual {
    private final Properties english = new Properties();

    Bilingual() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Bilingual.class.getResourceAsStream("labels.properties")),
                StandardCharsets.UTF_8)) {
            english.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The accounts of the books with both names. */
    static Chart chart(Chart books, ChartTemplate template) {
        return Chart.of(books.accounts()
                .collect(account -> Account.builder()
                        .from(account)
                        .name(template.name(account.id(), "en")
                                .map(name -> account.name() + " " + name)
                                .orElse(account.name()))
                        .build()));
    }

    /** A layout with both labels. */
    StatementLayout layout(String name, StatementLayout layout) {
        return new StatementLayout(
                both(layout.title(), name),
                layout.covers(),
                layout.rows()
                        .collect(row -> new LayoutRow(
                                row.id(), row.level(), both(row.label(), name + "." + row.id()), row.content())));
    }

    /** The name in both languages of what has a stable name. */
    String label(String key) {
        return Objects.requireNonNull(english.getProperty(key), key);
    }

    private String both(String japanese, String key) {
        return japanese + " " + Objects.requireNonNull(english.getProperty(key), key);
    }

    /** The words of reports, short where a column is narrow. */
    static ReportWords words() {
        ReportWords japanese = ReportWords.japanese().with("Account", "コード");
        ReportWords both = new ReportWords(japanese.byEnglish().collectValues((english, word) -> word + " " + english));
        return both.with("Account", "コード")
                .with("to", "～")
                .with("Opening", "期首 Opening")
                .with("Closing", "期末 Closing")
                .with("Result", "純損益 Profit")
                .with("Carried over", "振替 Carried")
                .with("Other", "その他 Other");
    }
}
