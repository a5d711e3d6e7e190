package dev.erpkit.testkit.books;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.document.DocumentAccounts;
import dev.erpkit.accounting.document.DocumentPorts;
import dev.erpkit.accounting.document.DocumentSetup;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.rule.EventPosting;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.security.AccessPolicy;
import org.eclipse.collections.api.factory.Lists;

/** The library's documents over the books and the log of a harness, posted to the kit's small chart. */
public final class KitDocuments {
    private KitDocuments() {}

    /**
     * Documents.
     *
     * @param book the book of them, one of the books'
     * @param log where they are kept, in the unit of work of the books
     */
    public static Documents over(KitBooks books, Book book, DocumentLog log, Taxes taxes, KitClock clock) {
        BooksStores stores = books.books().stores();
        PostingRules rules = DocumentAccounts.of("1100", "2100", "4000", "5000", "2200", "2200", "3000")
                .rules(book.id());
        return new Documents(
                new DocumentPorts(
                        stores.unitOfWork(),
                        log,
                        stores.numbers(),
                        stores.journal(),
                        stores.openItems(),
                        rates -> new EventPosting(
                                books.posting(),
                                stores.journal(),
                                stores.unitOfWork(),
                                Lists.immutable.of(book),
                                rates,
                                () -> rules),
                        books.harness().rates().bothWays(),
                        AccessPolicy.allowAll(),
                        clock),
                DocumentSetup.of(book, taxes));
    }
}
