package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.bank.BankStatement;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of the statements of a bank account. */
public final class BankInvariants {
    private BankInvariants() {}

    /** Each statement adds up from its opening to its closing balance, and the next one begins where it ends. */
    public static ImmutableList<Finding> statementsFollow(ImmutableList<BankStatement> statements) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (int i = 0; i < statements.size(); i++) {
            BankStatement statement = statements.get(i);
            if (!statement.difference().isZero()) {
                found.add(new Finding("statements-follow", "statement " + i, "is off by " + statement.difference()));
            }
            if (i > 0 && !statement.follows(statements.get(i - 1))) {
                found.add(new Finding("statements-follow", "statement " + i, "opens with " + statement.opening()));
            }
        }
        return found.toImmutable();
    }
}
