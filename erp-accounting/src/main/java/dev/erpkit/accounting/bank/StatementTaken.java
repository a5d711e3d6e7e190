package dev.erpkit.accounting.bank;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * What taking a statement in gave.
 *
 * @param statement the statement
 * @param added the lines that were not known before, in the order of the file
 * @param gaps what is missing between the statements of the account now
 */
public record StatementTaken(
        StoredStatement statement, ImmutableList<StoredLine> added, ImmutableList<StatementGap> gaps) {}
