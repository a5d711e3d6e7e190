package dev.erpkit.company.people;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.run.RunId;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A run that is due.
 *
 * @param name its name
 * @param edition what the pack computes
 * @param month in which it is paid
 * @param dates the clocks of the payment
 * @param runDay when it is prepared, approved and committed
 */
record PayRun(String name, String edition, YearMonth month, PayDates dates, LocalDate runDay) {
    static final String MONTHLY = "monthly";
    static final String BONUS = "bonus";
    static final String YEAR_END = "year-end-";

    RunId id() {
        return RunId.of(name);
    }

    IdempotencyKey key(String command) {
        return IdempotencyKey.of("PAYROLL-" + command + "-" + name);
    }
}
