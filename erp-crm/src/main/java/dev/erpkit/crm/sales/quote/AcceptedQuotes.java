package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.QuoteCheck;
import dev.erpkit.crm.sales.port.SalesLog;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The quotes as orders see them: an order may name the revision that was accepted as this very order, with the party, lines,
 * prices and rounding that were accepted. Otherwise {@code quote.unknown-name}, {@code quote.differs},
 * {@code quote.not-accepted}, or what {@link QuoteRules#acceptable} says of the revision.
 */
public final class AcceptedQuotes implements QuoteCheck {
    private final SalesLog<QuoteChange> log;

    /** Over the records of quotes, in the unit of work of the orders. */
    public AcceptedQuotes(SalesLog<QuoteChange> log) {
        this.log = log;
    }

    /** A revision with the quote to which it belongs. */
    private record Found(Quote quote, QuoteRevision revision) {
        boolean isAcceptedAs(DocumentId order) {
            return revision.order().filter(order::equals).isPresent();
        }
    }

    @Override
    public Optional<Refusal> refusal(String name, OrderDraft order, LocalDate day) {
        ImmutableList<Found> named = named(name);
        if (named.isEmpty()) {
            return Optional.of(QuoteRefusals.unknownName(name));
        }
        Found found = named.detectIfNone(some -> some.isAcceptedAs(order.id()), named::getFirst);
        if (!found.isAcceptedAs(order.id())) {
            Optional<Refusal> why = QuoteRules.acceptable(found.quote(), found.revision(), day);
            return why.or(() -> Optional.of(QuoteRefusals.notAccepted(name)));
        }
        QuoteDraft accepted = found.revision().draft();
        boolean same =
                accepted.offer().equals(order.offer()) && accepted.pricing().equals(order.pricing());
        return same ? Optional.empty() : Optional.of(QuoteRefusals.differs(name, order.id()));
    }

    /** The revisions of this name; two where the id of one quote looks like a revision of another. */
    private ImmutableList<Found> named(String name) {
        MutableList<Found> found = Lists.mutable.empty();
        found(name, name).ifPresent(found::add);
        int dash = name.lastIndexOf('-');
        if (dash > 0) {
            found(name.substring(0, dash), name).ifPresent(found::add);
        }
        return found.toImmutable();
    }

    private Optional<Found> found(String id, String name) {
        return Quote.of(log.of(DocumentId.of(id)))
                .flatMap(quote -> quote.revisions()
                        .detectOptional(revision -> quote.name(revision).equals(name))
                        .map(revision -> new Found(quote, revision)));
    }
}
