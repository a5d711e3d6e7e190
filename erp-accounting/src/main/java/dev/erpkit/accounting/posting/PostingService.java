package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.posting.Batch.Element;
import dev.erpkit.accounting.posting.PostingSession.Decision;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Posts entries: decides and appends in one unit of work, idempotent by the id of the entry. Safe for threads.
 *
 * <p>Refusals, asked in this order: {@code access.denied}, {@code entry.id-reused}, {@code entry.id-twice},
 * {@code book.unknown}, {@code journal.unknown}, {@code entry.empty}, {@code entry.base-currency}, {@code amount.overflow},
 * {@code entry.unbalanced}, {@code entry.reverses-unknown}, {@code entry.already-reversed}, {@code approval.missing},
 * {@code approval.same-person}, {@code period.locked}, {@code account.unknown}, {@code account.not-postable},
 * {@code account.not-valid}, {@code account.currency}, {@code account.dimension-missing}, {@code account.party-missing},
 * {@code account.base-only}, {@code balance.assertion-failed}, {@code balance.limit-exceeded}. A refused entry has changed nothing.
 */
public final class PostingService {
    private final PostingPorts ports;
    private final PostingRoom room;

    /** A service over the ports of a host. */
    public PostingService(PostingPorts ports, PostingSetup setup) {
        this.ports = ports;
        this.room = new PostingRoom(ports, setup);
    }

    /** Posts an entry. */
    public Outcome<PostedEntry> post(JournalEntry entry, Actor poster) {
        return post(entry, poster, Optional.empty());
    }

    /** Posts an entry that somebody else has approved. */
    public Outcome<PostedEntry> post(JournalEntry entry, Actor poster, Actor approver) {
        return post(entry, poster, Optional.of(approver));
    }

    private Outcome<PostedEntry> post(JournalEntry entry, Actor poster, Optional<Actor> approver) {
        return committed(ports.unitOfWork().execute(() -> {
            PostingSession session = new PostingSession(ports, room, poster, approver);
            return written(session, session.decide(entry, Optional.empty()));
        }));
    }

    /** Runs a decision of one entry and, when it holds, writes it; another fact may be added in the same work. */
    Outcome<PostedEntry> postDecided(
            Function<PostingSession, Decision> decide, Actor poster, Optional<Actor> approver) {
        return committed(ports.unitOfWork().execute(() -> {
            PostingSession session = new PostingSession(ports, room, poster, approver);
            return written(session, decide.apply(session));
        }));
    }

    private static Outcome<PostedEntry> written(PostingSession session, Decision decision) {
        return decision.entry() == null
                ? outcome(decision, () -> session.write().getFirst())
                : Outcome.accepted(session.write().getFirst());
    }

    private Outcome<PostedEntry> committed(Outcome<PostedEntry> outcome) {
        if (outcome instanceof Outcome.Accepted<PostedEntry> accepted
                && !accepted.replayed()
                && !ports.unitOfWork().active()) {
            room.committed(accepted.value());
        }
        return outcome;
    }

    private static Outcome<PostedEntry> outcome(Decision decision, Supplier<PostedEntry> write) {
        Refusal refusal = decision.refusal();
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        PostedEntry replayed = decision.replayed();
        return replayed != null ? Outcome.replayed(replayed) : Outcome.accepted(write.get());
    }

    /** Decides as {@link #post(JournalEntry, Actor)} would, and writes nothing. */
    public Outcome<PostedEntry> preview(JournalEntry entry, Actor poster) {
        return ports.unitOfWork().execute(() -> {
            PostingSession session = new PostingSession(ports, room, poster, Optional.empty());
            Decision decision = session.decide(entry, Optional.empty());
            JournalEntry decided = decision.entry();
            return outcome(
                    decision,
                    () -> session.posted(decided == null ? entry : decided, session.nextPosition(), false));
        });
    }

