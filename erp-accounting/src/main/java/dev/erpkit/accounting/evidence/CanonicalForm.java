package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of what a seal protects: every field of a posted entry but its free texts, in a fixed
 * order. Amounts are minor units with their number of decimals, so that 5.1, 5.10 and 5.1000 are the same bytes; instants
 * are microseconds; nothing depends on locale, time zone or the order of maps.
 *
 * <p>A change of this form is a new version beside this one; sealed entries keep theirs.
 */
final class CanonicalForm {
    /** The newest version. */
    static final int VERSION = 2;

    /** The octets of no dimensions, no party, no document and no due date: three numbers and a flag, all zero. */
    private static final int PLAIN = 13;

    private final CanonicalWriter out;
    private final KnownLines lines = new KnownLines();
    private final @Nullable KnownHead[] heads = new KnownHead[256];
    private LocalDate lastDate = LocalDate.EPOCH;
    private long lastDay;

    /** Writes with a writer; what entries have in common is put together once and copied from then on. */
    CanonicalForm(CanonicalWriter out) {
        this.out = out;
    }

    /** Version 2 added the digest of the event. */
    void write(int version, PostedEntry posted) {
        JournalEntry entry = posted.entry();
        KnownHead head = head(posted);
        boolean plain = posted.approvedBy().isEmpty()
                && entry.documentDate().isEmpty()
                && entry.source().isEmpty()
                && entry.reverses().isEmpty();
        if (plain) {
            out.plainHead(posted, head, epochDay(entry.date()));
        } else {
            head(posted, head);
        }
        ImmutableList<JournalLine> all = entry.lines();
        int size = all.size();
        out.number(size);
        for (int i = 0; i < size; i++) {
            line(all.get(i));
        }
        assertions(entry.assertions());
        if (version > 1) {
            out.text(entry.eventDigest().orElse(""));
        }
    }

    /** Two heads that meet in one place drive each other out. */
    private KnownHead head(PostedEntry posted) {
        int hash = 31 * posted.number().journal().value().hashCode()
                + posted.postedBy().id().hashCode()
                + posted.entry().kind().name().hashCode();
        int place = (hash * 0x9E3779B9) >>> 24;
        KnownHead known = heads[place];
        if (known == null || !known.fits(posted)) {
            known = KnownHead.of(posted);
            heads[place] = known;
        }
        return known;
    }

    private void head(PostedEntry posted, KnownHead head) {
        JournalEntry entry = posted.entry();
        out.number(posted.position());
        out.number(posted.recordedAt().getEpochSecond());
        out.number(posted.recordedAt().getNano() / 1000);
        out.again(head.numbered(), posted.number().number());
        out.text(posted.approvedBy().map(Actor::id).orElse(""));
        out.text(entry.id().value());
        out.again(head.dated(), epochDay(entry.date()));
        day(entry.documentDate());
        out.text(entry.kind().name());
        source(entry.source());
        out.text(entry.reverses().map(EntryId::value).orElse(""));
    }

    /** Entries in a row mostly have the same date. */
    private long epochDay(LocalDate date) {
        if (!date.equals(lastDate)) {
            lastDate = date;
            lastDay = date.toEpochDay();
        }
        return lastDay;
    }

    private void assertions(ImmutableList<BalanceAssertion> assertions) {
        out.number(assertions.size());
        if (assertions.notEmpty()) {
            for (BalanceAssertion assertion : assertions) {
                out.text(assertion.account().value());
                out.text(Amounts.canonical(assertion.balance()));
            }
        }
    }

    private void line(JournalLine line) {
        Template known = lines.find(line.account().value(), line.currency(), line.baseCurrency());
        if (known == null) {
            known = CanonicalWriter.line(line.account().value(), line.currency(), line.baseCurrency());
            lines.keep(line.account().value(), line.currency(), line.baseCurrency(), known);
        }
        boolean plain = line.dimensions().isEmpty()
                && line.party().isEmpty()
                && line.document().isEmpty()
                && line.dueDate().isEmpty();
        if (plain) {
            out.line(known, line.amountMinor(), line.baseMinor(), PLAIN);
        } else {
            out.line(known, line.amountMinor(), line.baseMinor(), 0);
            coordinates(line.dimensions());
            out.text(line.party().map(PartyId::value).orElse(""));
            out.text(line.document().orElse(""));
            day(line.dueDate());
        }
        out.octet(line.adjustment() ? 1 : 0);
    }

    private void coordinates(Dimensions dimensions) {
        out.number(dimensions.values().size());
        dimensions.values().forEachKeyValue((axis, value) -> {
            out.text(axis);
            out.text(value);
        });
    }

    private void source(Optional<SourceDocument> source) {
        out.octet(source.isPresent() ? 1 : 0);
        if (source.isPresent()) {
            out.text(source.get().system());
            out.text(source.get().type());
            out.text(source.get().id());
            out.number(source.get().version());
        }
    }

    private void day(Optional<LocalDate> day) {
        out.octet(day.isPresent() ? 1 : 0);
        if (day.isPresent()) {
            out.number(day.get().toEpochDay());
        }
    }

    /** Whether the entry has free texts. */
    static boolean hasTexts(JournalEntry entry) {
        boolean found = entry.narrative().isPresent();
        for (int i = 0; i < entry.lines().size() && !found; i++) {
            found = entry.lines().get(i).note().isPresent();
        }
        return found;
    }

    /** The free texts, told apart by their place. */
    void writeTexts(JournalEntry entry) {
        out.octet(entry.narrative().isPresent() ? 1 : 0);
        entry.narrative().ifPresent(out::text);
        for (JournalLine line : entry.lines()) {
            out.octet(line.note().isPresent() ? 1 : 0);
            line.note().ifPresent(out::text);
        }
    }
}
