package dev.erpkit.crm.pipeline;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.ErpValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** What the facts of one deal come to. */
@ErpValue
@Value.Immutable
public sealed interface Deal permits ImmutableDeal {
    /** The deal. */
    DealId id();

    /** Its pipeline. */
    PipelineId pipeline();

    /** Every stay in a stage, in order; the last is where it is now. */
    ImmutableList<StageVisit> visits();

    /** With whom. */
    PartyId party();

    /** What it is worth. */
    MonetaryAmount amount();

    /** When it is expected to be closed. */
    LocalDate expectedClose();

    /** Who sells. */
    SellerId seller();

    /** How sure the seller is, if they said so. */
    Optional<ForecastCategory> category();

    /** The probability of its own in percent, if it has one. */
    Optional<BigDecimal> probability();

    /** What else is known of it. */
    Facts notes();

    /** The number of the newest fact. */
    long number();

    /** When the newest fact happened. */
    Instant lastAt();

    /** The stage it is in. */
    default StageId stage() {
        return visits().getLast().stage();
    }

    /** Since when it is there. */
    default Instant inStageSince() {
        return visits().getLast().from();
    }

    /** When it was opened. */
    default Instant openedAt() {
        return visits().getFirst().from();
    }

    /** How long it was in a stage, all stays together. */
    default Duration timeIn(StageId stage, Instant now) {
        return visits().select(visit -> visit.stage().equals(stage))
                .injectInto(Duration.ZERO, (so, visit) -> so.plus(visit.length(now)));
    }

    /** How often it came back to a stage that it had left. */
    default int returns(StageId stage) {
        return Math.max(0, visits().count(visit -> visit.stage().equals(stage)) - 1);
    }

    /**
     * What conditions may ask for: {@code amount}, {@code currency}, {@code expected-close}, {@code party}, {@code seller},
     * {@code stage}, {@code days-in-stage}, and what was noted; what was noted under one of these names is not seen.
     */
    default Facts facts(Instant now) {
        return notes().with("amount", FactValue.of(Amounts.decimal(amount())))
                .with("currency", FactValue.of(amount().getCurrency().getCurrencyCode()))
                .with("expected-close", FactValue.of(expectedClose()))
                .with("party", FactValue.of(party().value()))
                .with("seller", FactValue.of(seller().value()))
                .with("stage", FactValue.of(stage().value()))
                .with(
                        "days-in-stage",
                        FactValue.of(Duration.between(inStageSince(), now).toDays()));
    }

    /** What all facts of a deal come to, in their order; nothing without any. */
    static Optional<Deal> of(ImmutableList<DealFact> facts) {
        return facts.injectInto(
                Optional.empty(),
                (so, fact) -> Optional.of(so.map(deal -> deal.after(fact)).orElseGet(() -> opened(fact))));
    }

    private static Deal opened(DealFact fact) {
        if (!(fact.change() instanceof DealChange.Opened opened)) {
            throw new IllegalArgumentException("The first fact of a deal opens it: " + fact.deal());
        }
        Builder builder = new Builder();
        return builder.id(fact.deal())
                .pipeline(opened.pipeline())
                .visits(Lists.immutable.of(new StageVisit(opened.stage(), fact.at(), Optional.empty())))
                .party(opened.party())
                .amount(opened.amount())
                .expectedClose(opened.expectedClose())
                .seller(opened.seller())
                .notes(Facts.none())
                .number(fact.number())
                .lastAt(fact.at())
                .build();
    }

    /** What it comes to with the next fact. */
    default Deal after(DealFact fact) {
        Builder next = new Builder();
        next.from(this).number(fact.number()).lastAt(fact.at());
        DealChange change = fact.change();
        if (change instanceof DealChange.Moved moved) {
            StageVisit here = visits().getLast();
            next.visits(Lists.immutable
                    .withAll(visits().take(visits().size() - 1))
                    .newWith(new StageVisit(here.stage(), here.from(), Optional.of(fact.at())))
                    .newWith(new StageVisit(moved.to(), fact.at(), Optional.empty())));
        } else if (change instanceof DealChange.Valued valued) {
            next.amount(valued.amount());
        } else if (change instanceof DealChange.Rescheduled rescheduled) {
            next.expectedClose(rescheduled.expectedClose());
        } else if (change instanceof DealChange.Judged judged) {
            next.category(Optional.of(judged.category()));
        } else if (change instanceof DealChange.Weighed weighed) {
            next.probability(Optional.of(weighed.probability()));
        } else if (change instanceof DealChange.Handed handed) {
            next.seller(handed.seller());
        } else if (change instanceof DealChange.Noted noted) {
            next.notes(notes().with(noted.field(), noted.value()));
        }
        return next.build();
    }

    /** Builds a deal from its facts alone. */
    final class Builder extends ImmutableDeal.Builder {
        Builder() {}
    }
}
