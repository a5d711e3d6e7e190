package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one unit of work: decides entry after entry against what was recorded and what it decided itself, then
 * writes them all at once. Deciding writes nothing, so a preview is a session that is never written.
 */
final class PostingSession {
    private final PostingPorts ports;
    private final PostingRoom room;
    private final Actor poster;
    private final Optional<Actor> approver;
    private final DecidedEntries decided = new DecidedEntries();
    private final Instant now;
    private final long last;
    private final BalanceRules balances;

    PostingSession(PostingPorts ports, PostingRoom room, Actor poster, Optional<Actor> approver) {
        this.ports = ports;
        this.room = room;
        this.poster = poster;
        this.approver = approver;
        this.last = ports.journal().lastPosition();
        this.now = later(micros(ports.clock().instant()), room.recordedAt(last));
        this.balances = new BalanceRules(ports, decided.entries(), now);
    }

    /** In whole microseconds, which every database keeps. */
    private static Instant micros(Instant instant) {
        int nanos = instant.getNano();
        return nanos % 1_000 == 0 ? instant : Instant.ofEpochSecond(instant.getEpochSecond(), nanos - nanos % 1_000);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    Instant now() {
        return now;
    }

    /** What {@link #decide} found: an entry to write, an entry that is there already, or a refusal. */
    record Decision(
            @Nullable JournalEntry entry, @Nullable PostedEntry replayed, @Nullable Refusal refusal) {}

    /**
     * Decides one entry. The order of the rules is fixed: access, the id, book and journal, lines and balance, what is
     * reversed, approval, locks, accounts, balances.
     */
    Decision decide(JournalEntry entry, Optional<EntryId> settled) {
        if (!ports.access().allows(poster, new Permission("journal.post", entry.book().value()))) {
            return refuse(PostingRefusals.denied("journal.post", entry.book().value()));
        }
        Optional<PostedEntry> known = ports.journal().find(entry.id());
        if (known.isPresent()) {
            return EntryContent.same(known.get().entry(), entry)
                    ? new Decision(null, known.get(), null)
                    : refuse(PostingRefusals.idReused(entry.id()));
        }
        if (decided.contains(entry.id())) {
            return refuse(PostingRefusals.of(
                            "entry.id-twice", "Entry " + entry.id() + " stands twice in the batch; leave one out")
                    .with("entry", entry.id()));
        }
        Book book = room.book(entry.book());
        if (book == null) {
            return refuse(PostingRefusals.of("book.unknown", "There is no book " + entry.book())
                    .with("book", entry.book()));
        }
        Journal journal = room.journal(entry.journal());
        if (journal == null) {
            return refuse(PostingRefusals.of("journal.unknown", "There is no journal " + entry.journal())
                    .with("journal", entry.journal()));
        }
        Refusal refusal = EntryRules.structure(entry, book);
        refusal = refusal != null ? refusal : reversal(entry);
        refusal = refusal != null ? refusal : approval(entry);
        return refusal != null ? refuse(refusal) : onADay(entry, journal, settled);
    }

    private Decision onADay(JournalEntry entry, Journal journal, Optional<EntryId> settled) {
        Outcome<LocalDate> date = ports.periods()
                .accountingDate(
                        entry.book(), journal.scope(), entry.date(), poster, now, room.policy().lockedDates());
        if (date.refusal().isPresent()) {
            return refuse(date.refusal().get());
        }
        LocalDate day = date.orElseThrow();
        JournalEntry dated = day.equals(entry.date()) ? entry : EntryContent.movedTo(entry, day);
        Account[] accounts = new Account[dated.lines().size()];
        Refusal refusal = EntryRules.accounts(dated, room.chart(), accounts);
        refusal = refusal != null ? refusal : balances.check(dated, accounts, settled);
        if (refusal != null) {
            return refuse(refusal);
        }
        decided.add(dated);
        return new Decision(dated, null, null);
    }

    private @Nullable Refusal reversal(JournalEntry entry) {
        if (entry.reverses().isEmpty()) {
            return null;
        }
        EntryId original = entry.reverses().get();
        Optional<PostedEntry> posted = ports.journal().find(original);
        if (posted.isEmpty() && !decided.contains(original)) {
            return PostingRefusals.of("entry.reverses-unknown", "There is no entry " + original + " to reverse")
                    .with("entry", original);
        }
        Optional<EntryId> earlier = ports.journal()
                .reversalOf(original)
                .or(() -> decided.entries().detectOptional(d -> d.reverses().equals(Optional.of(original)))
                        .map(JournalEntry::id));
        return earlier.map(by -> PostingRefusals.of(
                                "entry.already-reversed", "Entry " + original + " was reversed by " + by)
                        .with("entry", original)
                        .with("reversal", by))
                .or(() -> posted.flatMap(this::objection))
                .orElse(null);
    }

    private Optional<Refusal> objection(PostedEntry original) {
        return room.listeners()
                .collect(listener -> listener.reversing(original))
                .detectOptional(Optional::isPresent)
                .map(Optional::get);
    }

    private @Nullable Refusal approval(JournalEntry entry) {
        if (room.policy().approval() == ApprovalPolicy.NONE) {
            return null;
        }
        if (approver.isEmpty()) {
            return PostingRefusals.of("approval.missing", "Entry " + entry.id() + " needs somebody who approves it")
                    .with("entry", entry.id());
        }
        if (approver.get().equals(poster)) {
            return PostingRefusals.of(
                            "approval.same-person", "Who posts entry " + entry.id() + " must not approve it")
                    .with("entry", entry.id());
        }
        return ports.access().allows(approver.get(), new Permission("journal.approve", entry.book().value()))
                ? null
                : PostingRefusals.denied("journal.approve", entry.book().value());
    }

    private static Decision refuse(Refusal refusal) {
        return new Decision(null, null, refusal);
    }

    /** How many entries are decided; a chain that fails goes back to what it was before. */
    int mark() {
        return decided.size();
    }

    void backTo(int mark) {
        decided.backTo(mark);
    }

    /** Gives the decided entries their numbers and appends them. */
    ImmutableList<PostedEntry> write() {
        if (decided.size() == 0) {
            return Lists.immutable.empty();
        }
        PostedEntry[] posted = new PostedEntry[decided.size()];
        for (int i = 0; i < posted.length; i++) {
            posted[i] = posted(decided.get(i), last + i + 1, true);
        }
        ImmutableList<PostedEntry> facts = Lists.immutable.with(posted);
        ports.journal().append(facts);
        ImmutableList<JournalListener> listeners = room.listeners();
        for (PostedEntry fact : posted) {
            for (int i = 0; i < listeners.size(); i++) {
                listeners.get(i).posted(fact);
            }
            ports.outbox().add(new EntryPosted(fact.id().value(), fact.position(), fact.number(), fact.recordedAt()));
        }
        return facts;
    }

    /** The fact that writing would give; a preview shows the number that would be next. */
    PostedEntry posted(JournalEntry entry, long position, boolean draw) {
        SeriesId series = room.series(entry);
        long number = draw ? ports.numbers().next(series) : ports.numbers().last(series) + 1;
        return new PostedEntry(
                entry, position, now, new EntryNumber(entry.journal(), series.year(), number), poster, approver);
    }

    long nextPosition() {
        return last + 1;
    }

    /** When the entry at a position was recorded. */
    static Instant recordedAt(PostingPorts ports, long position) {
        Instant[] found = {Instant.MIN};
        ports.journal().forEach(JournalQuery.after(position - 1).through(position), p -> found[0] = p.recordedAt());
        return found[0];
    }
}
