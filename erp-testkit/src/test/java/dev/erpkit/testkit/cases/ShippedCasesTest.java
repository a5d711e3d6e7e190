package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Verdict;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The shipped cases are the first suite of the kit. */
class ShippedCasesTest {
    /**
     * What the library does not do on purpose: value dates on single postings unbalance a trial balance, and closing
     * with cost layers belongs to inventory.
     */
    private static final ImmutableList<String> OUTSIDE = Lists.immutable.of(
            "ledger-core-023-dual-date-breaks-balance-as-of", "period-close-007-close-with-cost-layers");

    @Test
    void every_shipped_case_passes_but_for_those_the_library_refuses_on_purpose() {
        CaseReport report = new CaseRunner().run(ShippedCases.accounting());
        assertThat(report.with(Verdict.FAILED)).isEmpty();
        assertThat(report.with(Verdict.UNSUPPORTED).collect(CaseReport.Result::id))
                .containsExactlyElementsOf(OUTSIDE);
    }
}
