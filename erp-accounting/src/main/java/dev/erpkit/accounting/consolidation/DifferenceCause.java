package dev.erpkit.accounting.consolidation;

import java.util.Locale;

/** Why two members do not agree on what is between them. */
public enum DifferenceCause {
    /** They agree in the currency of the transaction, or have none in common; the amounts in the group's currency differ. */
    FX,
    /** One of them had not recorded it by the end of the period, or recorded the rest afterwards. */
    IN_TRANSIT,
    /** Both recorded it, with other amounts. */
    AMOUNT;

    /** The stable name: {@code fx}, {@code in-transit}, {@code amount}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
