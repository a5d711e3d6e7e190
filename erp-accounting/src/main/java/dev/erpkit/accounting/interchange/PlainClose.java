package dev.erpkit.accounting.interchange;

import java.time.LocalDate;

/**
 * How accounts of a plain journal are closed.
 *
 * @param date the day of the closing transaction
 * @param description its description, such as {@code closing balances}
 * @param equity the account that takes what the others held
 * @param keepsCosts whether what was bought at different costs is closed layer by layer, each at its cost; otherwise a
 *     commodity is closed as one amount and costs are forgotten
 */
public record PlainClose(LocalDate date, String description, String equity, boolean keepsCosts) {
    /** Checks the account. */
    public PlainClose {
        PlainText.account("PlainClose", equity);
    }
}
