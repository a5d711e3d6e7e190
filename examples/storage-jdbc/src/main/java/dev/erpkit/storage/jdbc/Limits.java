package dev.erpkit.storage.jdbc;

/**
 * How much is read at once and how long is waited; tests choose smaller ones.
 *
 * @param pageRows the most rows of a page
 * @param patienceSeconds how long a unit of work waits for the tenant
 */
record Limits(int pageRows, int patienceSeconds) {
    static final Limits STANDARD = new Limits(500, 30);
}
