package dev.erpkit.testkit.contract;

/** What an adapter promises beyond the rules that hold for every adapter. Tests of what is not promised are skipped. */
public enum Capability {
    /** A unit of work that throws leaves nothing behind. */
    TRANSACTIONS,
    /** Several threads may write at the same time. */
    CONCURRENT_WRITERS,
    /** What was committed is there when the store is opened again. */
    DURABLE,
    /** Several tenants share one database. */
    TENANTS
}
