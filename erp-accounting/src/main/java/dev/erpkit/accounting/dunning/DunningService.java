package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.dunning.DunningChange.Blocked;
import dev.erpkit.accounting.dunning.DunningChange.Drafted;
import dev.erpkit.accounting.dunning.DunningChange.Removed;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningChange.Unblocked;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.StatementLine;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Digest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Dunning of the receivables of one book: runs draft, somebody sends, settled items drop out by themselves at the next run.
 * Every command is one unit of work, decided from all records and all that is open; the same key with the same content gives
 * the first record again, with other content {@code dunning.key-reused}.
 *
 * <p>Permission: {@code dunning.run} for all commands, with the book as scope; {@code access.denied} otherwise.
 */
public final class DunningService {
    private final BookId book;
    private final DunningLog log;
    private final OpenItemLog items;
    private final AccountingEvents events;
    private final Function<PartyId, Optional<DunningProcedure>> procedures;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * A service over a host's ports.
     *
     * @param book whose receivables are dunned; records of several books need a log each
     * @param events where fees and interest go: see {@link DunningRules}
     * @param procedures the procedure of each party, asked inside the unit of work; none, no dunning
     */
    public DunningService(
            BookId book,
            DunningLog log,
            OpenItemLog items,
            AccountingEvents events,
            Function<PartyId, Optional<DunningProcedure>> procedures,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.book = book;
        this.log = log;
        this.items = items;
        this.events = events;
        this.procedures = procedures;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** What all records come to now. */
    public DunningState state() {
        DunningState state = new DunningState();
        log.forEach(0, state::apply);
        return state;
    }

    /**
     * The letters that were sent, in the order of sending: as they were drafted, one for each party, currency and run of a
     * command.
     */
    public ImmutableList<SentLetter> letters() {
        DunningState state = new DunningState();
        MutableList<SentLetter> letters = Lists.mutable.empty();
        log.forEach(0, fact -> {
            ImmutableList<DunningProposal> sent = fact.changes()
                    .selectInstancesOf(Sent.class)
                    .collect(change -> state.of(change.item()).orElseThrow().current());
            DunningLetter.of(sent).forEach(letter -> letters.add(new SentLetter(letter, fact.date(), fact.key())));
            state.apply(fact);
        });
        return letters.toImmutable();
    }

    /** The letters that were sent to a party, in the order of sending. */
    public ImmutableList<SentLetter> letters(PartyId party) {
        return letters().select(sent -> sent.letter().party().equals(party));
    }

    /** What a run would do; changes nothing. */
    public DunningPlan preview(LocalDate day) {
        return unitOfWork.execute(() -> plan(day));
    }

    private DunningPlan plan(LocalDate day) {
        ImmutableList<StatementLine> open =
                StatementLine.of(items, OpenItemQuery.all().in(book), day);
        return DunningPlan.of(open, state(), procedures, day);
    }

    /**
     * Drafts what is to be sent as of a day, and ends the dunning of what is settled by then.
     *
     * @return the record
     */
    public Outcome<DunningRecord> run(IdempotencyKey key, LocalDate day, Actor actor) {
        return command(key, "run", day, actor, () -> {
            DunningPlan plan = plan(day);
            return Outcome.accepted(plan.settled()
                    .<DunningChange>collect(item -> new Removed(item, RemovalReason.SETTLED))
                    .newWithAll(plan.proposals().collect(Drafted::new)));
        });
    }

    /**
     * Sends drafts: charges their fees and interest and counts the days to the next level from here.
     *
     * @param of the items whose drafts are sent
     * @param day when, also the day of the charge
     * @return the record, or {@code dunning.no-draft} when an item has no draft, {@code dunning.settled} when nothing of it
     *     is open, {@code dunning.blocked}, or what refuses the charge; nothing is sent then
     */
    public Outcome<DunningRecord> send(IdempotencyKey key, ImmutableList<ItemId> of, LocalDate day, Actor actor) {
        ImmutableList<ItemId> distinct = of.distinct();
        return command(key, "send " + distinct.makeString(","), day, actor, () -> {
            DunningState state = state();
            for (ItemId item : distinct) {
                Optional<Refusal> refusal = refusal(state, item, day);
                if (refusal.isPresent()) {
                    return Outcome.refused(refusal.get());
                }
            }
            for (ItemId item : distinct) {
                DunningProposal draft = state.of(item).orElseThrow().current();
                if (!draft.charges().isZero()) {
                    events.record(charge(draft, day), actor).orElseThrow();
                }
            }
            return Outcome.accepted(distinct.collect(Sent::new));
        });
    }

    private Optional<Refusal> refusal(DunningState state, ItemId item, LocalDate day) {
        boolean draft = state.of(item)
                .map(dunning -> dunning.stage() == DunningStage.DRAFT)
                .orElse(false);
        if (!draft) {
            return Optional.of(DunningRefusals.noDraft(item));
        }
        ItemHistory history = items.find(item).orElseThrow();
        return history.residual(day).amountMinor() <= 0
                ? Optional.of(DunningRefusals.settled(item, day))
                : state.block(history.item(), day).map(block -> DunningRefusals.blocked(item, day));
    }

    private static AccountingEvent charge(DunningProposal draft, LocalDate day) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(DunningState.chargeKey(draft))
                .type(DunningRules.EVENT)
                .effectiveDate(day)
                .dueDate(day)
                .source(new SourceDocument("erpkit", "dunning", label(draft), 1));
        event.add(RoleAmount.of(DunningRules.RECEIVABLE, draft.charges()).concerning(draft.party()));
        if (draft.feeMinor() != 0) {
            event.add(RoleAmount.of(DunningRules.FEE, draft.fee()));
        }
        if (draft.interestMinor() != 0) {
            event.add(RoleAmount.of(DunningRules.INTEREST, draft.interest()));
        }
        return event.build();
    }

