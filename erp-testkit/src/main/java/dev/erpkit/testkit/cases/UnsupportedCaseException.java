package dev.erpkit.testkit.cases;

/** A reader does not know the shape of a case; another one may. */
final class UnsupportedCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedCaseException(String why) {
        super(why);
    }
}
