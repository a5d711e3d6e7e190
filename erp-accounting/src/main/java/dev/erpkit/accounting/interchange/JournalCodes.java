package dev.erpkit.accounting.interchange;

import dev.erpkit.core.outcome.RefusalCode;

/** The codes of what can be wrong with a journal file; stable, for hosts to branch on. */
public final class JournalCodes {
    /** A source cannot be opened or read. */
    public static final RefusalCode UNREADABLE = RefusalCode.of("journal.source-unreadable");
    /** Sources include one another in a circle. */
    public static final RefusalCode INCLUDE_CYCLE = RefusalCode.of("journal.include-cycle");
    /** A line is not valid UTF-8. */
    public static final RefusalCode ENCODING = RefusalCode.of("journal.encoding");
    /** A line is longer than a mebibyte. */
    public static final RefusalCode LINE_TOO_LONG = RefusalCode.of("journal.line-too-long");
    /** A line is none of the things a journal may hold. */
    public static final RefusalCode SYNTAX = RefusalCode.of("journal.syntax");
    /** Something that this reader knows and does not read, such as an auto posting. */
    public static final RefusalCode UNSUPPORTED = RefusalCode.of("journal.unsupported");
    /** A directive lacks its argument or has one that makes no sense. */
    public static final RefusalCode DIRECTIVE = RefusalCode.of("journal.directive-invalid");
    /** A date that is none, or one without a year where no default year is set. */
    public static final RefusalCode DATE = RefusalCode.of("journal.date-invalid");
    /** An account name that cannot be one. */
    public static final RefusalCode ACCOUNT = RefusalCode.of("journal.account-invalid");
    /** An amount that cannot be read. */
    public static final RefusalCode AMOUNT = RefusalCode.of("journal.amount-invalid");
    /** More than one posting without an amount. */
    public static final RefusalCode AMOUNTS_MISSING = RefusalCode.of("journal.amounts-missing");
    /** The postings of a transaction do not sum to zero. */
    public static final RefusalCode UNBALANCED = RefusalCode.of("journal.unbalanced");
    /** An account's balance is not the asserted one. */
    public static final RefusalCode ASSERTION = RefusalCode.of("journal.assertion-failed");
    /** Strict reading: an account is used that no directive declares. */
    public static final RefusalCode ACCOUNT_UNDECLARED = RefusalCode.of("journal.account-undeclared");
    /** Strict reading: a commodity is used that no directive declares. */
    public static final RefusalCode COMMODITY_UNDECLARED = RefusalCode.of("journal.commodity-undeclared");

    /** A CSV record breaks the rules of quoting. */
    public static final RefusalCode CSV_QUOTES = RefusalCode.of("csv.quotes-invalid");
    /** A CSV file lacks a column that the mapping names, or a record has more or fewer fields than it should. */
    public static final RefusalCode CSV_COLUMNS = RefusalCode.of("csv.columns-invalid");

    private JournalCodes() {}
}
