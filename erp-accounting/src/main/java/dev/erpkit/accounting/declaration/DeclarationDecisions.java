package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.declaration.DeclarationFact.Filed;
import dev.erpkit.accounting.declaration.DeclarationFact.Prepared;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.value.Digest;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What commands on declarations come to. Pure: same state, facts and command, same outcome. */
public final class DeclarationDecisions {
    private DeclarationDecisions() {}

    /**
     * What is known when a declaration is made up.
     *
     * @param declarations how the declarations stand
     * @param facts the tax facts of the book and form, in the order of their numbers
     * @param through the number of the newest tax fact of the tenant
     * @param position the last position of the journal
     */
    public record Known(Declarations declarations, ImmutableList<TaxFact> facts, long through, long position) {}

    /**
     * Makes up a declaration. Where nothing has changed since the one that was made up last, that one is given again.
     *
     * @return the declaration, or {@code declaration.key-reused}, {@code declaration.period-open},
     *     {@code declaration.overlap}, {@code declaration.gap}, {@code declaration.nothing-filed},
     *     {@code declaration.nothing-to-correct}, {@code declaration.unknown-box}
     */
    public static Outcome<Declaration> prepare(Known known, DeclarationForm form, DeclarationRequest request) {
        Optional<DeclarationFact.Change> earlier = known.declarations().change(request.key());
        if (earlier.isPresent()) {
            return earlier.get() instanceof Prepared prepared && request.sameAs(prepared.declaration())
                    ? Outcome.replayed(prepared.declaration())
                    : reused(request.key().value());
        }
        ImmutableList<Declaration> filed = known.declarations().filed(request.book(), request.form());
        Optional<Refusal> refused = request.correction() ? uncorrectable(filed, request) : outOfTurn(filed, request);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        ImmutableList<TaxFact> taken = taken(filed, known, request);
        TaxFact stray = taken.detect(fact -> !form.boxes().contains(fact.line().box()));
        if (stray != null) {
            return refuse(
                    DeclarationRefusals.BOX_GONE,
                    "Form " + form.id() + " has no box " + stray.line().box() + " any more, but fact " + stray.number()
                            + " is in it; give the form the box back",
                    request);
        }
        if (request.correction() && taken.isEmpty()) {
            return refuse(
                    DeclarationRefusals.NOTHING_TO_CORRECT,
                    "No late fact belongs to " + request.period() + "; there is nothing to correct",
                    request);
        }
        return Outcome.accepted(freeze(filed, known, form, request, taken))
                .then(fresh -> known.declarations()
                        .draft(request.book(), request.form())
                        .filter(draft -> draft.hash().equals(fresh.hash()))
                        .map(Outcome::replayed)
                        .orElseGet(() -> Outcome.accepted(fresh)));
    }

    /**
     * Files a declaration.
     *
     * @param filing the filing, with the fingerprint of what the filer has seen
     * @return the filing, or {@code declaration.unknown}, {@code declaration.already-filed}, {@code declaration.superseded},
     *     {@code declaration.hash}, {@code declaration.key-reused}
     */
    public static Outcome<Filed> file(Declarations declarations, Filed filing) {
        Optional<DeclarationFact.Change> earlier = declarations.change(filing.key());
        if (earlier.isPresent()) {
            return earlier.get().equals(filing)
                    ? Outcome.replayed(filing)
                    : reused(filing.key().value());
        }
        Optional<Declarations.Status> status = declarations.status(filing.declaration());
        if (status.isEmpty()) {
            return refuseFiling(DeclarationRefusals.UNKNOWN, "There is no declaration " + filing.declaration(), filing);
        }
        return switch (status.get()) {
            case FILED ->
                refuseFiling(
                        DeclarationRefusals.ALREADY_FILED,
                        "Declaration " + filing.declaration() + " was filed; correct it with a correction",
                        filing);
            case SUPERSEDED ->
                refuseFiling(
                        DeclarationRefusals.SUPERSEDED,
                        "Another declaration was made up after " + filing.declaration() + "; file that one",
                        filing);
            case PREPARED -> {
                Digest hash =
                        declarations.find(filing.declaration()).orElseThrow().hash();
                yield hash.equals(filing.hash())
                        ? Outcome.accepted(filing)
                        : refuseFiling(
                                DeclarationRefusals.HASH,
                                "Declaration " + filing.declaration() + " is not the one with this fingerprint; look at"
                                        + " it again",
                                filing);
            }
        };
    }

