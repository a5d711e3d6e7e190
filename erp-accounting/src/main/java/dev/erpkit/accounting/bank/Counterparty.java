package dev.erpkit.accounting.bank;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;

/**
 * Who stands on the other side of a line, as the bank says.
 *
 * @param account the account, such as an IBAN
 * @param name the name
 */
public record Counterparty(Optional<String> account, Optional<String> name) {
    /** Checks the texts: {@code bank.text} for more than 1,000 characters, or such as stores cannot keep. */
    public Counterparty {
        if (account.map(a -> BankLine.isOutOfForm(a, BankLine.LONGEST_NAME)).orElse(false)
                || name.map(n -> BankLine.isOutOfForm(n, BankLine.LONGEST_NAME)).orElse(false)) {
            throw new InvalidValueException(
                    "Counterparty", "name", "bank.text", "must have at most 1,000 characters that stores can keep");
        }
    }

    /** Nothing is said. */
    public static final Counterparty NONE = new Counterparty(Optional.empty(), Optional.empty());

    /** A name alone. */
    public static Counterparty named(String name) {
        return new Counterparty(Optional.empty(), Optional.of(name));
    }

    /** An account and a name. */
    public static Counterparty of(String account, String name) {
        return new Counterparty(Optional.of(account), Optional.of(name));
    }

    /** What is said and not who it is. */
    @Override
    public String toString() {
        return "Counterparty" + (account.isPresent() ? " with account" : "") + (name.isPresent() ? " with name" : "");
    }
}
