package dev.erpkit.hr.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.trace.TraceStep;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final int RULES = 4;
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final RoundingPolicy DOWN = RoundingPolicy.parse("truncate:0");
    private final NoteShapes shapes = new NoteShapes(RULES);

    private ImmutableList<String> texts(NoteWriter notes, int rule) {
        return notes.written()
                .of(rule, shapes, RULES, JPY)
                .collect(TraceStep::render)
                .collect(String::strip);
    }

    private NoteWriter noted(String first, long amount, boolean more) {
        NoteWriter notes = new NoteWriter(shapes, RULES, 0);
        notes.begin(0);
        notes.amount(first, amount);
        notes.share(DOWN, amount, 1, 3, amount / 3);
        notes.end();
        notes.begin(1);
        notes.end();
        notes.begin(3);
        if (more) {
            notes.number("rate", 7);
        }
        notes.amount("base", 5);
        notes.end();
        return notes;
    }

    @Test
    void each_rule_has_its_notes_in_their_order() {
        NoteWriter notes = noted("relief", 100, true);
        assertThat(texts(notes, 0)).containsExactly("relief = 100", "truncate:0 = 33  {of=100 minor units x 1/3}");
        assertThat(texts(notes, 1)).isEmpty();
        assertThat(texts(notes, 2)).isEmpty();
        assertThat(texts(notes, 3)).containsExactly("rate = 7", "base = 5");
    }

    @Test
    void payslips_that_note_other_things_keep_theirs() {
        NoteWriter usual = noted("relief", 1, true);
        NoteWriter fewer = noted("relief", 2, false);
        NoteWriter other = noted("bonus", 3, true);
        assertThat(texts(usual, 3)).containsExactly("rate = 7", "base = 5");
        assertThat(texts(fewer, 3)).containsExactly("base = 5");
        assertThat(texts(fewer, 0)).startsWith("relief = 2");
        assertThat(texts(other, 0)).startsWith("bonus = 3");
    }

    @Test
    void whoever_notes_only_the_first_of_the_usual_has_only_that() {
        noted("relief", 1, true);
        NoteWriter first = new NoteWriter(shapes, RULES, 9);
        first.begin(0);
        first.amount("relief", 8);
        first.end();
        first.begin(3);
        first.amount("base", 6);
        first.end();
        assertThat(texts(first, 0)).containsExactly("relief = 8");
        assertThat(texts(first, 3)).containsExactly("base = 6");
    }

    @Test
    void a_number_that_takes_more_than_32_bits_is_kept_whole_and_so_are_those_before_it() {
        long large = 5_000_000_000L;
        assertThat(texts(noted("relief", large, true), 0))
                .containsExactly("relief = " + large, "truncate:0 = 1666666666  {of=" + large + " minor units x 1/3}");
        NoteWriter notes = new NoteWriter(shapes, RULES, 1);
        notes.begin(0);
        notes.amount("a", -1);
        notes.rounding(DOWN, 1L << 40, 3, (1L << 40) / 3);
        notes.end();
        notes.begin(2);
        notes.amount("b", 2);
        notes.end();
        assertThat(texts(notes, 0)).startsWith("a = -1");
        assertThat(texts(notes, 2)).containsExactly("b = 2");
    }

    @Test
    void texts_that_are_new_each_time_are_kept_by_their_payslips() {
        for (int i = 0; i < 3 * NoteShapes.MOST; i++) {
            NoteWriter notes = noted("person " + i, i, true);
            assertThat(texts(notes, 0)).startsWith("person " + i + " = " + i);
            assertThat(texts(notes, 3)).containsExactly("rate = 7", "base = 5");
        }
        assertThat(shapes.numberOf(0, new Object[] {"one more"})).isEqualTo(NoteShapes.NOT_SHARED);
    }
}
