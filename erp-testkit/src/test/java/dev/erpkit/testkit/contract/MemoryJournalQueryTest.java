package dev.erpkit.testkit.contract;

/** The in-memory journal passes the contract. */
class MemoryJournalQueryTest extends JournalQueryContract {
    static final MemoryHarness HARNESS = new MemoryHarness();

    @Override
    protected BooksHarness harness() {
        return HARNESS;
    }
}
