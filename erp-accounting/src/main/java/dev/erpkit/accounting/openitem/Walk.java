package dev.erpkit.accounting.openitem;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import java.util.Comparator;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Sets debits off against credits, the older first, until one side has nothing left. What the request asks for exactly goes
 * before what it leaves open, so that it is met whenever it can be.
 */
final class Walk {
    /** Exact before open, then by the day it is due, then in the order of recording. */
    private static final Comparator<Claim> OLDEST_FIRST = Comparator.comparing((Claim claim) -> !claim.exact())
            .thenComparing(claim -> claim.item().due())
            .thenComparing(claim -> claim.item().position())
            .thenComparing(claim -> claim.item().id());

    private final PairRates rates;
    private final RoundingPolicy rounding;

    Walk(PairRates rates, RoundingPolicy rounding) {
        this.rates = rates;
        this.rounding = rounding;
    }

    /** Consumes from the claims; a refusal leaves them half consumed and worthless. */
    Optional<Refusal> run(ImmutableList<Claim> claims) {
        if (agreed(claims)) {
            claims.forEach(claim -> claim.consume(claim.limit()));
            return Optional.empty();
        }
        ImmutableList<Claim> debits = claims.select(Claim::debit).toImmutableSortedList(OLDEST_FIRST);
        ImmutableList<Claim> credits = claims.reject(Claim::debit).toImmutableSortedList(OLDEST_FIRST);
        int d = 0;
        int c = 0;
        while (d < debits.size() && c < credits.size()) {
            Outcome<Boolean> debitFirst = pair(debits.get(d), credits.get(c));
            if (debitFirst.refusal().isPresent()) {
                return debitFirst.refusal();
            }
            if (debitFirst.orElseThrow()) {
                d++;
            } else {
                c++;
            }
        }
        return claims.detectOptional(claim -> claim.exact() && claim.left() > 0).map(Walk::unbalanced);
    }

    /** Amounts in several currencies that the request gives for every item are what the parties agreed on. */
    private boolean agreed(ImmutableList<Claim> claims) {
        return claims.allSatisfy(Claim::exact)
                && claims.collect(claim -> claim.item().currency()).distinct().size() > 1;
    }

    /** Sets off two claims; tells whether the debit is the one that has nothing more to give. */
    private Outcome<Boolean> pair(Claim debit, Claim credit) {
        if (debit.item().currency().equals(credit.item().currency())) {
            long amount = Math.min(debit.left(), credit.left());
            debit.consume(amount);
            credit.consume(amount);
            return Outcome.accepted(debit.left() == 0);
        }
        return rates.factor(debit.item(), credit.item()).map(factor -> convert(debit, credit, factor));
    }

    /** The claim that is worth less is consumed exactly, the other by its rounded worth; worthless rests stay open. */
    private boolean convert(Claim debit, Claim credit, Rational factor) {
        long worth = worth(debit.left(), factor, credit.item().currency());
        if (worth <= credit.left()) {
            if (worth > 0) {
                debit.consume(debit.left());
                credit.consume(worth);
            }
            return true;
        }
        long needed = worth(credit.left(), factor.reciprocal(), debit.item().currency());
        if (needed > 0) {
            debit.consume(needed);
            credit.consume(credit.left());
        }
        return false;
    }

    private long worth(long amount, Rational factor, CurrencyUnit in) {
        Rational exact = Rational.of(amount).multiply(factor);
        return rounding.minor(exact.numerator(), exact.denominator(), in);
    }

    private static Refusal unbalanced(Claim claim) {
        return Refusal.of(
                        MatchRefusals.UNBALANCED,
                        "Of item " + claim.item().id() + " " + claim.limit() + " minor units shall be matched but only "
                                + claim.consumed() + " meet something on the other side; ask for less or add items")
                .with("item", claim.item().id())
                .with("asked", claim.limit())
                .with("met", claim.consumed());
    }
}
