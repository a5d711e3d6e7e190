package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Verdict;
import org.junit.jupiter.api.Test;

/** The shipped cases are the first suite of the kit. */
class ShippedCasesTest {
    @Test
    void every_shipped_case_passes() {
        CaseReport report = new CaseRunner().run(ShippedCases.accounting());
        assertThat(report.with(Verdict.FAILED)).isEmpty();
        assertThat(report.with(Verdict.UNSUPPORTED)).isEmpty();
        assertThat(report.with(Verdict.PASSED)).isNotEmpty();
    }
}
