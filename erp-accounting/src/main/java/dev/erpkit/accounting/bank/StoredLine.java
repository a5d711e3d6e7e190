package dev.erpkit.accounting.bank;

/**
 * A fact: a line that a statement brought.
 *
 * @param id its id
 * @param statement the number of the statement that brought it first
 * @param line the line
 */
public record StoredLine(BankLineId id, long statement, BankLine line) {}