    /** By which people know the charge: an open item's document has at most 64 characters. */
    private static String label(DunningProposal draft) {
        String level = "/" + draft.level();
        String whole = draft.document().orElse(draft.item().toString());
        return whole.length() + level.length() <= 64
                ? whole + level
                : whole.substring(0, 40) + "~"
                        + Integer.toHexString(Digest.ofText(whole).number()) + level;
    }

    /** Withdraws the draft of an item: the next run may propose it again. Refused with {@code dunning.no-draft}. */
    public Outcome<DunningRecord> withdraw(IdempotencyKey key, ItemId item, LocalDate day, Actor actor) {
        return command(
                key,
                "withdraw " + item,
                day,
                actor,
                () -> state().of(item)
                        .filter(dunning -> dunning.stage() == DunningStage.DRAFT)
                        .map(draft -> Outcome.accepted(
                                Lists.immutable.<DunningChange>of(new Removed(item, RemovalReason.WITHDRAWN))))
                        .orElseGet(() -> Outcome.refused(DunningRefusals.noDraft(item))));
    }

    /** Keeps items from being dunned; a later block of the same scope takes the place of an earlier one. */
    public Outcome<DunningRecord> block(IdempotencyKey key, Blocked block, LocalDate day, Actor actor) {
        return command(key, block.text(), day, actor, () -> Outcome.accepted(Lists.immutable.of(block)));
    }

    /** Lifts a block. Refused with {@code dunning.not-blocked}. */
    public Outcome<DunningRecord> unblock(IdempotencyKey key, DunningScope scope, LocalDate day, Actor actor) {
        Unblocked change = new Unblocked(scope);
        return command(
                key,
                change.text(),
                day,
                actor,
                () -> state().block(scope).isPresent()
                        ? Outcome.accepted(Lists.immutable.of(change))
                        : Outcome.refused(DunningRefusals.notBlocked(scope)));
    }

    private Outcome<DunningRecord> command(
            IdempotencyKey key,
            String content,
            LocalDate day,
            Actor actor,
            Supplier<Outcome<? extends ImmutableList<? extends DunningChange>>> decision) {
        Permission permission = new Permission("dunning.run", book.value());
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        Digest fingerprint = Digest.ofText("dunning:v1\n" + book + "\n" + day + "\n" + content);
        try {
            return unitOfWork.execute(() -> {
                Optional<DunningRecord> earlier = log.find(key);
                if (earlier.isPresent()) {
                    return earlier.get().fingerprint().equals(fingerprint)
                            ? Outcome.replayed(earlier.get())
                            : Outcome.refused(DunningRefusals.keyReused(key));
                }
                return decision.get().map(changes -> append(key, fingerprint, day, actor, changes));
            });
        } catch (RefusedException charge) {
            // thrown so that no charge of the same command stays behind
            return Outcome.refused(charge.refusal());
        }
    }

    private DunningRecord append(
            IdempotencyKey key,
            Digest fingerprint,
            LocalDate day,
            Actor actor,
            ImmutableList<? extends DunningChange> changes) {
        DunningRecord fact = new DunningRecord(
                log.lastSequence() + 1,
                key,
                fingerprint,
                day,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                changes.collect(change -> change));
        log.append(fact);
        return fact;
    }
}
