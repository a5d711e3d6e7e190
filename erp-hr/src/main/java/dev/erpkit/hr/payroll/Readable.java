package dev.erpkit.hr.payroll;

/** What a rule can read and therefore declares: facts, slots, parameters, accumulators. */
public sealed interface Readable permits Fact, Slot, Parameter, Accumulator {
    /** The name, unique among its kind in a pack. */
    String name();
}
