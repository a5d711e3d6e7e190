package dev.erpkit.accounting.document;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The base amounts of a document's parts, as the posting rules' standard translation gives them: each side together at one
 * rate, half up, shared out by the largest remainder. So document and entry agree, and both balance.
 */
final class BaseAmounts {
    private static final RoundingPolicy HALF_UP = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    private BaseAmounts() {}

    /** In the order of the parts, positive in the natural direction of each. */
    static long[] of(ImmutableList<DocumentPart> parts, ExchangeRate rate) {
        long[] base = new long[parts.size()];
        for (int side : new int[] {1, -1}) {
            long[] weights = new long[base.length];
            long total = 0;
            for (int i = 0; i < base.length; i++) {
                long signed = parts.get(i).signed();
                if (Long.signum(signed) == side) {
                    weights[i] = Math.absExact(signed);
                    total = Math.addExact(total, weights[i]);
                }
            }
            if (total == 0) {
                continue;
            }
            long whole = Amounts.minor(rate.convert(Amounts.ofMinor(total, rate.base()), HALF_UP));
            long[] shares = Allocator.allocate(whole, weights, RemainderRule.LARGEST_REMAINDER);
            for (int i = 0; i < base.length; i++) {
                if (weights[i] != 0) {
                    base[i] = Long.signum(parts.get(i).minor()) * shares[i];
                }
            }
        }
        return base;
    }
}
