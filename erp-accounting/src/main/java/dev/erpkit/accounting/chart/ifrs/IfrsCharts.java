package dev.erpkit.accounting.chart.ifrs;

import dev.erpkit.accounting.chart.ChartTemplate;

/** The charts of this package. */
public final class IfrsCharts {
    private IfrsCharts() {}

    /**
     * Accounts of a trading company in English ({@code en}), arranged by the line items of IAS 1.54 and, for expenses, by
     * function with depreciation and employee benefits apart (IAS 1.103 and 1.104).
     */
    public static ChartTemplate tradingCompany() {
        return ChartTemplate.resource(IfrsCharts.class, "trading-company.csv");
    }
}
