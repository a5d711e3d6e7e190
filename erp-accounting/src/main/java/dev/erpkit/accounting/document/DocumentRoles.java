package dev.erpkit.accounting.document;

/** The roles of the amounts in the accounting events of documents, which posting rules are written for. */
public final class DocumentRoles {
    /** What a customer owes, one amount for each instalment, with its due date; for open items. */
    public static final String RECEIVABLE = "receivable";

    /** What we owe a supplier, one amount for each instalment, with its due date; for open items. */
    public static final String PAYABLE = "payable";

    /** A line of a sale without taxes, by the qualifier and the coordinates of the line. */
    public static final String REVENUE = "revenue";

    /** A line of a purchase with what of its taxes is not deductible, by the qualifier and the coordinates of the line. */
    public static final String EXPENSE = "expense";

    /** A tax, by the account that the tax names. */
    public static final String TAX = "tax";

    /** A down payment, and, below zero, its deduction. */
    public static final String ADVANCE = "advance";

    /** What a total was rounded by. */
    public static final String ROUNDING = "rounding";

    private DocumentRoles() {}
}
