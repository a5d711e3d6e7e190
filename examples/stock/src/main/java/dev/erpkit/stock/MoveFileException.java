package dev.erpkit.stock;

/** A file of moves makes no sense; the message names line and field. */
final class MoveFileException extends Exception {
    private static final long serialVersionUID = 1L;

    MoveFileException(int line, String field, String message) {
        super(line + ": " + field + ": " + message);
    }

    MoveFileException(int line, String message) {
        super(line + ": " + message);
    }
}
