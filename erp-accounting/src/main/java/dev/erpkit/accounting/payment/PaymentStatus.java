package dev.erpkit.accounting.payment;

/** Where a payment stands: a fold over its steps. */
public enum PaymentStatus {
    /** Recorded, and not yet seen on a statement of the bank: it stands on the clearing account. */
    IN_TRANSIT,
    /** The bank has booked it. */
    CLEARED,
    /** It came to nothing, before the bank booked it or after. */
    FAILED
}
