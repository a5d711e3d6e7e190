package dev.erpkit.hr.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.payroll.Derivations;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class PaidSlipTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 25);
    private static final DateRange APRIL = DateRange.ofClosed(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
    private static final DateRange MAY = DateRange.ofClosed(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));

    private static PayslipLine earning(String slot, long minor, Optional<DateRange> attribution) {
        return new PayslipLine(slot, SlotKind.EARNING, minor, KeyDate.PAYMENT, Optional.of(DAY), attribution);
    }

    @Test
    void what_is_carried_from_an_earlier_period_is_paid_and_is_no_figure_of_this_one() {
        PaidSlip slip = new PaidSlip(
                "e-1",
                "japan 2026.1",
                "JPY",
                0,
                "monthly",
                PayDates.of(MAY, DAY),
                Lists.immutable.of(
                        earning("overtime", 500, Optional.of(APRIL)),
                        earning("pay", 30, Optional.of(APRIL)),
                        earning("pay", 1_000, Optional.empty())),
                Derivations.none(),
                Lists.immutable.empty());

        assertThat(slip.minor("overtime")).isZero();
        assertThat(slip.minor("pay")).isEqualTo(1_000);
        assertThat(slip.netMinor()).isEqualTo(1_530);
        assertThat(slip.explain("overtime")).contains(TraceStep.of("overtime", "carried"));
        assertThat(slip.explain("allowance")).isEmpty();
    }
}
