package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A quote as its records have it: its revisions, of which exactly one is current until all are taken back.
 *
 * @param id its id
 * @param rule when revisions take each other's place
 * @param revisions the revisions in the order of their numbers
 */
public record Quote(DocumentId id, RevisionRule rule, ImmutableList<QuoteRevision> revisions) {

    /** The quote with these records; empty when there are none. */
    public static Optional<Quote> of(ImmutableList<SalesRecord<QuoteChange>> records) {
        Optional<Quote> quote = Optional.empty();
        for (SalesRecord<QuoteChange> fact : records) {
            for (QuoteChange change : fact.changes()) {
                quote = Optional.of(quote.map(before -> before.after(change))
                        .orElseGet(() -> start(fact.document(), (QuoteChange.Drafted) change)));
            }
        }
        return quote;
    }

    private static Quote start(DocumentId id, QuoteChange.Drafted drafted) {
        return new Quote(id, drafted.rule(), Lists.immutable.of(QuoteRevision.start(drafted)));
    }

    private Quote after(QuoteChange change) {
        if (change instanceof QuoteChange.Drafted drafted) {
            return new Quote(id, rule, revisions.newWith(QuoteRevision.start(drafted)));
        }
        return new Quote(
                id, rule, revisions.collect(some -> some.number() == change.revision() ? some.after(change) : some));
    }

    /** Whose quote it is. */
    public PartyId party() {
        return revisions.getFirst().draft().offer().party();
    }

    /** A revision by its number. */
    public Optional<QuoteRevision> revision(int number) {
        return revisions.detectOptional(some -> some.number() == number);
    }

    /**
     * The current revision: the accepted one; else the newest that was not taken back, of the submitted ones first where
     * revisions take each other's place only then. Empty when all were taken back.
     */
    public Optional<QuoteRevision> current() {
        ImmutableList<QuoteRevision> there = revisions.reject(QuoteRevision::withdrawn);
        Optional<QuoteRevision> accepted =
                there.detectOptional(some -> some.order().isPresent());
        Optional<QuoteRevision> submitted = rule == RevisionRule.ON_SUBMIT
                ? there.select(some -> some.submitted().isPresent()).getLastOptional()
                : Optional.empty();
        return accepted.or(() -> submitted).or(there::getLastOptional);
    }

    /** How a revision stands on a day. */
    public RevisionState state(QuoteRevision revision, LocalDate day) {
        if (revision.order().isPresent()) {
            return RevisionState.ACCEPTED;
        }
        if (revision.withdrawn()) {
            return RevisionState.WITHDRAWN;
        }
        Optional<QuoteRevision> current = current();
        boolean passed = current.map(other -> other.order().isPresent() || other.number() > revision.number())
                .orElse(false);
        if (passed) {
            return RevisionState.SUPERSEDED;
        }
        if (revision.submitted().isEmpty()) {
            return RevisionState.DRAFT;
        }
        if (day.isAfter(revision.draft().validThrough())) {
            return RevisionState.EXPIRED;
        }
        return revision.missingApprovals().isEmpty() ? RevisionState.OPEN : RevisionState.WAITING;
    }

    /** The name of a revision: that of the quote, and from the first revision on its number, such as {@code S001-02}. */
    public String name(QuoteRevision revision) {
        return revision.number() == 0 ? id.value() : id + String.format(Locale.ROOT, "-%02d", revision.number());
    }

    /** The revisions before one, whose place it has taken. */
    public ImmutableList<QuoteRevision> historyOf(QuoteRevision revision) {
        return revisions.select(some -> some.number() < revision.number());
    }
}
