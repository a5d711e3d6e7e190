package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Posts entries: decides and appends in one unit of work, idempotent by the id of the entry. Safe for threads.
 *
 * <p>The same id with equal content gives the first fact again; texts that were erased since are no difference, and nor is
 * the date that {@link dev.erpkit.accounting.period.LockedDatePolicy#FIRST_OPEN_DAY} moved. Recorded instants never
 * decrease. Numbers are drawn last, one series for each book, journal and fiscal year of the effective date.
 *
 * <p>Refusals, asked in this order, the first one is named: {@code access.denied}, {@code entry.id-reused},
 * {@code book.unknown}, {@code journal.unknown}, {@code entry.empty}, {@code entry.base-currency}, {@code journal.overflow},
 * {@code entry.unbalanced}, {@code access.denied} and {@code entry.closing-day} of a closing entry,
 * {@code entry.reverses-unknown}, {@code entry.already-reversed}, {@code entry.not-contrary},
 * {@code entry.reversal-before-original}, {@code access.denied} and {@code entry.closing-day} of the reversal of a closing entry,
 * {@code approval.missing}, {@code approval.same-person}, {@code access.denied} of the approver, {@code period.locked},
 * {@code entry.date}; line by line {@code account.unknown}, {@code account.not-postable}, {@code account.not-valid},
 * {@code account.currency}, {@code account.dimension-missing}, {@code account.party-missing}, {@code account.base-only},
 * {@code account.items-bypassed}; then {@code journal.overflow},
 * {@code balance.assertion-failed}, {@code balance.limit-exceeded}; then what a {@link PostingGuard} of the host has against
 * it. A refused entry has changed nothing.
 *
 * <p>Permissions, with the book as scope: {@code journal.post}, and {@code journal.approve} of the approver. Entries of kind
 * {@code CLOSING} also need {@code year.close} and stand on the last day of a fiscal year; reversing one needs
 * {@code year.reopen} and its own day. Closing and reopening the year does both.
 *
 * <p>In a unit of work of the host everything joins it. Balances then follow the journal when the next entry is posted
 * outside of one, or by {@link #committed()}.
 */
public final class PostingService implements EntryPoster {
    private final PostingPorts ports;
    private final PostingRoom room;
    private final PostingPolicy policy;
    private final Optional<Actor> approver;

    /** A service over the ports of a host. */
    public PostingService(PostingPorts ports, PostingSetup setup) {
        this(ports, new PostingRoom(ports, setup), setup.policy(), Optional.empty());
    }

    private PostingService(PostingPorts ports, PostingRoom room, PostingPolicy policy, Optional<Actor> approver) {
        this.ports = ports;
        this.room = room;
        this.policy = policy;
        this.approver = approver;
    }

    /** The same service under other choices, such as that a closing entry is never moved to another day. */
    public PostingService under(PostingPolicy other) {
        return new PostingService(ports, room, other, approver);
    }

    /** The same service where somebody else has approved all that it posts and previews, unless a call names another. */
    public PostingService approvedBy(Actor somebody) {
        return new PostingService(ports, room, policy, Optional.of(somebody));
    }

    /** Posts an entry. */
    @Override
    public Outcome<PostedEntry> post(JournalEntry entry, Actor poster) {
        return post(entry, poster, Optional.empty());
    }

    /** Posts an entry that somebody else has approved. */
    public Outcome<PostedEntry> post(JournalEntry entry, Actor poster, Actor approver) {
        return post(entry, poster, Optional.of(approver));
    }

    private Outcome<PostedEntry> post(JournalEntry entry, Actor poster, Optional<Actor> approver) {
        PostingCommand command = command(poster, approver, false);
        return run(command, session -> session.decide(entry, null));
    }

    private PostingCommand command(Actor poster, Optional<Actor> named, boolean many) {
        return new PostingCommand(
                "journal.post",
                poster,
                named.or(this::approver),
                policy,
                ports.unitOfWork().active(),
                many);
    }

    /** Runs the decision of one entry and writes it; what is written beside it in the same work stands or falls with it. */
    Outcome<PostedEntry> run(PostingCommand command, Function<PostingSession, Decision> decide) {
        Outcome<PostedEntry> outcome;
        try {
            outcome = ports.unitOfWork().execute(() -> {
                PostingSession session = new PostingSession(ports, room, command);
                Decision decision = decide.apply(session);
                Draft draft = decision.draft();
                return draft == null ? decision.outcome() : decision.outcome(session.write(draft));
            });
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
        if (!command.nested() && outcome instanceof Outcome.Accepted<PostedEntry> accepted && !accepted.replayed()) {
            room.committed(accepted.value());
        }
        return outcome;
    }

    /** Decides as {@link #post(JournalEntry, Actor)} would, and writes nothing. */
    public Outcome<PostedEntry> preview(JournalEntry entry, Actor poster) {
        return preview(entry, command(poster, Optional.empty(), false));
    }

    /** Decides as {@link #postAll(Batch, Actor)} would, and writes nothing; the numbers are those that would be next. */
    public BatchOutcome previewAll(Batch batch, Actor poster) {
        PostingCommand command = command(poster, Optional.empty(), true);
        return ports.unitOfWork().execute(() -> {
            PostingSession session = new PostingSession(ports, room, command);
            return outcome(Chains.decide(batch, session), session.unwritten());
        });
    }

    Outcome<PostedEntry> preview(JournalEntry entry, PostingCommand command) {
        return ports.unitOfWork().execute(() -> {
            PostingSession session = new PostingSession(ports, room, command);
            Decision decision = session.decide(entry, null);
            Draft draft = decision.draft();
            return draft == null ? decision.outcome() : decision.outcome(session.unwritten(draft));
        });
    }

    /**
     * Posts a batch in one unit of work; see {@link Batch} for what stands or falls together.
     *
     * <p>An entry that comes twice with equal content is posted once. Refusals besides those of one entry:
     * {@code batch.chain-open}, {@code batch.linked-failed}.
     */
    public BatchOutcome postAll(Batch batch, Actor poster) {
        return postAll(batch, command(poster, Optional.empty(), true));
    }

    /** Posts a batch that somebody else has approved. */
    public BatchOutcome postAll(Batch batch, Actor poster, Actor approver) {
        return postAll(batch, command(poster, Optional.of(approver), true));
    }

    private record Written(ImmutableList<Decision> decisions, ImmutableList<PostedEntry> facts) {}

    private BatchOutcome postAll(Batch batch, PostingCommand command) {
        Written written;
        try {
            written = ports.unitOfWork().execute(() -> {
                PostingSession session = new PostingSession(ports, room, command);
                return new Written(Chains.decide(batch, session), session.write());
            });
        } catch (RefusedException e) {
            return new BatchOutcome(batch.elements().collect(element -> Outcome.refused(e.refusal())));
        }
        if (!command.nested()) {
            room.committed(written.facts());
        }
        return outcome(written.decisions(), written.facts());
    }

    private static BatchOutcome outcome(ImmutableList<Decision> decisions, ImmutableList<PostedEntry> facts) {
        return new BatchOutcome(decisions.collect(decision -> {
            Draft draft = decision.draft();
            return draft == null ? decision.outcome() : decision.outcome(facts.get(draft.place()));
        }));
    }

    /**
     * Reverses an entry on its day or a later one: the same lines with the opposite sign, linked both ways. An entry is reversed
     * at most once; to restore what a reversal took away, reverse the reversal, which then stands for the original.
     *
     * <p>Refused besides what posting refuses: {@code entry.reverses-unknown}, and whatever a {@link JournalListener} has against it.
     */
    public Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor) {
        return reverse(original, reversal, date, actor, Optional.empty());
    }

    /** Reverses an entry, approved by somebody else. */
    public Outcome<PostedEntry> reverse(
            EntryId original, EntryId reversal, LocalDate date, Actor actor, Optional<Actor> approver) {
        return run(command(actor, approver, false), session -> {
            PostedEntry posted = ports.journal().find(original).orElse(null);
            return posted == null
                    ? Decision.refused(PostingRefusals.notPosted(original))
                    : session.decide(contrary(posted.entry(), reversal, date), null);
        });
    }

    /** The exact contrary of an entry; free texts and assertions stay with the original. */
    static JournalEntry contrary(JournalEntry entry, EntryId id, LocalDate date) {
        return JournalEntry.builder()
                .id(id)
                .book(entry.book())
                .journal(entry.journal())
                .date(date)
                .kind(EntryKind.REVERSAL)
                .reverses(entry.id())
                .source(entry.source())
                .lines(entry.lines().collect(JournalLine::withoutNote).collect(JournalLine::negated))
                .build();
    }

    /** Brings balances up to the journal; for hosts that post in units of work of their own. Nothing inside of one. */
    public void committed() {
        if (!ports.unitOfWork().active()) {
            ports.index().catchUp(ports.journal());
        }
    }

    /** The chart of now; inside a unit of work with what that has changed. */
    public Chart chart() {
        return room.chart().chart();
    }

    PostingPorts ports() {
        return ports;
    }

    Optional<Actor> approver() {
        return approver;
    }

    /** The choices that hold. */
    public PostingPolicy policy() {
        return policy;
    }
}
