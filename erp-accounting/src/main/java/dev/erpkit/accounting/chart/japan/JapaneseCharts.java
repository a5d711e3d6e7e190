package dev.erpkit.accounting.chart.japan;

import dev.erpkit.accounting.chart.ChartTemplate;

/** The charts of this package. */
public final class JapaneseCharts {
    private JapaneseCharts() {}

    /**
     * 勘定科目 of a small company, arranged as the statements of the Companies Act are: assets, liabilities, net assets,
     * revenue and expenses, with names in Japanese ({@code ja}) and English ({@code en}). No law prescribes codes; these
     * leave room between accounts.
     */
    public static ChartTemplate smallCompany() {
        return ChartTemplate.resource(JapaneseCharts.class, "small-company.csv");
    }
}
