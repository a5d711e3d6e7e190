package dev.erpkit.accounting.bank;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/**
 * What a file says about an account in some days.
 *
 * @param account the bank account, as its lines name it
 * @param from the first day
 * @param through the last day
 * @param statement the balances and lines
 */
public record StatementFile(String account, LocalDate from, LocalDate through, BankStatement statement) {
    /** Checks that the days are in order and all lines are of the account and of these days: {@code bank.line-outside}. */
    public StatementFile {
        boolean outside = statement
                .lines()
                .anySatisfy(line -> !line.account().equals(account)
                        || line.date().isBefore(from)
                        || line.date().isAfter(through));
        if (outside || through.isBefore(from)) {
            throw new InvalidValueException(
                    "StatementFile",
                    "statement",
                    "bank.line-outside",
                    "must have only lines of its account and its days, of which the first is not after the last");
        }
    }

    /** The same for the same content. */
    Digest fingerprint() {
        StringBuilder text = new StringBuilder("statement:v1\n")
                .append(account)
                .append('\n')
                .append(from)
                .append('\n')
                .append(through)
                .append('\n')
                .append(Amounts.canonical(statement.opening()))
                .append('\n')
                .append(Amounts.canonical(statement.closing()));
        statement
                .lines()
                .forEach(line -> text.append('\n')
                        .append(line.likeness().length())
                        .append(':')
                        .append(line.likeness()));
        return Digest.ofText(text);
    }
}
