package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.price.LineFigures;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.OfferFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What may happen to a quote; pure functions that say why not. */
public final class QuoteRules {
    private QuoteRules() {}

    /** Whether discounts keep to a limit in percents of the list: {@code quote.discount-over-limit}. */
    public static Optional<Refusal> discounts(DocumentId quote, OfferFigures figures, BigDecimal most) {
        Rational limit = Rational.of(most);
        for (LineFigures line : figures.lines()) {
            if (line.percentOff().compareTo(limit) > 0) {
                return Optional.of(QuoteRefusals.discount(quote, line.line(), line.percentOff(), most));
            }
        }
        return figures.percentOff().compareTo(limit) > 0
                ? Optional.of(QuoteRefusals.discount(quote, 0, figures.percentOff(), most))
                : Optional.empty();
    }

    /** Whether a discount on all of it is one that its taxes allow: {@code quote.mixed-taxes}. */
    public static Optional<Refusal> taxes(DocumentId quote, Offer offer, MixedTaxes way) {
        boolean mixed =
                offer.lines().collect(line -> line.taxes().toSet()).distinct().size() > 1;
        boolean discounted = offer.orderDiscounts().steps().notEmpty();
        return mixed && discounted && way == MixedTaxes.REFUSE
                ? Optional.of(QuoteRefusals.mixedTaxes(quote))
                : Optional.empty();
    }

    /** Whether there may be another revision: {@code quote.accepted}, {@code quote.other-party}. */
    static Optional<Refusal> revise(Quote quote, QuoteDraft draft) {
        if (!quote.party().equals(draft.offer().party())) {
            return Optional.of(QuoteRefusals.otherParty(quote.id()));
        }
        return taken(quote);
    }

    private static Optional<Refusal> taken(Quote quote) {
        return quote.current().flatMap(QuoteRevision::order).map(order -> QuoteRefusals.accepted(quote.id(), order));
    }

    /** Whether a revision may be submitted on a day. */
    static Optional<Refusal> submit(Quote quote, QuoteRevision revision, LocalDate day) {
        return taken(quote).or(() -> switch (quote.state(revision, day)) {
            case DRAFT ->
                day.isAfter(revision.draft().validThrough()) ? Optional.of(expired(quote, revision)) : Optional.empty();
            case SUPERSEDED -> Optional.of(superseded(quote, revision));
            case WITHDRAWN -> Optional.of(QuoteRefusals.withdrawn(quote.name(revision)));
            default -> Optional.of(QuoteRefusals.submitted(quote.name(revision)));
        });
    }

    /** Whether somebody may approve a revision in a role. */
    static Optional<Refusal> approve(Quote quote, QuoteRevision revision, String role, LocalDate day, Actor actor) {
        Optional<Refusal> dead = acceptable(quote, revision, day);
        RevisionState state = quote.state(revision, day);
        if (state != RevisionState.WAITING && dead.isPresent()) {
            return dead;
        }
        if (!revision.missingApprovals().contains(role)) {
            return Optional.of(QuoteRefusals.noApproval(quote.name(revision), role));
        }
        return revision.submitted().equals(Optional.of(actor))
                ? Optional.of(QuoteRefusals.ownApproval(quote.name(revision)))
                : Optional.empty();
    }

    /** Whether a revision may be taken back. */
    static Optional<Refusal> withdraw(Quote quote, QuoteRevision revision) {
        return revision.withdrawn() ? Optional.of(QuoteRefusals.withdrawn(quote.name(revision))) : taken(quote);
    }

    /**
     * Whether the customer may accept a revision on a day: {@code quote.accepted}, {@code quote.superseded},
     * {@code quote.expired}, {@code quote.withdrawn}, {@code quote.not-submitted}, {@code quote.not-approved}.
     */
    public static Optional<Refusal> acceptable(Quote quote, QuoteRevision revision, LocalDate day) {
        return taken(quote).or(() -> switch (quote.state(revision, day)) {
            case OPEN, ACCEPTED -> Optional.empty();
            case DRAFT -> Optional.of(QuoteRefusals.notSubmitted(quote.name(revision)));
            case WAITING ->
                Optional.of(QuoteRefusals.notApproved(
                        quote.name(revision), revision.missingApprovals().makeString(", ")));
            case EXPIRED -> Optional.of(expired(quote, revision));
            case SUPERSEDED -> Optional.of(superseded(quote, revision));
            case WITHDRAWN -> Optional.of(QuoteRefusals.withdrawn(quote.name(revision)));
        });
    }

    private static Refusal expired(Quote quote, QuoteRevision revision) {
        return QuoteRefusals.expired(quote.name(revision), revision.draft().validThrough());
    }

    private static Refusal superseded(Quote quote, QuoteRevision revision) {
        String current = quote.current().map(quote::name).orElseThrow();
        return QuoteRefusals.superseded(quote.name(revision), current);
    }
}
