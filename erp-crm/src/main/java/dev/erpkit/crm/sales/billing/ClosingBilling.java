package dev.erpkit.crm.sales.billing;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.internal.Command;
import dev.erpkit.crm.sales.internal.Commands;
import dev.erpkit.crm.sales.internal.Decision;
import dev.erpkit.crm.sales.port.SalesLog;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Closes the accounts of customers and issues their statements. A statement is never changed: what becomes known after a
 * closing is on the next one. The same key with the same content gives the same statement again, with other content
 * {@code sales.key-reused}.
 *
 * <p>Permission: {@code billing.close} with the party as scope; {@code access.denied} otherwise.
 */
public final class ClosingBilling {
    private static final RefusalCode NO_TERMS = RefusalCode.of("billing.no-terms");

    private final SalesLog<BillingChange> log;
    private final BillingFacts facts;
    private final Function<PartyId, Optional<BillingTerms>> terms;
    private final UnitOfWork unitOfWork;
    private final Commands<BillingChange> commands;

    /**
     * A service over a host's ports.
     *
     * @param terms the terms of each party, asked inside the unit of work; none, it is not billed by closing days
     */
    public ClosingBilling(
            SalesLog<BillingChange> log,
            BillingFacts facts,
            Function<PartyId, Optional<BillingTerms>> terms,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.log = log;
        this.facts = facts;
        this.terms = terms;
        this.unitOfWork = unitOfWork;
        this.commands = new Commands<>(log, Outbox.none(), unitOfWork, access, clock);
    }

    /** The account of a customer. */
    public BillingAccount account(PartyId party) {
        return BillingAccount.of(party, log.of(party));
    }

    /** What would be asked for if a day were closed; changes nothing. Refused as {@link #close}. */
    public Outcome<BillingStatement> preview(PartyId party, LocalDate closing) {
        return unitOfWork.execute(() -> decide(party, closing));
    }

    private Outcome<BillingStatement> decide(PartyId party, LocalDate closing) {
        return terms.apply(party)
                .map(some -> account(party).next(some, closing, facts.of(party, some.currency(), closing)))
                .orElseGet(() -> Outcome.refused(Refusal.of(
                                NO_TERMS,
                                "Party " + party + " has no closing day; agree on one or invoice each delivery")
                        .with("party", party)));
    }

    /**
     * Closes a day and issues the statement: {@code billing.no-terms}, {@code billing.not-closing-day}, {@code billing.currency}.
     * Also where nothing was sold or received, so that no day is left out.
     */
    public Outcome<BillingStatement> close(IdempotencyKey key, PartyId party, LocalDate closing, Actor actor) {
        Command command = new Command(key, "billing.close", DocumentId.of(party.value()), closing, "close", actor);
        return commands.run(
                        command,
                        () -> decide(party, closing)
                                .then(statement ->
                                        Decision.<BillingChange>of(party, new BillingChange.Issued(statement))))
                .map(fact -> ((BillingChange.Issued) fact.changes().getOnly()).statement());
    }
}
