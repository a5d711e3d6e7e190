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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

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

    private CanonicalForm() {}

    /** Version 2 added the digest of the event. */
    static void write(int version, PostedEntry posted, CanonicalWriter out) {
        JournalEntry entry = posted.entry();
        Instant recordedAt = posted.recordedAt();
        out.numbers(posted.position(), recordedAt.getEpochSecond(), recordedAt.getNano() / 1000);
        out.code(posted.number().journal().value());
        out.number(posted.number().fiscalYear());
        out.number(posted.number().number());
        out.code(posted.postedBy().id());
        out.text(posted.approvedBy().map(Actor::id).orElse(""));
        out.text(entry.id().value());
        out.code(entry.book().value());
        out.code(entry.journal().value());
        out.number(entry.date().toEpochDay());
        day(entry.documentDate(), out);
        out.code(entry.kind().name());
        source(entry.source(), out);
        out.text(entry.reverses().map(EntryId::value).orElse(""));
        ImmutableList<JournalLine> lines = entry.lines();
        int size = lines.size();
        out.number(size);
        for (int i = 0; i < size; i++) {
            line(lines.get(i), out);
        }
        assertions(entry.assertions(), out);
        if (version > 1) {
            out.text(entry.eventDigest().orElse(""));
        }
    }

    private static void assertions(ImmutableList<BalanceAssertion> assertions, CanonicalWriter out) {
        out.number(assertions.size());
        if (assertions.notEmpty()) {
            for (BalanceAssertion assertion : assertions) {
                out.text(assertion.account().value());
                out.text(Amounts.canonical(assertion.balance()));
            }
        }
    }

    private static void line(JournalLine line, CanonicalWriter out) {
        out.code(line.account().value());
        out.amount(line.amountMinor(), line.currency());
        out.amount(line.baseMinor(), line.baseCurrency());
        boolean plain = line.dimensions().isEmpty()
                && line.party().isEmpty()
                && line.document().isEmpty()
                && line.dueDate().isEmpty();
        if (plain) {
            out.zeros(PLAIN);
        } else {
            coordinates(line.dimensions(), out);
            out.text(line.party().map(PartyId::value).orElse(""));
            out.text(line.document().orElse(""));
            day(line.dueDate(), out);
        }
        out.octet(line.adjustment() ? 1 : 0);
    }

    private static void coordinates(Dimensions dimensions, CanonicalWriter out) {
        out.number(dimensions.values().size());
        dimensions.values().forEachKeyValue((axis, value) -> {
            out.text(axis);
            out.text(value);
        });
    }

    private static void source(Optional<SourceDocument> source, CanonicalWriter out) {
        out.octet(source.isPresent() ? 1 : 0);
        if (source.isPresent()) {
            out.text(source.get().system());
            out.text(source.get().type());
            out.text(source.get().id());
            out.number(source.get().version());
        }
    }

    private static void day(Optional<LocalDate> day, CanonicalWriter out) {
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
    static void writeTexts(JournalEntry entry, CanonicalWriter out) {
        out.octet(entry.narrative().isPresent() ? 1 : 0);
        entry.narrative().ifPresent(out::text);
        for (JournalLine line : entry.lines()) {
            out.octet(line.note().isPresent() ? 1 : 0);
            line.note().ifPresent(out::text);
        }
    }
}
