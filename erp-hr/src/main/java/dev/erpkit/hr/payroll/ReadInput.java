package dev.erpkit.hr.payroll;

/**
 * What a fact was, which version of a parameter held, or what an accumulator came to, as text.
 *
 * @param name of the fact, parameter or accumulator
 * @param content what it was
 */
public record ReadInput(String name, String content) {
    /** Without the content, which is personal. */
    @Override
    public String toString() {
        return name;
    }
}
