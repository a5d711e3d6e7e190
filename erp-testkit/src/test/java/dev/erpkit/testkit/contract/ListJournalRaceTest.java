package dev.erpkit.testkit.contract;

/** The journal as a list passes the contract, so what the mutants fail is their fault. */
class ListJournalRaceTest extends JournalRaceContract {
    static final TestHarness HARNESS = TestHarness.sound();

    @Override
    protected BooksHarness harness() {
        return HARNESS;
    }
}
