package dev.erpkit.testkit.cases;

/** Knows one kind of case by its shape, runs it through the library and checks what is expected. */
@FunctionalInterface
interface CaseReader {
    /**
     * Runs a case.
     *
     * @throws UnsupportedCaseException when the shape is not one that this reader knows
     */
    void run(Case current);
}
