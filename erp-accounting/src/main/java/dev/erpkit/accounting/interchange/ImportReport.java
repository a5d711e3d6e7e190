package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.chart.AccountId;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How an import ended.
 *
 * @param posted how many entries were posted
 * @param known how many were in the books already
 * @param idle how many transactions move nothing and are no entries, such as those that only assert a balance
 * @param opened the accounts that were opened, in the order of their first use
 * @param problems what is wrong or was refused, with the line; when the file itself is wrong nothing was posted
 */
public record ImportReport(
        long posted, long known, long idle, ImmutableList<AccountId> opened, ImmutableList<JournalProblem> problems) {
    /** Whether the books now hold the whole file. */
    public boolean isComplete() {
        return problems.isEmpty();
    }
}
