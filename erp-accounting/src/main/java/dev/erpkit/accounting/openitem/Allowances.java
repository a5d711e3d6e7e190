package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Refusal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The part of allowances in a match. */
final class Allowances {
    private Allowances() {}

    /** Consumes the allowances from their items, before anything meets the other side. */
    static Optional<Refusal> reserve(ImmutableList<Allowance> allowances, ImmutableList<Claim> claims) {
        for (Allowance allowance : allowances) {
            Claim claim = claims.detect(c -> c.item().id().equals(allowance.of()));
            long amount = Amounts.minor(allowance.amount());
            if (!allowance.amount().getCurrency().equals(claim.item().currency())) {
                return Optional.of(Refusal.of(
                                MatchRefusals.CURRENCY,
                                "The allowance of item " + allowance.of() + " is not in the item's currency "
                                        + claim.item().currency().getCurrencyCode() + "; allow it in that")
                        .with("item", allowance.of()));
            }
            if (amount > claim.left()) {
                return Optional.of(Refusal.of(
                                MatchRefusals.EXCEEDS_RESIDUAL,
                                "Of item " + allowance.of() + " only " + claim.left()
                                        + " minor units can be allowed, not " + amount + "; allow that much or less")
                        .with("item", allowance.of())
                        .with("open", claim.left())
                        .with("asked", amount));
            }
            claim.consume(amount);
        }
        return Optional.empty();
    }

    /** The lines on the accounts that bear the allowances, at the historical rates of their items. */
    static ImmutableList<JournalLine> lines(
            ImmutableList<Allowance> allowances,
            ImmutableList<Claim> claims,
            ImmutableList<MatchPart> parts,
            RoundingPolicy rounding) {
        MutableList<JournalLine> lines = Lists.mutable.empty();
        for (int i = 0; i < claims.size(); i++) {
            OpenItem item = claims.get(i).item();
            Residual left =
                    new Residual(parts.get(i).amountMinor(), parts.get(i).baseMinor());
            for (Allowance allowance : allowances.select(a -> a.of().equals(item.id()))) {
                long amount = Long.signum(item.amountMinor()) * Amounts.minor(allowance.amount());
                long base = base(item, amount, left, rounding);
                left = left.minus(amount, base);
                lines.add(ExchangeLines.line(
                        allowance.account(),
                        Optional.empty(),
                        allowance.dimensions(),
                        amount,
                        item.currency(),
                        base,
                        item.baseCurrency()));
            }
        }
        return lines.toImmutable();
    }

    /** What ends the item's part takes all that is left of its base, so that rounding leaves nothing. */
    private static long base(OpenItem item, long amount, Residual left, RoundingPolicy rounding) {
        if (amount == left.amountMinor() || item.currency().equals(item.baseCurrency())) {
            return amount == left.amountMinor() ? left.baseMinor() : amount;
        }
        long share = rounding.share(
                Math.abs(item.baseMinor()), Math.abs(amount), Math.abs(item.amountMinor()), item.baseCurrency());
        return Long.signum(item.baseMinor()) * Math.min(share, Math.abs(left.baseMinor()));
    }
}
