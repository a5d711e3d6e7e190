package dev.erpkit.core.port;

import dev.erpkit.core.outcome.ErpException;

/** The key is taken already; nothing was written. */
public final class DuplicateKeyException extends ErpException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for a key. */
    public DuplicateKeyException(String key) {
        super("Already stored: " + key);
    }
}
