package dev.erpkit.crm.matching;

/**
 * Reduces texts to what counts when they are compared. Folding what is folded changes nothing. A folded text is for comparing,
 * not for showing.
 */
public interface Folding {
    /** The name of a person. */
    String person(String name);

    /** The name of an organisation, without its legal form. */
    String organisation(String name);

    /** How a name is read. */
    String reading(String reading);

    /** A postal address. */
    String address(String address);

    /** Compatible forms of characters, case, accents, punctuation and spaces; legal forms of the Latin world. */
    static Folding plain() {
        return PlainFolding.INSTANCE;
    }
}
