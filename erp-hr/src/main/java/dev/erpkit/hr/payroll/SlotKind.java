package dev.erpkit.hr.payroll;

/** What a slot does to the payment; amounts are never below zero, the direction is the kind's. */
public enum SlotKind {
    /** Pay. */
    EARNING,
    /** Taken from the pay. */
    DEDUCTION,
    /** Given back with the pay, such as a refund of tax. */
    CREDIT,
    /** Borne by the employer beside the pay. */
    EMPLOYER,
    /** A figure that others are computed from and that pays nothing; may be below zero. */
    BASE
}
