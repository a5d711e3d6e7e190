package dev.erpkit.accounting.chart;

/** The five classes of accounts. */
public enum AccountClass {
    /** What the business owns. */
    ASSET(Side.DEBIT, true),
    /** What it owes. */
    LIABILITY(Side.CREDIT, true),
    /** What belongs to its owners. */
    EQUITY(Side.CREDIT, true),
    /** What it earns. */
    INCOME(Side.CREDIT, false),
    /** What it spends to earn. */
    EXPENSE(Side.DEBIT, false);

    private final Side normalSide;
    private final boolean balanceSheet;

    AccountClass(Side normalSide, boolean balanceSheet) {
        this.normalSide = normalSide;
        this.balanceSheet = balanceSheet;
    }

    /** The side on which accounts of this class usually stand. */
    public Side normalSide() {
        return normalSide;
    }

    /** Whether balances carry over to the next year; income and expense start again at zero. */
    public boolean balanceSheet() {
        return balanceSheet;
    }
}
