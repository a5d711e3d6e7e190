package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The matching engine: a pure function of the request, the items with their matches, the policy and the rates.
 *
 * <p>Items of one currency consume equal amounts of it on both sides. The base that goes with an amount is the item's
 * own, at its historical rate; what the two sides give up in base together is the exchange difference. Nothing is ever
 * consumed beyond what is open, on the day of the match or on any later one.
 *
 * <p>Worked: 120 USD at 40 against -240 USD at -120 consumes 120 and -120 USD, 40 and -60 in base. The difference of -20
 * is a gain of 20; open stays -120 USD at -60.
 */
public final class Matching {
    private Matching() {}

    /**
     * Decides a match.
     *
     * @param items the items of the request's terms, in their order
     * @param coordinates the analytic coordinates of the line that an item comes from; what the match posts on control
     *     accounts keeps them
     * @return the plan, or one of {@code match.book-differs}, {@code match.kind}, {@code match.account-differs},
     *     {@code match.party-differs}, {@code match.same-side}, {@code match.currency}, {@code match.date},
     *     {@code match.closed}, {@code match.exceeds-residual}, {@code match.unbalanced}, {@code match.nothing},
     *     {@code rate.missing}, {@code currency.no-trading-account}
     */
    public static Outcome<MatchPlan> decide(
            MatchRequest request,
            ImmutableList<ItemHistory> items,
            Function<ItemId, Dimensions> coordinates,
            MatchingPolicy policy,
            ExchangeRates rates) {
        Optional<Refusal> broken = MatchRules.check(request, items.collect(ItemHistory::item), policy);
        if (broken.isPresent()) {
            return Outcome.refused(broken.get());
        }
        ImmutableList<Claim> claims = items.collectWithIndex((history, i) -> new Claim(
                new Availability(history, request.date()), request.terms().get(i)));
        PairRates pairRates = new PairRates(request, policy, rates);
        Optional<Refusal> refusal = claims.collect(Matching::unavailable)
                .newWith(Allowances.reserve(request.allowances(), claims))
                .detectOptional(Optional::isPresent)
                .orElseGet(() -> new Walk(pairRates, policy.rounding()).run(claims));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ImmutableList<Claim> consumed = claims.select(claim -> claim.consumed() > 0);
        boolean bothSides = consumed.anySatisfy(Claim::debit) && consumed.anySatisfy(claim -> !claim.debit());
        if (!bothSides && request.allowances().isEmpty()) {
            return Outcome.refused(Refusal.of(
                    MatchRefusals.NOTHING,
                    "Nothing is consumed on one of the sides; an amount is worth less than a minor unit of the other"));
        }
        return parts(consumed, policy)
                .then(parts -> plan(consumed, parts, request.allowances(), coordinates, policy, pairRates.used()));
    }

    private static Optional<Refusal> unavailable(Claim claim) {
        long open = claim.available().amount();
        if (open == 0) {
            return Optional.of(Refusal.of(
                            MatchRefusals.CLOSED,
                            "Item " + claim.item().id()
                                    + " has nothing open from the day of the match on; undo a match of it first")
                    .with("item", claim.item().id()));
        }
        if (claim.limit() > open) {
            return Optional.of(Refusal.of(
                            MatchRefusals.EXCEEDS_RESIDUAL,
                            "Item " + claim.item().id() + " has " + open
                                    + " minor units open from the day of the match on, not " + claim.limit()
                                    + "; ask for that much or less")
                    .with("item", claim.item().id())
                    .with("open", open)
                    .with("asked", claim.limit()));
        }
        return Optional.empty();
    }

    private static Outcome<ImmutableList<MatchPart>> parts(ImmutableList<Claim> claims, MatchingPolicy policy) {
        MutableList<MatchPart> parts = Lists.mutable.empty();
        for (Claim claim : claims) {
            OptionalLong base = claim.available().baseOf(claim.consumed(), policy.rounding());
            if (base.isEmpty()) {
                return Outcome.refused(Refusal.of(
                                MatchRefusals.DATE,
                                "Later matches of item " + claim.item().id()
                                        + " leave no exact share of its base on this day; match on a later day")
                        .with("item", claim.item().id()));
            }
            OpenItem item = claim.item();
            parts.add(new MatchPart(
                    item.id(),
                    item.currency(),
                    Long.signum(item.amountMinor()) * claim.consumed(),
                    Long.signum(item.baseMinor()) * base.getAsLong()));
        }
        return Outcome.accepted(parts.toImmutable());
    }

    private static Outcome<MatchPlan> plan(
            ImmutableList<Claim> claims,
            ImmutableList<MatchPart> proportional,
            ImmutableList<Allowance> allowances,
            Function<ItemId, Dimensions> coordinates,
            MatchingPolicy policy,
            String rates) {
        OpenItem first = claims.getFirst().item();
        CurrencyUnit base = first.baseCurrency();
        ImmutableList<JournalLine> allowed = Allowances.lines(allowances, claims, proportional, policy.rounding());
        ImmutableList<MatchPart> parts = policy.differences() == DifferenceTiming.ON_SETTLEMENT
                ? Deferral.defer(claims, proportional, difference(proportional, allowed))
                : proportional;
        long difference = difference(parts, allowed);
        String basis = policy.name() + (rates.isEmpty() ? "" : "; " + rates);
        ImmutableList<JournalLine> lines = SettlementLines.of(claims.collect(Claim::item), coordinates, parts)
                .newWithAll(allowed);
        return ExchangeLines.complete(lines, base, policy.accounts())
                .map(complete -> new MatchPlan(
                        first.book(),
                        base,
                        parts,
                        difference,
                        complete,
                        basis,
                        trace(claims, parts, difference, basis)));
    }

    /** What both sides give up in base together, less what is allowed. */
    private static long difference(ImmutableList<MatchPart> parts, ImmutableList<JournalLine> allowed) {
        long sum = 0;
        for (MatchPart part : parts) {
            sum = Math.addExact(sum, part.baseMinor());
        }
        for (JournalLine line : allowed) {
            sum = Math.subtractExact(sum, line.baseMinor());
        }
        return sum;
    }

    private static TraceStep trace(
            ImmutableList<Claim> claims, ImmutableList<MatchPart> parts, long difference, String basis) {
        CurrencyUnit base = claims.getFirst().item().baseCurrency();
        TraceStep step = TraceStep.of(
                        "fx.realised", Amounts.canonical(Amounts.ofMinor(Math.negateExact(difference), base)))
                .with("basis", basis);
        for (int i = 0; i < parts.size(); i++) {
            OpenItem item = claims.get(i).item();
            MatchPart part = parts.get(i);
            step = step.from(TraceStep.of("match.part", Amounts.canonical(Amounts.ofMinor(part.baseMinor(), base)))
                    .with("item", item.id())
                    .with("consumed", Amounts.canonical(Amounts.ofMinor(part.amountMinor(), part.currency())))
                    .with("original", Amounts.canonical(item.amount()))
                    .with("original-base", Amounts.canonical(item.base())));
        }
        return step;
    }
}
