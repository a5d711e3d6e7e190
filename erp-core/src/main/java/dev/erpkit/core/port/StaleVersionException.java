package dev.erpkit.core.port;

import dev.erpkit.core.outcome.ErpException;

/** The stored value is no longer at the version the caller has read; read again and decide again. */
public final class StaleVersionException extends ErpException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for a key and the version that was expected. */
    public StaleVersionException(String key, long expectedVersion) {
        super("Stored version of " + key + " is not " + expectedVersion);
    }
}
