package dev.erpkit.accounting.ledger;

/** Takes lines as they lie in the columns. */
@FunctionalInterface
interface LineSink {
    /**
     * One line.
     *
     * @param line its index
     * @param chunk the chunk it lies in
     * @param at its place in the chunk
     */
    void line(int line, Chunk chunk, int at);
}
