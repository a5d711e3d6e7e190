package dev.erpkit.company;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ChartTemplate;
import dev.erpkit.accounting.chart.japan.JapaneseCharts;

/** The chart of the company: the standard one of the library, and what {@code accounts.csv} adds. */
final class CompanyChart {
    static final String PETTY_CASH = "1115";
    static final String BANK = "1130";
    static final String COLLECTION = "1131";
    static final String COLLECTION_IN_TRANSIT = "1132";
    static final String DOLLARS = "1135";
    static final String RECEIVABLES = "1160";
    static final String MERCHANDISE = "1210";
    static final String PREPAID = "1310";
    static final String TAX_PAID = "1350";
    static final String ASSETS_TAKEN_IN = "1470";
    static final String DEPRECIATED = "1490";
    static final String PAYABLES = "2120";
    static final String GOODS_RECEIVED = "2125";
    static final String IMPORT_CHARGES = "2127";
    static final String ACCRUED = "2150";
    static final String NET_PAY = "2155";
    static final String INCOME_TAX_DUE = "2160";
    static final String TAX_DUE = "2170";
    static final String TAX_RECEIVED = "2180";
    static final String WITHHELD_TAX = "2220";
    static final String WITHHELD_RESIDENT_TAX = "2225";
    static final String WITHHELD_INSURANCE = "2230";
    static final String LABOUR_INSURANCE = "2235";
    static final String SUSPENSE = "2240";
    static final String LOAN = "2310";
    static final String RETAINED = "3160";
    static final AccountId CURRENCY_POSITION = AccountId.of("3920");
    static final String EXPORTS = "4115";
    static final String COST_OF_GOODS = "5150";
    static final String SHRINKAGE = "5160";
    static final String ADVERTISING = "6210";
    static final String EXCHANGE_GAIN = "7130";
    static final String EXCHANGE_LOSS = "8130";
    static final String INCOME_TAX = "9310";

    private CompanyChart() {}

    static ChartTemplate template() {
        return JapaneseCharts.smallCompany().withResource(CompanyChart.class, "accounts.csv");
    }
}
