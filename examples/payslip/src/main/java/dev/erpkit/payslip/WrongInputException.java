package dev.erpkit.payslip;

/** The file cannot be read as an input; the message says where and what. */
final class WrongInputException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongInputException(String message) {
        super(message);
    }
}
