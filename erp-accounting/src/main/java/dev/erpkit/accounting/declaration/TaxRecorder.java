package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Writes what documents and payments tell the declarations, in the unit of work that posts them: post first, then record.
 * Asks nobody: whoever posts has asked.
 */
public final class TaxRecorder {
    private final TaxFactLog log;
    private final JournalStore journal;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final ImmutableList<DeclarationForm> forms;

    /**
     * A recorder into a log.
     *
     * @param forms all forms that are filed; the first that has a box takes its facts
     */
    public TaxRecorder(
            TaxFactLog log,
            JournalStore journal,
            UnitOfWork unitOfWork,
            InstantSource clock,
            ImmutableList<DeclarationForm> forms) {
        this.log = log;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.forms = forms;
    }

    /**
     * Records facts, all or none. The same record again gives the first facts again. A date in a period that was declared
     * already is no reason to refuse: the fact is late and goes where the policy of the declarations says.
     *
     * @return the facts, or {@code tax-fact.key-reused}, {@code tax-fact.unknown-box}
     */
    public Outcome<ImmutableList<TaxFact>> record(TaxRecord record) {
        return unitOfWork.execute(() -> {
            ImmutableList<TaxFact> earlier = log.find(record.key());
            return earlier.isEmpty() ? append(record) : replay(record, earlier);
        });
    }

    private static Outcome<ImmutableList<TaxFact>> replay(TaxRecord record, ImmutableList<TaxFact> earlier) {
        boolean same = earlier.size() == record.lines().size()
                && earlier.zipWithIndex().allSatisfy(fact -> fact.getOne().cameFrom(record, fact.getTwo()));
        return same
                ? Outcome.replayed(earlier)
                : Outcome.refused(Refusal.of(
                                DeclarationRefusals.FACT_KEY_REUSED,
                                "Tax facts were recorded under " + record.key()
                                        + " with other content; take another key")
                        .with("key", record.key()));
    }

    private Outcome<ImmutableList<TaxFact>> append(TaxRecord record) {
        long size = log.size();
        long position = journal.lastPosition();
        Instant now = now(position);
        MutableList<TaxFact> facts = Lists.mutable.empty();
        for (TaxLine line : record.lines()) {
            Optional<DeclarationForm> form =
                    forms.detectOptional(each -> each.boxes().contains(line.box()));
            if (form.isEmpty()) {
                return Outcome.refused(Refusal.of(
                                DeclarationRefusals.UNKNOWN_BOX,
                                "No form has the box " + line.box() + "; correct the tax " + line.code()
                                        + " or add the box to a form")
                        .with("box", line.box())
                        .with("tax", line.code()));
            }
            facts.add(new TaxFact(
                    size + facts.size() + 1,
                    record.book(),
                    record.key(),
                    record.source(),
                    record.date(),
                    form.get().id(),
                    line,
                    position,
                    now));
        }
        log.append(size, facts.toImmutable());
        return Outcome.accepted(facts.toImmutable());
    }

    /** Never earlier than the entry at the position, also when the clock was set back. */
    private Instant now(long position) {
        Instant[] latest = {clock.instant().truncatedTo(ChronoUnit.MICROS)};
        journal.forEach(JournalQuery.after(Math.max(0, position - 1)), entry -> {
            if (entry.recordedAt().isAfter(latest[0])) {
                latest[0] = entry.recordedAt();
            }
        });
        return latest[0];
    }
}
