package dev.erpkit.hr.employment;

/** A part of the personal data of somebody: who may see it and how long it is kept is decided for each. */
public enum DataCategory {
    /** Name. */
    NAME("name"),
    /** Birthday. */
    BIRTHDAY("birthday"),
    /** The number a state gave, such as the Japanese My Number or a social security number. */
    NATIONAL_ID("national-id"),
    /** Bank accounts. */
    BANK("bank");

    private final String text;

    DataCategory(String text) {
        this.text = text;
    }

    /** The stable name, also the last part of the permission to see it: {@code person.see-bank}. */
    public String text() {
        return text;
    }
}
