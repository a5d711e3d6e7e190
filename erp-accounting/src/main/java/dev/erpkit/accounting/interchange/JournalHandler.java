package dev.erpkit.accounting.interchange;

/** Takes what the parser has read. */
interface JournalHandler {
    /**
     * Takes a transaction, not yet balanced; it is the parser's to use again afterwards.
     *
     * @throws Malformed when it does not balance
     */
    void transaction(RawTransaction transaction, int source);

    /** Takes a declaration or price. */
    void item(JournalItem item);
}
