package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.internal.Command;
import dev.erpkit.crm.sales.internal.Commands;
import dev.erpkit.crm.sales.internal.Decision;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.price.OfferFigures;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Drafts, revises, submits, approves, takes back and accepts quotes. Every command is one unit of work; the same key with the
 * same content gives the same outcome again, with other content {@code sales.key-reused}. Of two people who accept one quote
 * one does, and one order is placed.
 *
 * <p>Permissions, with the quote as scope: {@code quote.draft}, {@code quote.submit}, {@code quote.approve},
 * {@code quote.withdraw}, {@code quote.accept}; {@code access.denied} otherwise. Who accepts needs that to place an order too.
 */
public final class Quotes {
    private static final String SENT = "quote.sent";

    private final SalesLog<QuoteChange> log;
    private final Orders orders;
    private final QuoteSetup setup;
    private final Commands<QuoteChange> commands;

    /**
     * A service over a host's ports.
     *
     * @param orders in the same unit of work, with {@link AcceptedQuotes} over the same log
     * @param outbox takes {@code quote.sent} once a revision can be accepted, and {@code quote.accepted}
     */
    public Quotes(
            SalesLog<QuoteChange> log,
            Orders orders,
            QuoteSetup setup,
            Outbox outbox,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.log = log;
        this.orders = orders;
        this.setup = setup;
        this.commands = new Commands<>(log, outbox, unitOfWork, access, clock);
    }

    /** A quote as it is now. */
    public Optional<Quote> find(DocumentId id) {
        return Quote.of(log.of(id));
    }

    /**
     * Drafts a quote, or the next revision of it: {@code quote.discount-over-limit}, {@code quote.mixed-taxes},
     * {@code quote.accepted}, {@code quote.other-party}.
     */
    public Outcome<Quote> draft(IdempotencyKey key, DocumentId id, QuoteDraft draft, LocalDate day, Actor actor) {
        Command command = new Command(key, "quote.draft", id, day, draft.text(), actor);
        return done(commands.run(command, () -> {
            Optional<Quote> before = find(id);
            OfferFigures figures = draft.figures();
            Optional<Refusal> refusal = before.flatMap(quote -> QuoteRules.revise(quote, draft))
                    .or(() -> setup.mostDiscount().flatMap(most -> QuoteRules.discounts(id, figures, most)))
                    .or(() -> QuoteRules.taxes(id, draft.offer(), setup.mixedTaxes()));
            int next = before.map(quote -> quote.revisions().size()).orElse(0);
            return Decision.unless(
                    refusal, draft.offer().party(), new QuoteChange.Drafted(next, draft, setup.revisions()));
        }));
    }

    /**
     * Submits a revision to the customer; from now on it can be accepted, after the approvals that it takes:
     * {@code quote.submitted}, {@code quote.superseded}, {@code quote.withdrawn}, {@code quote.expired},
     * {@code quote.accepted}, or what the table of approval refuses.
     */
    public Outcome<Quote> submit(IdempotencyKey key, DocumentId id, int revision, LocalDate day, Actor actor) {
        return change(new Command(key, "quote.submit", id, day, "" + revision, actor), revision, (quote, some) -> {
            Optional<Refusal> refusal = QuoteRules.submit(quote, some, day);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            return approvals(quote, some.draft().figures())
                    .then(roles -> Decision.<QuoteChange>of(
                                    quote.party(), new QuoteChange.Submitted(revision, actor, roles))
                            .map(decision -> roles.isEmpty() ? decision.toldAs(SENT) : decision));
        });
    }

    private Outcome<ImmutableList<String>> approvals(Quote quote, OfferFigures figures) {
        boolean beyond = orders.credit(quote.party()).refusal(figures.total()).isPresent();
        return setup.approval()
                .map(table -> Approval.roles(table, ApprovalFacts.of(figures, beyond)))
                .orElseGet(() -> Outcome.accepted(Lists.immutable.empty()));
    }

    /** Approves a revision in a role: {@code quote.own-approval} for who submitted it, {@code quote.no-approval-asked}. */
    public Outcome<Quote> approve(
            IdempotencyKey key, DocumentId id, int revision, String role, LocalDate day, Actor actor) {
        Command command = new Command(key, "quote.approve", id, day, revision + " " + role, actor);
        return change(
                command,
                revision,
                (quote, some) -> Decision.<QuoteChange>unless(
                                QuoteRules.approve(quote, some, role, day, actor),
                                quote.party(),
                                new QuoteChange.Approved(revision, role))
                        .map(decision -> some.missingApprovals().size() == 1 ? decision.toldAs(SENT) : decision));
    }

    /** Takes a revision back; the one before is current again. Refused with {@code quote.withdrawn}, {@code quote.accepted}. */
    public Outcome<Quote> withdraw(IdempotencyKey key, DocumentId id, int revision, LocalDate day, Actor actor) {
        return change(
                new Command(key, "quote.withdraw", id, day, "" + revision, actor),
                revision,
                (quote, some) -> Decision.unless(
                        QuoteRules.withdraw(quote, some), quote.party(), new QuoteChange.Withdrawn(revision)));
    }

    /**
     * Accepts a revision and places its order, both or neither: refused as {@link QuoteRules#acceptable} and
     * {@link Orders#place} say.
     */
    public Outcome<Quote> accept(
            IdempotencyKey key, DocumentId id, int revision, Acceptance acceptance, LocalDate day, Actor actor) {
        String content =
                revision + " " + acceptance.order() + " " + acceptance.terms().text();
        Command command = new Command(key, "quote.accept", id, day, content, actor);
        // asked here, the orders of the party need not be folded anew inside the unit of work
        find(id).ifPresent(quote -> orders.open(quote.party()));
        return change(
                command,
                revision,
                (quote, some) -> Decision.<QuoteChange>unless(
                                QuoteRules.acceptable(quote, some, day),
                                quote.party(),
                                new QuoteChange.Accepted(revision, acceptance.order()))
                        .map(decision -> decision.toldAs("quote.accepted")),
                fact -> orders.place(key, order(id, revision, acceptance), day, actor));
    }

    private OrderDraft order(DocumentId id, int revision, Acceptance acceptance) {
        Quote quote = find(id).orElseThrow();
        QuoteRevision accepted = quote.revision(revision).orElseThrow();
        return new OrderDraft(
                acceptance.order(),
                accepted.draft().offer(),
                accepted.draft().pricing(),
                acceptance.terms(),
                Optional.of(quote.name(accepted)));
    }

    private Outcome<Quote> change(
            Command command, int revision, BiFunction<Quote, QuoteRevision, Outcome<Decision<QuoteChange>>> decide) {
        return change(command, revision, decide, Outcome::accepted);
    }

    private Outcome<Quote> change(
            Command command,
            int revision,
            BiFunction<Quote, QuoteRevision, Outcome<Decision<QuoteChange>>> decide,
            Function<SalesRecord<QuoteChange>, Outcome<?>> next) {
        return done(commands.run(
                command,
                () -> {
                    Optional<Quote> quote = find(command.document());
                    Optional<QuoteRevision> some = quote.flatMap(found -> found.revision(revision));
                    return some.isPresent()
                            ? decide.apply(quote.get(), some.get())
                            : Outcome.refused(QuoteRefusals.unknown(command.document(), revision));
                },
                next));
    }

    /** The quote as it was when the command was done, also when that is told again. */
    private Outcome<Quote> done(Outcome<SalesRecord<QuoteChange>> outcome) {
        return outcome.map(fact -> Quote.of(
                        log.of(fact.document()).select(other -> other.sequence() <= fact.sequence()))
                .orElseThrow());
    }
}
