package dev.erpkit.accounting.bank;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A statement of a bank account.
 *
 * @param opening the booked balance before the first line
 * @param lines the lines, in the order of the bank
 * @param closing the booked balance after the last line
 */
public record BankStatement(MonetaryAmount opening, ImmutableList<BankLine> lines, MonetaryAmount closing) {
    /** Checks that all amounts are of one currency: {@code bank.currency}. */
    public BankStatement {
        CurrencyUnit currency = opening.getCurrency();
        if (!closing.getCurrency().equals(currency)
                || lines.anySatisfy(line -> !line.amount().getCurrency().equals(currency))) {
            throw new InvalidValueException(
                    "BankStatement", "lines", "bank.currency", "must all be in " + currency.getCurrencyCode());
        }
    }

    /** Closing less opening less all lines: zero when the statement adds up. */
    public MonetaryAmount difference() {
        long difference = Math.subtractExact(Amounts.minor(closing), Amounts.minor(opening));
        for (BankLine line : lines) {
            difference = Math.subtractExact(difference, Amounts.minor(line.amount()));
        }
        return Amounts.ofMinor(difference, closing.getCurrency());
    }

    /** Whether this statement begins with what the one before ended with. */
    public boolean follows(BankStatement before) {
        return opening.getCurrency().equals(before.closing.getCurrency())
                && Amounts.minor(opening) == Amounts.minor(before.closing);
    }
}
