package dev.erpkit.accounting.openitem;

import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Leaves the exchange difference of a match in the foreign items that stay open, as far as they can bear it. */
final class Deferral {
    private Deferral() {}

    static ImmutableList<MatchPart> defer(ImmutableList<Claim> claims, ImmutableList<MatchPart> parts, long realised) {
        MutableList<MatchPart> deferred = parts.toList();
        long difference = realised;
        for (int i = 0; i < parts.size() && difference != 0; i++) {
            Claim claim = claims.get(i);
            MatchPart part = parts.get(i);
            OpenItem item = claim.item();
            if (claim.available().leavesOpen(claim.consumed())
                    && !item.currency().equals(item.baseCurrency())) {
                int sign = Long.signum(item.baseMinor());
                long wanted = sign * Math.subtractExact(part.baseMinor(), difference);
                long base =
                        sign * Math.max(0, Math.min(wanted, claim.available().base()));
                deferred.set(i, new MatchPart(part.item(), part.currency(), part.amountMinor(), base));
                difference = Math.addExact(Math.subtractExact(difference, part.baseMinor()), base);
            }
        }
        return deferred.toImmutable();
    }
}
