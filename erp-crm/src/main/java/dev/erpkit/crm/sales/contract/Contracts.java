package dev.erpkit.crm.sales.contract;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.internal.Command;
import dev.erpkit.crm.sales.internal.Commands;
import dev.erpkit.crm.sales.internal.Decision;
import dev.erpkit.crm.sales.port.SalesLog;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Agrees on frame contracts and ends them. The same key with the same content gives the same outcome again, with other content
 * {@code sales.key-reused}.
 *
 * <p>Permissions, with the contract as scope: {@code contract.agree}, {@code contract.end}; {@code access.denied} otherwise.
 */
public final class Contracts {
    private static final RefusalCode EXISTS = RefusalCode.of("contract.exists");

    private final SalesLog<ContractChange> log;
    private final Commands<ContractChange> commands;

    /** A service over a host's ports. */
    public Contracts(SalesLog<ContractChange> log, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.log = log;
        this.commands = new Commands<>(log, Outbox.none(), unitOfWork, access, clock);
    }

    /** A contract as it is now. */
    public Optional<FrameContract> find(DocumentId id) {
        return FrameContract.of(log.of(id));
    }

    /** Agrees on a contract; refused with {@code contract.exists}. */
    public Outcome<FrameContract> agree(
            IdempotencyKey key, DocumentId id, FrameTerms terms, LocalDate day, Actor actor) {
        Command command = new Command(key, "contract.agree", id, day, terms.text(), actor);
        return done(commands.run(
                command,
                () -> Decision.unless(
                        find(id).map(there -> exists(id)), terms.party(), new ContractChange.Agreed(terms))));
    }

    private static Refusal exists(DocumentId id) {
        return Refusal.of(EXISTS, "There is a frame contract " + id + " already; take another id")
                .with("contract", id);
    }

    /** Ends a contract from a day on; what was called off stays. Refused with {@code contract.unknown}. */
    public Outcome<FrameContract> end(IdempotencyKey key, DocumentId id, LocalDate day, Actor actor) {
        Command command = new Command(key, "contract.end", id, day, "", actor);
        return done(commands.run(
                command,
                () -> find(id).map(there ->
                                Decision.<ContractChange>of(there.terms().party(), new ContractChange.Ended()))
                        .orElseGet(() -> Outcome.refused(FrameContract.unknown(id)))));
    }

    private Outcome<FrameContract> done(Outcome<SalesRecord<ContractChange>> outcome) {
        return outcome.map(fact -> FrameContract.of(
                        log.of(fact.document()).select(other -> other.sequence() <= fact.sequence()))
                .orElseThrow());
    }
}
