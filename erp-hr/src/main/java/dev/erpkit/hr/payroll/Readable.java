package dev.erpkit.hr.payroll;

/** What a rule can read and therefore declares: facts, slots, parameters, accumulators. */
@SuppressWarnings("JavaLangClash") // what a rule reads has no better name, and nobody here reads characters
public sealed interface Readable permits Fact, Slot, Parameter, Accumulator {
    /** The name, unique among its kind in a pack. */
    String name();
}
