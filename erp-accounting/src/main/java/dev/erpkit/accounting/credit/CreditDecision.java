package dev.erpkit.accounting.credit;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What a credit limit says to one more amount.
 *
 * @param party the party
 * @param verdict ok, warn or stop
 * @param limit the limit, empty when the party has none
 * @param exposure before the amount
 * @param asked the amount that would be added
 */
public record CreditDecision(
        PartyId party,
        CreditVerdict verdict,
        Optional<CreditLimit> limit,
        CreditExposure exposure,
        MonetaryAmount asked) {
    private static final RefusalCode EXCEEDED = RefusalCode.of("credit.limit-exceeded");

    /**
     * Decides: what a party would owe is compared with its limit. What does not add to the exposure (a credit note, an
     * amount of zero) is always ok. Worked: a limit of 1,000 with a mark at 800, 700 open, 100 paid in advance: 200 more is
     * ok, 201 warns, 401 stops.
     *
     * @param limit none, no limit
     * @param asked in the currency of limit and exposure
     */
    public static CreditDecision of(
            PartyId party, Optional<CreditLimit> limit, CreditExposure exposure, MonetaryAmount asked) {
        long added = Amounts.minor(asked);
        long after = Math.addExact(exposure.totalMinor(), added);
        CreditVerdict verdict = limit.filter(some -> added > 0)
                .map(some -> {
                    if (after > Amounts.minor(some.limit())) {
                        return some.stops() ? CreditVerdict.STOP : CreditVerdict.WARN;
                    }
                    boolean marked = some.warnAbove()
                            .map(mark -> after > Amounts.minor(mark))
                            .orElse(false);
                    return marked ? CreditVerdict.WARN : CreditVerdict.OK;
                })
                .orElse(CreditVerdict.OK);
        return new CreditDecision(party, verdict, limit, exposure, asked);
    }

    /** What may still be added before the limit; below zero when it is exceeded already, empty without a limit. */
    public Optional<MonetaryAmount> available() {
        return limit.map(some -> Amounts.ofMinor(
                Math.subtractExact(Amounts.minor(some.limit()), exposure.totalMinor()),
                some.limit().getCurrency()));
    }

    /** The refusal of a stop: {@code credit.limit-exceeded}. */
    public Optional<Refusal> refusal() {
        if (verdict != CreditVerdict.STOP) {
            return Optional.empty();
        }
        String most = limit.map(some -> Amounts.canonical(some.limit())).orElse("none");
        return Optional.of(Refusal.of(
                        EXCEEDED,
                        "With " + Amounts.canonical(asked) + " more party " + party
                                + " would exceed its credit limit of " + most
                                + "; collect first, ask for an advance or raise the limit")
                .with("party", party)
                .with("limit", most)
                .with("asked", Amounts.canonical(asked))
                .with("exposure", Amounts.canonical(exposure.total())));
    }

    /** How the verdict came about. */
    public TraceStep trace() {
        return TraceStep.of("credit." + verdict.text(), Amounts.canonical(exposure.total()))
                .with("openItems", Amounts.canonical(exposure.openItems()))
                .with("advances", Amounts.canonical(exposure.advances()))
                .with("orders", Amounts.canonical(exposure.orders()))
                .with("reserved", Amounts.canonical(exposure.reserved()))
                .with("asked", Amounts.canonical(asked))
                .with(
                        "limit",
                        limit.map(some -> Amounts.canonical(some.limit())).orElse("none"));
    }
}
