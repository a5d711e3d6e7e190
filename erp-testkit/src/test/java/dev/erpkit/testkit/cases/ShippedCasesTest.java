package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Verdict;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The shipped cases are the first suite of the kit. */
class ShippedCasesTest {
    private static void passes(ImmutableList<CaseFile> cases) {
        CaseReport report = new CaseRunner().run(cases);
        assertThat(report.with(Verdict.FAILED)).isEmpty();
        assertThat(report.with(Verdict.UNSUPPORTED)).isEmpty();
        assertThat(report.with(Verdict.PASSED)).hasSameSizeAs(cases);
    }

    @Test
    void every_case_of_the_books_passes() {
        assertThat(ShippedCases.accounting()).isNotEmpty();
        passes(ShippedCases.accounting());
    }

    @Test
    void every_case_of_goods_people_and_customers_passes() {
        passes(Lists.immutable
                .withAll(ShippedCases.inventory())
                .newWithAll(ShippedCases.hr())
                .newWithAll(ShippedCases.crm()));
    }
}
