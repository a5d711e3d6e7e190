package dev.erpkit.hr.payroll;

/**
 * A number that several rules derive in the same way from facts and parameters, such as the months for which premiums
 * are due. It is no figure of the payslip: whoever uses it declares what it reads, and notes what of it matters.
 * Declared by {@link PackBuilder#derived}.
 *
 * @param rule how it is derived; it notes nothing
 * @param index its place in the pack
 */
public record Derived(Rule rule, int index) {}