    /** Makes a declaration up again from the facts that it knew: equal to it, unless facts were tampered with. */
    public static Declaration rebuild(
            Declarations declarations, ImmutableList<TaxFact> facts, DeclarationForm form, Declaration declaration) {
        ImmutableList<Declaration> before = declarations.filedBefore(declaration);
        DeclarationRequest request = new DeclarationRequest(
                declaration.key(),
                declaration.book(),
                declaration.form(),
                declaration.period(),
                declaration.correction() > 0,
                declaration.late(),
                declaration.period().endExclusive());
        Known known = new Known(declarations, facts, declaration.through(), declaration.position());
        return freeze(before, known, form, request, taken(before, known, request));
    }

    private static Optional<Refusal> outOfTurn(ImmutableList<Declaration> filed, DeclarationRequest request) {
        if (request.today().isBefore(request.period().endExclusive())) {
            return Optional.of(refusal(
                    DeclarationRefusals.PERIOD_OPEN,
                    "The period " + request.period() + " is not over on " + request.today() + "; wait for its end",
                    request));
        }
        Declaration newest =
                filed.select(declaration -> declaration.correction() == 0).getLast();
        if (newest == null
                || newest.period().endExclusive().equals(request.period().startInclusive())) {
            return Optional.empty();
        }
        String message = "Declarations are filed through " + newest.period().lastDay()
                + "; the next one begins the day after, not on "
                + request.period().startInclusive();
        return Optional.of(
                request.period().startInclusive().isAfter(newest.period().endExclusive())
                        ? refusal(DeclarationRefusals.GAP, message, request)
                        : refusal(DeclarationRefusals.OVERLAP, message, request));
    }

    private static Optional<Refusal> uncorrectable(ImmutableList<Declaration> filed, DeclarationRequest request) {
        return filed.anySatisfy(declaration -> declaration.period().equals(request.period()))
                ? Optional.empty()
                : Optional.of(refusal(
                        DeclarationRefusals.NOTHING_FILED,
                        "No declaration was filed for " + request.period() + "; file it first",
                        request));
    }

    private static ImmutableList<TaxFact> taken(
            ImmutableList<Declaration> filed, Known known, DeclarationRequest request) {
        Declaration head = head(filed, known, request)
                .boxes(Lists.immutable.empty())
                .hash(Digest.ZERO)
                .build();
        return BoxFold.taken(head, filed, known.facts());
    }

    private static Declaration freeze(
            ImmutableList<Declaration> filed,
            Known known,
            DeclarationForm form,
            DeclarationRequest request,
            ImmutableList<TaxFact> taken) {
        ImmutableList<BoxTotal> boxes = BoxFold.of(form, taken);
        Digest hash = BoxFold.hash(head(filed, known, request), taken, boxes);
        return head(filed, known, request).boxes(boxes).hash(hash).build();
    }

    private static Declaration.Builder head(ImmutableList<Declaration> filed, Known known, DeclarationRequest request) {
        int before = filed.count(declaration -> declaration.period().equals(request.period()));
        return Declaration.builder()
                .key(request.key())
                .book(request.book())
                .form(request.form())
                .period(request.period())
                .correction(request.correction() ? before : 0)
                .late(request.late())
                .through(known.through())
                .position(known.position());
    }

    private static <T> Outcome<T> reused(String key) {
        return Outcome.refused(Refusal.of(
                        DeclarationRefusals.KEY_REUSED,
                        "The key " + key + " was used for another command on declarations; take another key")
                .with("key", key));
    }

    private static <T> Outcome<T> refuse(RefusalCode code, String message, DeclarationRequest request) {
        return Outcome.refused(refusal(code, message, request));
    }

    private static Refusal refusal(RefusalCode code, String message, DeclarationRequest request) {
        return Refusal.of(code, message).with("form", request.form()).with("period", request.period());
    }

    private static <T> Outcome<T> refuseFiling(RefusalCode code, String message, Filed filing) {
        return Outcome.refused(Refusal.of(code, message).with("declaration", filing.declaration()));
    }
}
