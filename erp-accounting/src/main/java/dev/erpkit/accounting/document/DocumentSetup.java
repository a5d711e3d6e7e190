package dev.erpkit.accounting.document;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.tax.Taxes;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What a host decides about its documents.
 *
 * @param book the book whose base currency, fiscal years and open items they have
 * @param taxes the taxes of now; asked inside the unit of work
 * @param guard the host's last word
 * @param declarations where taxes with boxes are told to the declarations, if anywhere
 * @param losses the accounts to which open items are given up as a loss
 * @param matching sets credits off against their originals, if wanted
 */
public record DocumentSetup(
        Book book,
        Supplier<Taxes> taxes,
        DocumentGuard guard,
        Optional<TaxRecorder> declarations,
        ImmutableSet<AccountId> losses,
        Optional<CreditMatching> matching) {
    /** Documents with these taxes, no guard, no declarations, no accounts of losses; credits are not matched. */
    public static DocumentSetup of(Book book, Taxes taxes) {
        return new DocumentSetup(
                book, () -> taxes, DocumentGuard.none(), Optional.empty(), Sets.immutable.empty(), Optional.empty());
    }

    /** The same setup with other taxes. */
    public DocumentSetup with(Supplier<Taxes> other) {
        return new DocumentSetup(book, other, guard, declarations, losses, matching);
    }

    /** The same setup with a guard. */
    public DocumentSetup with(DocumentGuard other) {
        return new DocumentSetup(book, taxes, other, declarations, losses, matching);
    }

    /** The same setup that tells declarations. */
    public DocumentSetup with(TaxRecorder recorder) {
        return new DocumentSetup(book, taxes, guard, Optional.of(recorder), losses, matching);
    }

    /** The same setup where credits are set off against their originals. */
    public DocumentSetup with(CreditMatching other) {
        return new DocumentSetup(book, taxes, guard, declarations, losses, Optional.of(other));
    }

    /** The same setup with accounts of losses. */
    public DocumentSetup losses(String... accounts) {
        return new DocumentSetup(
                book, taxes, guard, declarations, Sets.immutable.of(accounts).collect(AccountId::of), matching);
    }
}
