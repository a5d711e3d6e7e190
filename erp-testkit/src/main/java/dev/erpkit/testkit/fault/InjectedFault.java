package dev.erpkit.testkit.fault;

/** The failure that a fault shows to the caller. */
public final class InjectedFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InjectedFault(String what) {
        super(what);
    }
}
