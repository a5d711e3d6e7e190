package dev.erpkit.accounting.terms;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.trace.TraceStep;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;

/**
 * Whether a payment earns a cash discount, and of what.
 *
 * @param reason why, or why not
 * @param discount how much, with the sign of the invoice's total; zero when none
 * @param parts of which net amounts and taxes, summing to the discount exactly
 * @param trace how it came about
 */
public record DiscountDecision(
        DiscountReason reason, MonetaryAmount discount, ImmutableList<DiscountPart> parts, TraceStep trace) {
    /** The role of the discount of net amounts, qualified by their keys. */
    public static final String DISCOUNT = "cash-discount";

    /** The role of the tax that a discount corrects, qualified by its code. */
    public static final String DISCOUNT_TAX = "cash-discount-tax";

    /** Whether there is a discount. */
    public boolean granted() {
        return reason == DiscountReason.GRANTED;
    }

    /** The parts as amounts by role, with the sign of the invoice's total; those that are zero are left out. */
    public ImmutableList<RoleAmount> amounts() {
        return parts.reject(part -> part.amount().isZero())
                .collect(part -> RoleAmount.of(part.tax() ? DISCOUNT_TAX : DISCOUNT, part.amount())
                        .qualified(part.key()));
    }

    /**
     * What is given up of the invoice's open item, for the match of item and payment: one allowance for each account, so
     * that the discount is posted with the match at the item's historical rate.
     *
     * @param account chooses the account of a part
     */
    public ImmutableList<Allowance> allowances(ItemId item, Function<DiscountPart, AccountId> account) {
        MutableObjectLongMap<AccountId> sums = ObjectLongMaps.mutable.empty();
        ImmutableList<AccountId> accounts = parts.collect(account::apply);
        parts.forEachWithIndex((part, i) ->
                sums.put(accounts.get(i), Math.addExact(sums.get(accounts.get(i)), Amounts.minor(part.amount()))));
        return accounts.distinct()
                .select(id -> sums.get(id) != 0)
                .collect(id -> new Allowance(
                        item,
                        Amounts.ofMinor(Math.absExact(sums.get(id)), discount.getCurrency()),
                        id,
                        Dimensions.none()));
    }
}
