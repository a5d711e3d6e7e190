package dev.erpkit.crm.matching;

/** What is compared. */
public enum MatchField {
    /** Numbers by which others name a party. */
    IDENTIFIER,
    /** The name of a person. */
    PERSON,
    /** The name of an organisation. */
    ORGANISATION,
    /** How the name is read. */
    READING,
    /** Mail addresses. */
    EMAIL,
    /** Phone numbers. */
    PHONE,
    /** Postal addresses. */
    ADDRESS
}
