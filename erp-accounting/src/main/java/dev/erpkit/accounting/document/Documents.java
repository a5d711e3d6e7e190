package dev.erpkit.accounting.document;

import dev.erpkit.accounting.declaration.TaxRecord;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trace.TraceStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Issues documents and tells how they stand. Issuing works the draft out, posts its accounting event, tells the declarations,
 * sets a credit off where that is wanted, draws the number last and keeps the document, all in one unit of work: whatever fails, nothing of it stays and the number
 * is given to the next.
 *
 * <p>A draft that was issued before gives the document of then, also when taxes, rates or the setup have changed since.
 *
 * <p>Permission: {@code document.issue} with the book as scope. Refusals: {@code document.id-reused}, {@code document.empty},
 * {@code document.form}, {@code document.unknown}, {@code document.other-party}, {@code document.date},
 * {@code document.instalments}, {@code document.printed-tax-differs}, {@code document.duplicate-supplier-number},
 * {@code document.advance-exceeds}, {@code document.deduction-exceeds}; for credits those of {@link Creditable} and
 * {@code document.not-creditable}; what the guard says, and what matching refuses; {@code tax.rate-missing} and others of the tax engine,
 * {@code rate.missing}, and what posting refuses.
 */
public final class Documents {
    private static final String ISSUE = "document.issue";

    private final DocumentPorts ports;
    private final DocumentSetup setup;

    /** Documents over ports. */
    public Documents(DocumentPorts ports, DocumentSetup setup) {
        this.ports = ports;
        this.setup = setup;
    }

    /** The figures that issuing a draft would give; changes nothing and asks neither guard nor books. */
    public Outcome<DocumentFigures> preview(DocumentDraft draft) {
        return ports.unitOfWork().execute(() -> work(draft).map(Working.Worked::figures));
    }

    /** Issues a document. */
    public Outcome<IssuedDocument> issue(DocumentDraft draft, Actor actor) {
        try {
            return ports.unitOfWork().execute(() -> {
                refuse(PeriodService.denial(
                        ports.access(), actor, ISSUE, setup.book().id()));
                Optional<IssuedDocument> known = ports.documents().find(draft.id());
                return known.isPresent() ? replay(known.get(), draft) : Outcome.accepted(issued(draft, actor));
            });
        } catch (RefusedException e) {
            // thrown so that what was written before the refusal is undone
            return Outcome.refused(e.refusal());
        }
    }

    private static Outcome<IssuedDocument> replay(IssuedDocument known, DocumentDraft draft) {
        return known.fingerprint().equals(DraftDigest.of(draft))
                ? Outcome.replayed(known)
                : Outcome.refused(DocumentRefusals.idReused(draft.id()));
    }

    private IssuedDocument issued(DocumentDraft draft, Actor actor) {
        Working.Worked worked = work(draft).orElseThrow();
        DocumentFigures figures = worked.figures();
        refuse(duplicate(draft));
        if (!setup.book().calendar().range().contains(draft.documentDate())) {
            throw new RefusedException(DocumentRefusals.date(draft, setup.book()));
        }
        refuse(setup.guard().refuses(draft, figures, actor));
        post(draft, worked, actor);
        match(draft, figures, actor);
        IssuedDocument document = IssuedDocument.builder()
                .id(draft.id())
                .kind(draft.kind())
                .number(number(draft))
                .party(draft.party())
                .documentDate(draft.documentDate())
                .effectiveDate(draft.effectiveDate())
                .figures(figures)
                .original(draft.creditOf().map(CreditOf::original).or(draft::addsTo))
                .supplierNumber(draft.supplierNumber())
                .facts(draft.facts())
                .narrative(draft.narrative())
                .issuedAt(ports.clock().instant().truncatedTo(ChronoUnit.MICROS))
                .issuedBy(actor)
                .fingerprint(DraftDigest.of(draft))
                .build();
        ports.documents().append(document);
        return document;
    }

    private void post(DocumentDraft draft, Working.Worked worked, Actor actor) {
        Optional<AccountingEvent> event = DocumentFacts.event(draft, worked.figures());
        if (event.isPresent()) {
            refuse(ports.events()
                    .apply(at(worked.posted()))
                    .record(event.get(), actor)
                    .refusal());
        }
        Optional<TaxRecord> declared = DocumentFacts.declared(setup.book().id(), draft, worked.figures());
        if (declared.isPresent() && setup.declarations().isPresent()) {
            refuse(setup.declarations().get().record(declared.get()).refusal());
        }
    }

    private void match(DocumentDraft draft, DocumentFigures figures, Actor actor) {
        if (setup.matching().isPresent() && draft.creditOf().isPresent()) {
            refuse(setup.matching()
                    .get()
                    .match(
                            draft.id(),
                            items(draft.id(), figures),
                            items(find(draft.creditOf().get().original())),
                            draft.effectiveDate(),
                            actor));
        }
    }

