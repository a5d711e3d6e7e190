package dev.erpkit.accounting.evidence;

/** Port: random salts of 32 bytes; a host takes them from a cryptographic source, a simulation from its seed. */
@FunctionalInterface
public interface SaltSource {
    /** A new salt that nobody can guess. */
    byte[] next();
}
