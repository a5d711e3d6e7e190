package dev.erpkit.accounting.chart;

/** What a control account controls: its lines are open items, each with a party. */
public enum ControlKind {
    /** Claims on customers. */
    RECEIVABLE,
    /** Debts to suppliers. */
    PAYABLE,
    /** Any other account that is cleared item by item: advances, loans, clearing accounts. */
    CLEARING
}
