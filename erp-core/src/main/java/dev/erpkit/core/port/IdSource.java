package dev.erpkit.core.port;

import java.util.UUID;

/** Port: technical ids, unique and best ordered by time (UUID version 7); never a legal number. */
@FunctionalInterface
public interface IdSource {
    /** A new id. */
    UUID next();
}
