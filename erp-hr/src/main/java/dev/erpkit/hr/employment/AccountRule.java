package dev.erpkit.hr.employment;

import dev.erpkit.core.value.Violation;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/** Says whether the numbers of an account can be right. Each country's pack brings its own; a host may add others. */
@FunctionalInterface
public interface AccountRule {
    /** What is wrong with an account, without its numbers; empty when nothing is. */
    Optional<Violation> check(BankAccount account);

    /**
     * The rules of several schemes as one; an account of none of them is {@code bank-account.scheme}.
     *
     * @param rules those that answer {@code bank-account.scheme} for other schemes than their own
     */
    static AccountRule anyOf(AccountRule... rules) {
        return account -> {
            Optional<Violation> last = Optional.of(unknownScheme());
            for (AccountRule rule : Lists.immutable.of(rules)) {
                last = rule.check(account);
                if (last.isEmpty() || !last.get().code().equals("bank-account.scheme")) {
                    return last;
                }
            }
            return last;
        };
    }

    /** For rules: the account is of another scheme. */
    static Violation unknownScheme() {
        return new Violation("scheme", "bank-account.scheme", "must be one that a rule is given for");
    }
}
