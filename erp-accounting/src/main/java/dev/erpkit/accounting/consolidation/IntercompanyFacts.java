package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Reads intercompany facts off journal lines: a line with a value on the axis {@link #AXIS} is about that member. Mark what
 * has its mirror in the books of the other side: receivables and payables, loans, sales and purchases, interest, dividends.
 */
public final class IntercompanyFacts {
    /** The axis whose value is the {@link MemberId} of the other side. */
    public static final String AXIS = "affiliate";

    /** The axis whose value joins the two sides where no document number does. */
    public static final String PAIR = "affiliate-pair";

    private IntercompanyFacts() {}

    /** The facts in one entry of a member. */
    public static ImmutableList<IntercompanyFact> of(MemberId member, JournalEntry entry) {
        MutableList<IntercompanyFact> facts = Lists.mutable.empty();
        for (JournalLine line : entry.lines()) {
            line.dimensions().get(AXIS).ifPresent(other -> facts.add(fact(member, MemberId.of(other), entry, line)));
        }
        return facts.toImmutable();
    }

    /**
     * The facts in a book, also those dated after the period: they tell what was in transit at its end. A host with long
     * journals keeps the facts of {@link #of} as it posts instead.
     */
    public static ImmutableList<IntercompanyFact> read(MemberId member, JournalStore journal, BookId book) {
        MutableList<IntercompanyFact> facts = Lists.mutable.empty();
        JournalQuery query = new JournalQuery(
                0, Long.MAX_VALUE, Optional.of(book), Optional.empty(), Optional.empty(), Optional.empty());
        journal.forEach(query, (PostedEntry posted) -> facts.addAllIterable(of(member, posted.entry())));
        return facts.toImmutable();
    }

    private static IntercompanyFact fact(MemberId member, MemberId other, JournalEntry entry, JournalLine line) {
        return new IntercompanyFact(
                line.dimensions().get(PAIR).or(line::document).orElse(""),
                member,
                other,
                line.account(),
                entry.date(),
                line.amountMinor(),
                line.currency(),
                line.baseMinor(),
                line.document());
    }
}
