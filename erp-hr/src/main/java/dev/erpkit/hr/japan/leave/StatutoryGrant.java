package dev.erpkit.hr.japan.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A grant of annual paid leave by law.
 *
 * @param index from 0
 * @param on the day of the grant
 * @param days how many, 0 where attendance was too low or the table has none
 * @param expires the first day on which they can no longer be taken
 * @param trace how it was found
 */
public record StatutoryGrant(int index, LocalDate on, int days, LocalDate expires, TraceStep trace) {
    /** The lot to grant, none for no days. */
    public Optional<LeaveLot> lot(LeaveId id, String type) {
        return days == 0 ? Optional.empty() : Optional.of(new LeaveLot(id, type, on, expires, Rational.of(days)));
    }
}
