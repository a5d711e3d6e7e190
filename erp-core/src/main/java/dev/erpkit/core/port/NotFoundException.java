package dev.erpkit.core.port;

import dev.erpkit.core.outcome.ErpException;

/** Nothing is stored under a key that the caller takes to exist. */
public final class NotFoundException extends ErpException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for a key. */
    public NotFoundException(String key) {
        super("Not found: " + key);
    }
}
