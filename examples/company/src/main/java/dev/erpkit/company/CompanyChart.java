package dev.erpkit.company;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The chart of the company: two levels of headings, which are the sections of the statements, and accounts below them. A
 * name is the Japanese one, a blank, and the English one.
 */
final class CompanyChart {
    private final List<Account> accounts = new ArrayList<>();

    private CompanyChart() {}

    static Chart chart() {
        CompanyChart chart = new CompanyChart();
        chart.assets();
        chart.liabilitiesAndEquity();
        chart.trading();
        chart.expenses();
        chart.other();
        return Chart.of(chart.accounts);
    }

    private void assets() {
        heading("11", "流動資産 Current assets", AccountClass.ASSET);
        account("1110", "現金 Cash on hand");
        account("1120", "普通預金 Bank account, JPY");
        accounts.add(under("1130", "外貨普通預金 Bank account, USD").currency("USD").build());
        accounts.add(under("1140", "売掛金 Trade receivables")
                .control(ControlKind.RECEIVABLE)
                .build());
        account("1150", "商品 Merchandise");
        account("1160", "仮払消費税 Consumption tax paid");
        accounts.add(under("1190", "為替持高 Currency position").tag("trading").build());
        heading("12", "固定資産 Fixed assets", AccountClass.ASSET);
        account("1210", "車両運搬具 Vehicles");
        account("1220", "工具器具備品 Equipment");
        accounts.add(under("1290", "減価償却累計額 Accumulated depreciation")
                .normalSide(Side.CREDIT)
                .build());
        account("1310", "敷金 Leasehold deposit");
    }

    private void liabilitiesAndEquity() {
        heading("21", "流動負債 Current liabilities", AccountClass.LIABILITY);
        accounts.add(
                under("2110", "買掛金 Trade payables").control(ControlKind.PAYABLE).build());
        account("2120", "未払金 Accrued payables");
        account("2130", "未払法人税等 Income taxes payable");
        account("2140", "未払消費税等 Consumption tax payable");
        account("2150", "仮受消費税 Consumption tax received");
        account("2160", "預り金 Withholdings");
        heading("22", "固定負債 Long-term liabilities", AccountClass.LIABILITY);
        account("2210", "長期借入金 Long-term loan");
        heading("31", "純資産 Equity", AccountClass.EQUITY);
        account("3110", "資本金 Share capital");
        accounts.add(under("3210", "繰越利益剰余金 Retained earnings")
                .tag("retained-earnings")
                .build());
    }

    private void trading() {
        heading("41", "売上高 Net sales", AccountClass.INCOME);
        account("4110", "国内売上高 Domestic sales");
        account("4120", "輸出売上高 Export sales");
        heading("51", "売上原価 Cost of sales", AccountClass.EXPENSE);
        account("5110", "国内仕入高 Domestic purchases");
        account("5120", "輸入仕入高 Import purchases");
        account("5190", "商品棚卸高増減 Change in merchandise");
    }

    private void expenses() {
        heading("61", "販売費及び一般管理費 Selling and administrative expenses", AccountClass.EXPENSE);
        account("6110", "給料手当 Salaries");
        account("6120", "法定福利費 Social insurance");
        account("6130", "地代家賃 Rent");
        account("6140", "水道光熱費 Utilities");
        account("6150", "通信費 Communication");
        account("6160", "荷造運賃 Freight");
        account("6170", "支払手数料 Bank charges and fees");
        account("6180", "減価償却費 Depreciation");
        account("6190", "消耗品費 Supplies");
        account("6200", "旅費交通費 Travel");
    }

    private void other() {
        heading("71", "営業外収益 Non-operating income", AccountClass.INCOME);
        account("7110", "受取利息 Interest received");
        account("7120", "為替差益 Exchange gains");
        heading("72", "営業外費用 Non-operating expenses", AccountClass.EXPENSE);
        account("7210", "支払利息 Interest paid");
        account("7220", "為替差損 Exchange losses");
        heading("73", "法人税等 Income taxes", AccountClass.EXPENSE);
        account("7310", "法人税、住民税及び事業税 Corporate and local taxes");
    }

    private void heading(String code, String name, AccountClass accountClass) {
        Account.Builder heading = Account.builder();
        heading.id(code).name(name).accountClass(accountClass).postable(false);
        accounts.add(heading.build());
    }

    private void account(String code, String name) {
        accounts.add(under(code, name).build());
    }

    /** An account of the heading that was added last but for accounts; it has the class of the heading. */
    private Account.Builder under(String code, String name) {
        Account heading = accounts.get(accounts.size() - 1);
        Account parent = heading.postable() ? parentOf(heading) : heading;
        Account.Builder account = Account.builder();
        account.id(code).name(name).accountClass(parent.accountClass()).parent(parent.id());
        return account;
    }

    private Account parentOf(Account account) {
        return accounts.stream()
                .filter(a -> a.id().equals(account.parent().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }
}
