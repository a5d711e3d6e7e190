package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one unit of work: decides entry after entry against what was recorded and what it decided itself, then
 * writes them all at once. Deciding writes nothing, so a preview is a session that is never written.
 */
final class PostingSession {
    private final PostingPorts ports;
    private final PostingRoom room;
    private final PostingCommand command;
    private final Decided decided;
    private final Instant now;
    private final long last;
    private final Chart chart;
    private @Nullable BalanceRules balances;

    PostingSession(PostingPorts ports, PostingRoom room, PostingCommand command) {
        this.ports = ports;
        this.room = room;
        this.command = command;
        this.decided = command.many() ? new Decided() : Decided.NONE;
        this.last = ports.journal().lastPosition();
        this.now = later(micros(ports.clock().instant()), room.recordedAt(last));
        this.chart = room.chart().chart();
    }

    /** In whole microseconds, which every database keeps. */
    private static Instant micros(Instant instant) {
        int rest = instant.getNano() % 1_000;
        return rest == 0 ? instant : Instant.ofEpochSecond(instant.getEpochSecond(), instant.getNano() - rest);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    Instant now() {
        return now;
    }

    /**
     * Decides one entry. The order of the rules is fixed: access, the id, book and journal, lines and balance, what is
     * closed or reversed, approval, the day, accounts, balances.
     *
     * @param settled the reservation that the entry settles
     */
    Decision decide(JournalEntry entry, @Nullable EntryId settled) {
        if (!ports.access().allows(command.poster(), command.permission(entry.book()))) {
            return Decision.refused(command.permission(entry.book()).denied());
        }
        Decision earlier = earlier(entry);
        if (earlier != null) {
            return earlier;
        }
        ImmutableMap<JournalId, NumberedJournal> journals = room.book(entry.book());
        if (journals == null) {
            return Decision.refused(
                    PostingRefusals.noBook(entry.book(), room.setup().books().collect(Book::id)));
        }
        NumberedJournal journal = journals.get(entry.journal());
        if (journal == null) {
            return Decision.refused(PostingRefusals.noJournal(entry.journal(), journals.keysView()));
        }
        Refusal refusal = EntryRules.structure(entry, journal.book());
        if (refusal == null && entry.kind() == EntryKind.CLOSING) {
            refusal = closing(entry, journal.book());
        }
        if (refusal == null && entry.reverses().isPresent()) {
            refusal = reversal(entry, entry.reverses().get());
        }
        if (refusal == null && approvable()) {
            refusal = approval(entry);
        }
        return refusal != null ? Decision.refused(refusal) : onADay(entry, journal, settled);
    }

    private @Nullable Decision earlier(JournalEntry entry) {
        boolean movable = command.policy().lockedDates() == LockedDatePolicy.FIRST_OPEN_DAY;
        PostedEntry known = ports.journal().find(entry.id()).orElse(null);
        if (known != null) {
            return EntryContent.same(known.entry(), entry, movable)
                    ? Decision.known(known)
                    : Decision.refused(PostingRefusals.idReused(entry.id()));
        }
        Draft draft = decided.find(entry.id());
        if (draft == null) {
            return null;
        }
        return EntryContent.same(draft.entry(), entry, movable)
                ? Decision.repeated(draft)
                : Decision.refused(PostingRefusals.idReused(entry.id()));
    }

    private Decision onADay(JournalEntry entry, NumberedJournal journal, @Nullable EntryId settled) {
        Outcome<LocalDate> date = ports.periods()
                .accountingDate(
                        entry.book(),
                        journal.journal().scope(),
                        entry.date(),
                        command.poster(),
                        now,
                        command.policy().lockedDates());
        if (!date.isAccepted()) {
            return Decision.refused(date.refusal().orElseThrow());
        }
        LocalDate day = date.orElseThrow();
        SeriesId numbers = journal.series(day);
        if (numbers == null) {
            return Decision.refused(PostingRefusals.outsideCalendar(journal.book(), day));
        }
        JournalEntry dated = day.equals(entry.date()) ? entry : EntryContent.movedTo(entry, day);
        Account[] accounts = new Account[dated.lines().size()];
        Refusal refusal = EntryRules.accounts(dated, chart, accounts);
        if (refusal == null && BalanceRules.concern(dated, accounts)) {
            refusal = balances().check(dated, chart, settled);
        }
        if (refusal == null && room.setup().guards().notEmpty()) {
            refusal = guarded(dated);
        }
        return refusal != null ? Decision.refused(refusal) : decided(dated, numbers);
    }

    private @Nullable Refusal guarded(JournalEntry entry) {
        PostingGuard.Moment moment = new PostingGuard.Moment(ports.index().position(), decided.entries());
        for (PostingGuard guard : room.setup().guards()) {
            Optional<Refusal> refusal = guard.objection(entry, moment);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return null;
    }

    private BalanceRules balances() {
        if (balances == null) {
            balances = new BalanceRules(ports, decided, now);
        }
        return balances;
    }

    private Decision decided(JournalEntry entry, SeriesId numbers) {
        Draft draft = new Draft(entry, numbers, decided.size());
        if (command.many()) {
            decided.add(draft);
        }
        return Decision.fresh(draft);
    }

    private @Nullable Refusal reversal(JournalEntry entry, EntryId original) {
        PostedEntry posted = ports.journal().find(original).orElse(null);
        Draft draft = decided.find(original);
        JournalEntry reversed = posted != null ? posted.entry() : draft == null ? null : draft.entry();
        if (reversed == null) {
            return PostingRefusals.notPosted(original);
        }
        EntryId earlier = ports.journal().reversalOf(original).orElseGet(() -> decidedReversal(original));
        if (earlier != null) {
            return PostingRefusals.of(
                            "entry.already-reversed",
                            "Entry " + original + " was reversed by " + earlier + "; reverse that one to restore it")
                    .with("entry", original)
                    .with("reversal", earlier);
        }
        if (!EntryContent.contrary(reversed, entry)) {
            return PostingRefusals.of(
                            "entry.not-contrary",
                            "Entry " + entry.id() + " does not have the lines of " + original
                                    + " with the opposite sign; post it as an entry of its own")
                    .with("entry", original);
        }
        if (entry.date().isBefore(reversed.date())) {
            return PostingRefusals.beforeOriginal(reversed, entry.date());
        }
        Refusal refusal = isClosing(reversed) ? reopening(entry, reversed.date()) : null;
        return refusal != null || posted == null ? refusal : objection(posted);
    }

    /** Closing entries come from those who may close the year. */
    private @Nullable Refusal closing(JournalEntry entry, Book book) {
        Permission close = new Permission("year.close", entry.book().value());
        return ports.access().allows(command.poster(), close) ? EntryRules.closing(entry, book) : close.denied();
    }

    /** Closing entries are taken back by those who may reopen the year, on their own day. */
    private @Nullable Refusal reopening(JournalEntry entry, LocalDate closed) {
        Permission reopen = new Permission("year.reopen", entry.book().value());
        if (!ports.access().allows(command.poster(), reopen)) {
            return reopen.denied();
        }
        return entry.date().equals(closed) ? null : PostingRefusals.closingDay(entry.book(), entry.date());
    }

    /** Whether an entry closes a year, or reverses one that does. */
    private boolean isClosing(JournalEntry entry) {
        JournalEntry origin = entry;
        while (origin.reverses().isPresent()) {
            EntryId earlier = origin.reverses().get();
            Draft draft = decided.find(earlier);
            origin = draft != null
                    ? draft.entry()
                    : ports.journal().find(earlier).orElseThrow().entry();
        }
        return origin.kind() == EntryKind.CLOSING;
    }

    private @Nullable EntryId decidedReversal(EntryId original) {
        for (JournalEntry entry : decided.entries()) {
            if (entry.reverses().equals(Optional.of(original))) {
                return entry.id();
            }
        }
        return null;
    }

    private @Nullable Refusal objection(PostedEntry original) {
        for (JournalListener listener : room.setup().listeners()) {
            Optional<Refusal> refusal = listener.reversing(original);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return null;
    }

    /** Who approves what needs no approval is recorded too, and so must be somebody else who may. */
    private boolean approvable() {
        return command.policy().approval() != ApprovalPolicy.NONE
                || command.approver().isPresent();
    }

    private @Nullable Refusal approval(JournalEntry entry) {
        Actor approver = command.approver().orElse(null);
        if (approver == null) {
            return PostingRefusals.of(
                            "approval.missing", "Entry " + entry.id() + " needs somebody who approves it; name who has")
                    .with("entry", entry.id());
        }
        if (approver.equals(command.poster())) {
            return PostingRefusals.of(
                            "approval.same-person",
                            "Who posts entry " + entry.id() + " must not approve it; name somebody else")
                    .with("entry", entry.id());
        }
        Permission approve = new Permission("journal.approve", entry.book().value());
        return ports.access().allows(approver, approve) ? null : approve.denied();
    }

    /** How many entries are decided; a chain that fails goes back to what it was before. */
    int mark() {
        return decided.size();
    }

    void backTo(int mark) {
        decided.truncate(mark);
    }

    /** Gives the one entry of the session its number and appends it. */
    PostedEntry write(Draft draft) {
        PostedEntry fact = posted(draft, ports.numbers().next(draft.series()));
        ports.journal().append(Lists.immutable.of(fact));
        tell(fact);
        return fact;
    }

    /** Gives all that was decided their numbers and appends them. */
    ImmutableList<PostedEntry> write() {
        MutableList<PostedEntry> posted = Lists.mutable.ofInitialCapacity(decided.size());
        for (int i = 0; i < decided.size(); i++) {
            Draft draft = decided.get(i);
            posted.add(posted(draft, ports.numbers().next(draft.series())));
        }
        ImmutableList<PostedEntry> facts = posted.toImmutable();
        if (facts.notEmpty()) {
            ports.journal().append(facts);
        }
        for (int i = 0; i < facts.size(); i++) {
            tell(facts.get(i));
        }
        return facts;
    }

    private void tell(PostedEntry fact) {
        ImmutableList<JournalListener> listeners = room.setup().listeners();
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).posted(fact);
        }
        ports.outbox().add(new EntryPosted(fact.id().value(), fact.position(), fact.number(), fact.recordedAt()));
    }

    /** The facts that writing would give, with the numbers that would be next. */
    ImmutableList<PostedEntry> unwritten() {
        MutableObjectLongMap<SeriesId> numbers = ObjectLongMaps.mutable.empty();
        MutableList<PostedEntry> facts = Lists.mutable.ofInitialCapacity(decided.size());
        for (int i = 0; i < decided.size(); i++) {
            SeriesId id = decided.get(i).series();
            numbers.put(id, numbers.getIfAbsent(id, ports.numbers().last(id)) + 1);
            facts.add(posted(decided.get(i), numbers.get(id)));
        }
        return facts.toImmutable();
    }

    /** The fact that writing the one entry of the session would give. */
    PostedEntry unwritten(Draft draft) {
        return posted(draft, ports.numbers().last(draft.series()) + 1);
    }

    private PostedEntry posted(Draft draft, long number) {
        JournalEntry entry = draft.entry();
        return new PostedEntry(
                entry,
                last + draft.place() + 1,
                now,
                new EntryNumber(entry.journal(), draft.series().year(), number),
                command.poster(),
                command.approver());
    }
}
