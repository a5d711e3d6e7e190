package dev.erpkit.accounting.interchange;

import dev.erpkit.core.outcome.RefusalCode;

/** What is wrong with the line being read; the parser that knows source and line turns it into a problem. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RefusalCode code;
    private final int line;

    Malformed(RefusalCode code, String message) {
        this(code, 0, message);
    }

    /** Something wrong with an earlier line than the one being read. */
    Malformed(RefusalCode code, int line, String message) {
        super(message, null, false, false);
        this.code = code;
        this.line = line;
    }

    RefusalCode code() {
        return code;
    }

    /** The number of the line, 0 for the one being read. */
    int line() {
        return line;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
