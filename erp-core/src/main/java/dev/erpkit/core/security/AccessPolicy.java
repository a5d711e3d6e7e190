package dev.erpkit.core.security;

/**
 * Port: decides whether an actor may do something. Separation of duties (a poster is not the approver) is a rule of the
 * domain and stays in force whatever this port answers.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** Tells whether the actor may. */
    boolean allows(Actor actor, Permission permission);

    /** Everybody may do everything: for hosts that decide before they call. */
    static AccessPolicy allowAll() {
        return (actor, permission) -> true;
    }
}
