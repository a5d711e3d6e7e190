package dev.erpkit.accounting.document;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.util.Optional;

/**
 * A host's last word before a document is issued, such as a credit limit. Asked in the unit of work that issues it, so that
 * what it reads through ports still holds when that commits.
 */
@FunctionalInterface
public interface DocumentGuard {
    /** Why the document is not issued, if so. */
    Optional<Refusal> refuses(DocumentDraft draft, DocumentFigures figures, Actor actor);

    /** Nothing is in the way. */
    static DocumentGuard none() {
        return (draft, figures, actor) -> Optional.empty();
    }
}
