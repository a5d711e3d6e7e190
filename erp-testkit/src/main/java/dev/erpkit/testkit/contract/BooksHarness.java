package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.port.JournalStore;

/** The ports of the books of one tenant, beside the core ports. */
public interface BooksHarness extends CoreHarness {
    /** The journal. */
    JournalStore journal();

    @Override
    BooksHarness otherTenant();

    @Override
    BooksHarness reopened();
}
