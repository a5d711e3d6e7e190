package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Where a share of the base or of the tax goes.
 *
 * @param of what it is a share of
 * @param factor the share, 1 for all; below zero on the other side, as the debt of a reverse charge
 * @param account what posting rules choose an account by, at most 64 characters
 * @param deductible whether a deductible share below 1 cuts it
 * @param boxes the boxes of declarations that it counts in
 */
public record TaxPart(Of of, Rational factor, String account, boolean deductible, ImmutableList<BoxTag> boxes) {
    /** What a part is a share of. */
    public enum Of {
        /** What the tax is computed from. */
        BASE,
        /** The tax. */
        TAX
    }

    /** Checks the account: {@code tax.account}. */
    public TaxPart {
        if (account.length() > 64 || !Texts.isLabel(account)) {
            throw new InvalidValueException(
                    "TaxPart", "account", "tax.account", "must have at most 64 characters and no control characters");
        }
    }

    /** All of the base, for its boxes; it goes nowhere else. */
    public static TaxPart base(BoxTag... boxes) {
        return new TaxPart(Of.BASE, Rational.ONE, "", false, Lists.immutable.of(boxes));
    }

    /** All of the tax to an account. */
    public static TaxPart tax(String account, BoxTag... boxes) {
        return new TaxPart(Of.TAX, Rational.ONE, account, true, Lists.immutable.of(boxes));
    }

    /** A share of the tax to an account: {@code share("1/2", ...)}; below zero for the debt of a reverse charge. */
    public static TaxPart share(String factor, String account, BoxTag... boxes) {
        Rational share = Rational.parse(factor);
        return new TaxPart(Of.TAX, share, account, share.signum() > 0, Lists.immutable.of(boxes));
    }

    TaxPart flipped() {
        return new TaxPart(of, factor, account, deductible, boxes.collect(BoxTag::flipped));
    }
}
