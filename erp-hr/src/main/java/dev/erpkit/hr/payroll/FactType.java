package dev.erpkit.hr.payroll;

/** What a fact is; inside all are whole numbers. */
public enum FactType {
    /** An amount in minor units, not below zero. */
    AMOUNT,
    /** A number of things, such as dependants; not below zero. */
    COUNT,
    /** Yes or no. */
    FLAG,
    /** A number with up to six decimals, such as hours, in millionths; not below zero. */
    DECIMAL,
    /** A day. */
    DATE,
    /** One of the named alternatives. */
    CODE
}
