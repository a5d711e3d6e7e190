package dev.erpkit.core.outcome;

/** Root of the unchecked exceptions of erpkit: a precondition is broken, the caller has to change its code or data. */
public abstract class ErpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; the message names the value and the bound and holds no personal or pay data. */
    protected ErpException(String message) {
        super(message);
    }

    /** Creates the exception with the failure that caused it. */
    protected ErpException(String message, Throwable cause) {
        super(message, cause);
    }
}
