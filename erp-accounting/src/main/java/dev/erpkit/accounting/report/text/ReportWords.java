package dev.erpkit.accounting.report.text;

import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The words of reports that come neither from the chart nor from a layout: titles, heads of columns, totals.
 *
 * @param byEnglish the word to print by the English one, which stands where there is none
 */
public record ReportWords(ImmutableMap<String, String> byEnglish) {
    private static final ReportWords ENGLISH = new ReportWords(Maps.immutable.empty());
    private static final ReportWords JAPANESE = ENGLISH.with("Trial balance", "残高試算表")
            .with("Changes in equity", "株主資本等変動計算書")
            .with("to", "～")
            .with("Account", "科目コード")
            .with("Name", "勘定科目")
            .with("Opening", "期首残高")
            .with("Debit", "借方")
            .with("Credit", "貸方")
            .with("Closing", "期末残高")
            .with("Total", "合計")
            .with("Date", "日付")
            .with("Position", "記録番号")
            .with("Currency", "通貨")
            .with("Amount", "金額")
            .with("Balance", "残高")
            .with("Component", "項目")
            .with("Result", "当期純損益")
            .with("Carried over", "損益振替")
            .with("Other", "その他の変動")
            .with("Result not yet closed", "当期純損益（未振替）");

    /** The English words. */
    public static ReportWords english() {
        return ENGLISH;
    }

    /** The words that Japanese accountants use. */
    public static ReportWords japanese() {
        return JAPANESE;
    }

    /** The same words with another one in the place of an English one. */
    public ReportWords with(String english, String word) {
        return new ReportWords(byEnglish.newWithKeyValue(english, word));
    }

    /** The word to print. */
    public String of(String english) {
        return byEnglish.getIfAbsentValue(english, english);
    }
}