    /** The rate that the document has frozen, and the host's for every other pair. */
    private ExchangeRates at(Optional<ExchangeRate> frozen) {
        return (from, to, type, date) -> frozen.filter(rate -> rate.base().equals(from)
                        && rate.quote().equals(to)
                        && rate.type().equals(type))
                .or(() -> ports.rates().find(from, to, type, date));
    }

    /** One series for each kind and fiscal year; a second year of the same number has a series of its own. */
    private DocumentNumber number(DocumentDraft draft) {
        FiscalYear year = setup.book().calendar().yearOf(draft.documentDate());
        String kind = draft.kind().text();
        SeriesId series = new SeriesId(year.id().sequence() == 1 ? kind : kind + "/" + year.name(), year.number());
        return new DocumentNumber(series, ports.numbers().next(series));
    }

    private Optional<Refusal> duplicate(DocumentDraft draft) {
        return draft.supplierNumber()
                .flatMap(number -> ports.documents()
                        .find(draft.kind(), draft.party(), number)
                        .map(other -> DocumentRefusals.supplierNumber(draft.id(), other.id(), number)));
    }

    private Outcome<Working.Worked> work(DocumentDraft draft) {
        return new Working(
                        draft,
                        setup.taxes().get(),
                        setup.book().base(),
                        ports.rates(),
                        ports.documents()::find,
                        ports.documents()::referringTo)
                .work();
    }

    private static void refuse(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
    }

    /**
     * How the figures of a document came about: its totals of tax with what each was rounded from, its lines and their taxes,
     * what a supplier printed otherwise, and what a line takes of another document. Made of what the document has frozen, so
     * that no change of taxes, rates or settings changes it. Documents that were kept before origins were tell it without
     * what was before rounding.
     *
     * @throws NotFoundException when there is no such document
     */
    public TraceStep derivation(DocumentId id) {
        return Derivation.of(find(id));
    }

    /**
     * What remains to be credited of a document.
     *
     * @throws NotFoundException when there is no such document
     */
    public Creditable creditable(DocumentId id) {
        return ports.unitOfWork().execute(() -> Creditable.of(find(id), ports.documents()::referringTo));
    }

    /** How a document stands at the end of a day, by all that is recorded: {@link #state(DocumentId, LocalDate, Optional)}. */
    public Optional<DocumentState> state(DocumentId id, LocalDate asOf) {
        return state(id, asOf, Optional.empty());
    }

    /**
     * How a document stands at the end of a day, as known at an instant.
     *
     * @return nothing where it was not there yet
     * @throws NotFoundException when there is no such document
     */
    public Optional<DocumentState> state(DocumentId id, LocalDate asOf, Optional<Instant> knownAt) {
        return ports.unitOfWork().execute(() -> {
            IssuedDocument document = find(id);
            ImmutableList<ItemHistory> items = items(document);
            return DocumentState.of(document, items, ports.documents().referringTo(id), losses(items), asOf, knownAt);
        });
    }

    /**
     * The open items of a document by its id: see {@link #items(IssuedDocument)}.
     *
     * @throws NotFoundException when there is no such document
     */
    public ImmutableList<ItemHistory> items(DocumentId id) {
        return items(find(id));
    }

    /**
     * The open item of a document that is owed at once: that of its first instalment, what receipts and payments are set off
     * against. Empty where the posting rules record none.
     *
     * @throws NotFoundException when there is no such document
     */
    public Optional<ItemHistory> itemOf(DocumentId id) {
        return items(id).getFirstOptional();
    }

    /** The open items of a document: the first lines of its entry, one for each instalment. */
    public ImmutableList<ItemHistory> items(IssuedDocument document) {
        return items(document.id(), document.figures());
    }

    private ImmutableList<ItemHistory> items(DocumentId id, DocumentFigures figures) {
        EntryId entry = EntryId.of(IssuedDocument.eventOf(id), setup.book().id());
        int most = figures.instalments().size();
        MutableList<ItemHistory> items = Lists.mutable.empty();
        for (int line = 0; line < most; line++) {
            ports.openItems().find(new ItemId(entry, line)).ifPresent(items::add);
        }
        return items.toImmutable();
    }

    private ImmutableSet<MatchId> losses(ImmutableList<ItemHistory> items) {
        return items.flatCollect(ItemHistory::consumptions)
                .collect(Consumption::match)
                .select(match -> ports.openItems()
                        .match(match)
                        .flatMap(Match::entry)
                        .flatMap(ports.journal()::find)
                        .map(posted -> posted.entry()
                                .lines()
                                .anySatisfy(line -> setup.losses().contains(line.account())))
                        .orElse(false))
                .toSet()
                .toImmutable();
    }

    private IssuedDocument find(DocumentId id) {
        return ports.documents().find(id).orElseThrow(() -> new NotFoundException(id.value()));
    }
}
