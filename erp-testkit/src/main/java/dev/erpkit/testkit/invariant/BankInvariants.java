package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.StatementGap;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.bank.StoredStatement;
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

    /** The lines of an account are numbered without gaps, brought by statements of the account, and nothing is missing. */
    public static ImmutableList<Finding> linesFollow(
            ImmutableList<StoredStatement> statements, ImmutableList<StoredLine> lines) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (int i = 0; i < lines.size(); i++) {
            StoredLine line = lines.get(i);
            boolean brought = statements.anySatisfy(s -> s.number() == line.statement()
                    && s.account().equals(line.id().account())
                    && !line.line().date().isBefore(s.from())
                    && !line.line().date().isAfter(s.through()));
            if (line.id().number() != i + 1L || !brought) {
                found.add(new Finding("lines-follow", line.id().toString(), "is in no statement of its day"));
            }
        }
        StatementGap.of(statements, lines)
                .forEach(gap -> found.add(new Finding(
                        "lines-follow",
                        "statement " + gap.before().number(),
                        "lacks " + gap.missing() + " before it")));
        return found.toImmutable();
    }
}
