package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.document.port.DocumentLog;

/** The documents of one tenant beside its books, in the same unit of work. */
public interface DocumentHarness extends CoreHarness {
    /** The issued documents. */
    DocumentLog documents();

    /** The books that documents are posted to. */
    BooksHarness books();

    @Override
    DocumentHarness otherTenant();

    @Override
    DocumentHarness reopened();
}
