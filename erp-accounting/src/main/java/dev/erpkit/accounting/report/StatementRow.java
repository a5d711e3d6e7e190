package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A row of a statement.
 *
 * @param id the id of the layout's row; that of the row above, a slash and the code for a row that shows one account
 * @param level how far it is indented, from 0
 * @param label what people read
 * @param kind what the row is
 * @param account the account, in rows that show one
 * @param cells a figure for each column, none in a heading
 */
public record StatementRow(
        String id,
        int level,
        String label,
        Kind kind,
        Optional<AccountId> account,
        ImmutableList<StatementCell> cells) {
    /** What a row is. */
    public enum Kind {
        /** A label. */
        HEADING,
        /** The sum of accounts. */
        ACCOUNTS,
        /** One of the accounts of the row above. */
        ACCOUNT,
        /** The sum of rows. */
        TOTAL
    }
}