    /** Posts a batch in one unit of work; see {@link Batch} for what stands or falls together. */
    public BatchOutcome postAll(Batch batch, Actor poster) {
        return postAll(batch, poster, Optional.empty());
    }

    /** Posts a batch that somebody else has approved. */
    public BatchOutcome postAll(Batch batch, Actor poster, Actor approver) {
        return postAll(batch, poster, Optional.of(approver));
    }

    private BatchOutcome postAll(Batch batch, Actor poster, Optional<Actor> approver) {
        MutableList<PostedEntry> fresh = Lists.mutable.empty();
        BatchOutcome outcome = ports.unitOfWork().execute(() -> {
            fresh.clear();
            PostingSession session = new PostingSession(ports, room, poster, approver);
            MutableList<Decision> decisions = decide(batch, session);
            fresh.addAllIterable(session.write());
            return new BatchOutcome(outcomes(decisions, fresh));
        });
        committed(fresh.toImmutable());
        return outcome;
    }

    private static MutableList<Decision> decide(Batch batch, PostingSession session) {
        MutableList<Decision> all = Lists.mutable.empty();
        MutableList<Element> chain = Lists.mutable.empty();
        for (Element element : batch.elements()) {
            chain.add(element);
            if (!element.linkedToNext()) {
                all.addAll(decideChain(chain, session));
                chain.clear();
            }
        }
        if (chain.notEmpty()) {
            Refusal open = PostingRefusals.of(
                    "batch.chain-open", "The last entry of the batch is linked to a next one; send it or unlink");
            for (int i = 1; i < chain.size(); i++) {
                all.add(linkedFailed());
            }
            all.add(new Decision(null, null, open));
        }
        return all;
    }

    private static MutableList<Decision> decideChain(MutableList<Element> chain, PostingSession session) {
        int mark = session.mark();
        MutableList<Decision> decisions = Lists.mutable.empty();
        for (Element element : chain) {
            Decision decision = session.decide(element.entry(), Optional.empty());
            if (decision.refusal() != null) {
                session.backTo(mark);
                int cause = decisions.size();
                return chain.collectWithIndex((e, i) -> i == cause ? decision : linkedFailed());
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private static Decision linkedFailed() {
        return new Decision(
                null,
                null,
                PostingRefusals.of("batch.linked-failed", "Another entry of the chain was refused; mend that one"));
    }

    private static ImmutableList<Outcome<PostedEntry>> outcomes(
            MutableList<Decision> decisions, MutableList<PostedEntry> written) {
        int[] next = {0};
        return decisions
                .collect(decision -> outcome(decision, () -> written.get(next[0]++)))
                .toImmutable();
    }

    /**
     * Reverses an entry on a day of choice: the same lines with the opposite sign, linked both ways. An entry is reversed
     * at most once; a reversal can be reversed itself.
     *
     * <p>Refused besides what posting refuses: {@code entry.unknown}, and whatever a {@link JournalListener} has against it.
     */
    public Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor) {
        return reverse(original, reversal, date, actor, Optional.empty());
    }

    /** Reverses an entry, approved by somebody else. */
    public Outcome<PostedEntry> reverse(
            EntryId original, EntryId reversal, LocalDate date, Actor actor, Optional<Actor> approver) {
        return postDecided(
                session -> {
                    PostedEntry posted = ports.journal().find(original).orElse(null);
                    return posted == null
                            ? new Decision(null, null, unknown(original))
                            : session.decide(contrary(posted.entry(), reversal, date), Optional.empty());
                },
                actor,
                approver);
    }

    private static Refusal unknown(EntryId id) {
        return PostingRefusals.of("entry.unknown", "There is no entry " + id).with("entry", id);
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
                .lines(entry.lines().collect(line -> line.withoutNote().negated()))
                .build();
    }

    /** The ports this service works on. */
    PostingPorts ports() {
        return ports;
    }

    private void committed(ImmutableList<PostedEntry> posted) {
        if (!ports.unitOfWork().active()) {
            room.committed(posted);
        }
    }
}
