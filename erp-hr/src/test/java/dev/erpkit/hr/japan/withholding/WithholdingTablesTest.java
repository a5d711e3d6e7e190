package dev.erpkit.hr.japan.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The shipped tables against what their parameters generate. */
class WithholdingTablesTest {
    @Test
    void every_cell_of_the_monthly_table_is_what_its_parameters_generate() {
        int cells = 0;
        for (WithholdingYear year : WithholdingYear.all()) {
            MonthlyTable table = year.table();
            TableGenerator generator = new TableGenerator(year.computer());
            for (int i = 0; i < table.classes(); i++) {
                long from = table.lowerEdge(i);
                for (int dependants = 0; dependants <= 7; dependants++) {
                    assertThat(table.kou(from, dependants))
                            .as("%s from %s with %s", year.year(), from, dependants)
                            .isEqualTo(generator.kou(from, table.upperEdge(i), dependants));
                    assertThat(table.kou(table.upperEdge(i) - 1, dependants)).isEqualTo(table.kou(from, dependants));
                    cells++;
                }
                assertThat(table.otsu(from).orElseThrow())
                        .as("%s otsu from %s", year.year(), from)
                        .isEqualTo(generator.otsu(from));
                cells++;
            }
        }
        assertThat(cells).isEqualTo((246 - 1 + 232 - 1 + 229 - 1) * 9);
    }

    @Test
    void table_and_computer_method_differ_by_at_most_100_yen_in_the_middle_of_a_class() {
        for (WithholdingYear year : WithholdingYear.all()) {
            MonthlyTable table = year.table();
            for (int i = 0; i < table.classes(); i++) {
                long middle = (table.lowerEdge(i) + table.upperEdge(i)) / 2;
                for (int dependants = 0; dependants <= 7; dependants++) {
                    assertThat(Math.abs(table.kou(middle, dependants)
                                    - year.computer().tax(middle, dependants)))
                            .isLessThanOrEqualTo(100);
                }
            }
        }
    }

    /** Upper segments chain: the base of one is what the one before comes to at its edge, to 10 yen. */
    @Test
    void upper_segments_follow_one_another() {
        for (WithholdingYear year : WithholdingYear.all()) {
            MonthlyTable table = year.table();
            for (long edge : new long[] {790_000, 960_000, 1_710_000, 3_500_000}) {
                for (int dependants = 0; dependants <= 7; dependants++) {
                    assertThat(table.kou(edge, dependants) - table.kou(edge - 1, dependants))
                            .as("%s at %s with %s", year.year(), edge, dependants)
                            .isBetween(-10L, 10L);
                }
            }
        }
    }
}
