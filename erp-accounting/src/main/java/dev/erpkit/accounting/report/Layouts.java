package dev.erpkit.accounting.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Layouts to start from, each read from a text beside this class. They choose accounts by class and by the marks that the
 * chart templates use: {@code cash}, {@code current-asset}, {@code non-current-asset}, {@code current-liability}, {@code
 * non-current-liability}, {@code cost-of-sales}, {@code fixed-asset}, {@code accumulated-depreciation}, {@code borrowing}, and in the
 * Japanese ones {@code intangible-asset}, {@code deferred-asset}, {@code income-tax-payable}, and those of manufacturing.
 * What has no such mark falls into a row for the rest, so that no balance is lost.
 */
public final class Layouts {
    private Layouts() {}

    /** A balance sheet of any chart: current and other assets, liabilities, equity and the result not yet closed. */
    public static StatementLayout balanceSheet() {
        return resource("balance-sheet");
    }

    /** An income statement of any chart: income, cost of sales, other expenses, result. */
    public static StatementLayout incomeStatement() {
        return resource("income-statement");
    }

    /** A statement of financial position in the order and words of IAS 1, without comparison to any taxonomy. */
    public static StatementLayout ifrsFinancialPosition() {
        return resource("ifrs-financial-position");
    }

    /** A statement of profit or loss by function of expense, after IAS 1. */
    public static StatementLayout ifrsProfitOrLoss() {
        return resource("ifrs-profit-or-loss");
    }

    /** 貸借対照表: the sections of a Japanese balance sheet, after the Regulation on Corporate Accounting, articles 72 to 76. */
    public static StatementLayout japanBalanceSheet() {
        return resource("japan-balance-sheet");
    }

    /** 損益計算書: the basic form of a Japanese income statement with its five stages of profit. */
    public static StatementLayout japanIncomeStatement() {
        return resource("japan-income-statement");
    }

    /**
     * 製造原価報告書: materials, labour and overhead of the period, and what work in process held before and after. For
     * books that record inventories at the end of the period, with the accounts of the Japanese chart.
     */
    public static StatementLayout japanManufacturingCost() {
        return resource("japan-manufacturing-cost");
    }

    /** 売上原価明細書: how the cost of sales follows from goods, finished products and the cost of manufacture. */
    public static StatementLayout japanCostOfSales() {
        return resource("japan-cost-of-sales");
    }

    /** 販売費及び一般管理費の明細, a schedule that the Regulation on Corporate Accounting asks for in article 117. */
    public static StatementLayout japanSellingAndAdministrative() {
        return resource("japan-selling-admin");
    }

    /** A statement of profit or loss and other comprehensive income in one, after IAS 1.81A to 82A. */
    public static StatementLayout ifrsComprehensiveIncome() {
        return resource("ifrs-comprehensive-income");
    }

    /**
     * 株主資本等変動計算書 after the Regulation on Corporate Accounting, article 96. Lines on equity accounts say what they
     * are on the axis {@code equity-change}: {@code issue}, {@code dividend}, {@code reserve}, {@code treasury}.
     */
    public static EquityLayout japanChangesInEquity() {
        return EquityLayout.parse(text("japan-changes-in-equity.equity"));
    }

    /**
     * A statement of changes in equity after IAS 1.106, with the axis {@code equity-change}: {@code comprehensive-income},
     * {@code issue}, {@code dividend}, {@code treasury}.
     */
    public static EquityLayout ifrsChangesInEquity() {
        return EquityLayout.parse(text("ifrs-changes-in-equity.equity"));
    }

    /** A cash-flow statement by the direct method: cash by what stands against it. */
    public static StatementLayout cashFlowDirect() {
        return resource("cash-flow-direct");
    }

    /** A cash-flow statement by the indirect method: the result, and what changed in all that is not cash. */
    public static StatementLayout cashFlowIndirect() {
        return resource("cash-flow-indirect");
    }

    /**
     * キャッシュ・フロー計算書 by the indirect method, after the standard on cash-flow statements of the Business Accounting
     * Council: from the profit before tax, with income taxes paid and the effect of exchange rates on cash apart. That effect
     * is what revaluation did to cash, so revalue cash in entries of their own.
     */
    public static StatementLayout japanCashFlow() {
        return resource("japan-cash-flow");
    }

    /**
     * The result on a cash basis, derived from accrual books: revenue less what customers still owe, expenses less what is
     * still owed to suppliers. Receivables and payables count with the tax in them.
     */
    public static StatementLayout cashBasisResult() {
        return resource("cash-basis-result");
    }

    private static StatementLayout resource(String name) {
        return StatementLayout.parse(text(name + ".layout"));
    }

    private static String text(String file) {
        try (InputStream in = Layouts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Layout is missing from the module: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
