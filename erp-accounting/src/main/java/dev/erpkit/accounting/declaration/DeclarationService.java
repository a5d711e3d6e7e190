package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.declaration.DeclarationDecisions.Known;
import dev.erpkit.accounting.declaration.DeclarationFact.Change;
import dev.erpkit.accounting.declaration.DeclarationFact.Filed;
import dev.erpkit.accounting.declaration.DeclarationFact.Prepared;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Makes up and files declarations. A fact that is recorded while a declaration is made up is either in it or late, never both
 * and never neither: both are units of work over the same log.
 *
 * <p>Permissions: {@code declaration.prepare} and {@code declaration.file} with the book as scope.
 */
public final class DeclarationService {
    private final DeclarationLog log;
    private final TaxFactLog facts;
    private final JournalStore journal;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final AccessPolicy access;
    private final ImmutableList<DeclarationForm> forms;

    /**
     * A service over a host's ports.
     *
     * @param forms the forms that are filed
     */
    public DeclarationService(
            DeclarationLog log,
            TaxFactLog facts,
            JournalStore journal,
            UnitOfWork unitOfWork,
            InstantSource clock,
            AccessPolicy access,
            ImmutableList<DeclarationForm> forms) {
        this.log = log;
        this.facts = facts;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.access = access;
        this.forms = forms;
    }

    /**
     * Makes up a declaration and keeps it, in the place of one that was not filed. Where nothing has changed, the one that was
     * made up before is given again.
     *
     * @return the declaration, or {@code access.denied}, {@code declaration.form-unknown}, or what
     *     {@link DeclarationDecisions#prepare} refuses
     */
    public Outcome<Declaration> prepare(DeclarationRequest request, Actor actor) {
        Optional<Refusal> denied = PeriodService.denial(access, actor, "declaration.prepare", request.book());
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return unitOfWork.execute(() -> decide(request).map(declaration -> {
            if (current().find(declaration.key()).isEmpty()) {
                append(new Prepared(declaration), actor);
            }
            return declaration;
        }));
    }

    /** What making up a declaration would give; changes nothing. Refusals as {@link #prepare}, but for access. */
    public Outcome<Declaration> preview(DeclarationRequest request) {
        return unitOfWork.execute(() -> decide(request));
    }

    /**
     * Files the declaration that was made up last.
     *
     * @param key the client's key of the filing
     * @param declaration what is filed, as the filer has seen it
     * @param date the day of the filing
     * @param reference what the office calls it, empty when nothing
     * @return the filing, or {@code access.denied} or what {@link DeclarationDecisions#file} refuses
     */
    public Outcome<Filed> file(
            IdempotencyKey key, Declaration declaration, LocalDate date, String reference, Actor actor) {
        Optional<Refusal> denied = PeriodService.denial(access, actor, "declaration.file", declaration.book());
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Filed filing = new Filed(key, declaration.key(), declaration.hash(), date, reference);
        return unitOfWork.execute(() -> {
            Outcome<Filed> outcome = DeclarationDecisions.file(current(), filing);
            if (outcome instanceof Outcome.Accepted<Filed> accepted && !accepted.replayed()) {
                append(filing, actor);
            }
            return outcome;
        });
    }

    /** How the declarations stand now. */
    public Declarations current() {
        MutableList<DeclarationFact> all = Lists.mutable.empty();
        log.forEach(0, all::add);
        return new Declarations(all.toImmutable());
    }

    /**
     * A declaration made up again from the facts that it knew.
     *
     * @throws NotFoundException when there is none of this key, or its form is not filed any more
     */
    public Declaration rebuild(IdempotencyKey key) {
        return unitOfWork.execute(() -> {
            Declarations declarations = current();
            Declaration declaration =
                    declarations.find(key).orElseThrow(() -> new NotFoundException("declaration " + key));
            DeclarationForm form =
                    form(declaration.form()).orElseThrow(() -> new NotFoundException("form " + declaration.form()));
            return DeclarationDecisions.rebuild(
                    declarations, facts(declaration.book(), declaration.form()), form, declaration);
        });
    }

    /** The declarations of a book that were made up for a period within these days and wait to be filed. */
    public ImmutableList<Declaration> unfiled(BookId book, DateRange period) {
        Declarations now = current();
        return forms.collect(form -> now.draft(book, form.id()))
                .flatCollect(draft -> draft.map(Lists.immutable::of).orElseGet(Lists.immutable::empty))
                .select(draft -> period.contains(draft.period().lastDay()));
    }

    /** The facts of a form that no filed declaration has taken, in the order in which they were recorded. */
    public ImmutableList<TaxFact> undeclared(BookId book, String form) {
        return unitOfWork.execute(() -> {
            ImmutableList<Declaration> filed = current().filed(book, form);
            return facts(book, form).reject(fact -> filed.anySatisfy(declaration -> declaration.takes(fact)));
        });
    }

    private Outcome<Declaration> decide(DeclarationRequest request) {
        Optional<DeclarationForm> form = form(request.form());
        if (form.isEmpty()) {
            return Outcome.refused(Refusal.of(
                            DeclarationRefusals.FORM_UNKNOWN,
                            "There is no form " + request.form() + "; name one of "
                                    + forms.collect(DeclarationForm::id).makeString(", "))
                    .with("form", request.form()));
        }
        Known known = new Known(current(), facts(request.book(), request.form()), facts.size(), journal.lastPosition());
        return DeclarationDecisions.prepare(known, form.get(), request);
    }

    private Optional<DeclarationForm> form(String id) {
        return forms.detectOptional(form -> form.id().equals(id));
    }

    private ImmutableList<TaxFact> facts(BookId book, String form) {
        MutableList<TaxFact> all = Lists.mutable.empty();
        facts.forEach(TaxFactQuery.all(book, form), all::add);
        return all.toImmutable();
    }

    private void append(Change change, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        log.append(new DeclarationFact(log.size() + 1, change, now, actor));
    }
}
