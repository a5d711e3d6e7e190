package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.declaration.DeclarationFact.Change;
import dev.erpkit.accounting.declaration.DeclarationFact.Filed;
import dev.erpkit.accounting.declaration.DeclarationFact.Prepared;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How the declarations stand: a fold of their facts.
 *
 * @param facts every fact so far, in the order of their numbers
 */
public record Declarations(ImmutableList<DeclarationFact> facts) {
    /** How a declaration stands. */
    public enum Status {
        /** It was made up and may be filed. */
        PREPARED,
        /** Another one was made up after it. */
        SUPERSEDED,
        /** It was filed. */
        FILED
    }

    /** The declaration that was made up under a key. */
    public Optional<Declaration> find(IdempotencyKey key) {
        return prepared().detectOptional(declaration -> declaration.key().equals(key));
    }

    /** What was recorded under the key of a command. */
    Optional<Change> change(IdempotencyKey key) {
        return facts.collect(DeclarationFact::change)
                .detectOptional(change -> change.key().equals(key));
    }

    /** How a declaration stands; nothing when there is none of this key. */
    public Optional<Status> status(IdempotencyKey key) {
        return find(key).map(declaration -> {
            if (isFiled(declaration)) {
                return Status.FILED;
            }
            boolean newest = draft(declaration.book(), declaration.form())
                    .map(declaration::equals)
                    .orElse(false);
            return newest ? Status.PREPARED : Status.SUPERSEDED;
        });
    }

    /** The declaration of a form that may be filed: the newest one, unless it was filed. */
    public Optional<Declaration> draft(BookId book, String form) {
        return prepared()
                .select(declaration -> isOf(declaration, book, form))
                .getLastOptional()
                .filter(declaration -> !isFiled(declaration));
    }

    /** The filed declarations of a form, corrections among them, in the order of their filing. */
    public ImmutableList<Declaration> filed(BookId book, String form) {
        return facts.collect(DeclarationFact::change)
                .selectInstancesOf(Filed.class)
                .collect(filed -> find(filed.declaration()).orElseThrow())
                .select(declaration -> isOf(declaration, book, form));
    }

    /** The declarations of its form that were filed before it was made up, whose facts it does not take. */
    ImmutableList<Declaration> filedBefore(Declaration declaration) {
        int made = facts.detectIndex(fact -> fact.change().key().equals(declaration.key()));
        return new Declarations(facts.take(Math.max(0, made))).filed(declaration.book(), declaration.form());
    }

    /** What was declared for a period so far: the boxes of its declaration and of all its corrections together. */
    public ImmutableList<BoxTotal> declared(BookId book, DeclarationForm form, DateRange period) {
        return BoxFold.sum(
                form,
                filed(book, form.id())
                        .select(declaration -> declaration.period().equals(period))
                        .flatCollect(Declaration::boxes));
    }

    private ImmutableList<Declaration> prepared() {
        return facts.collect(DeclarationFact::change)
                .selectInstancesOf(Prepared.class)
                .collect(Prepared::declaration);
    }

    private boolean isFiled(Declaration declaration) {
        return facts.anySatisfy(fact ->
                fact.change() instanceof Filed filed && filed.declaration().equals(declaration.key()));
    }

    private static boolean isOf(Declaration declaration, BookId book, String form) {
        return declaration.book().equals(book) && declaration.form().equals(form);
    }
}
