package dev.erpkit.accounting.dimension;

import static dev.erpkit.accounting.posting.GuardedBooks.ME;
import static dev.erpkit.accounting.posting.GuardedBooks.code;
import static dev.erpkit.accounting.posting.GuardedBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.posting.GuardedBooks;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.junit.jupiter.api.Test;

/** The catalogue of axes: what lines may name, sums along the tree, and exact distributions. */
class DimensionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final DimensionMember MILLING =
            DimensionMember.of("cc", "110", "Milling").under("1").valid(DateRange.from(LocalDate.of(2026, 2, 1)));
    private static final DimensionCatalogue CATALOGUE = catalogue(MILLING);

    private static DimensionCatalogue catalogue(DimensionMember milling) {
        return DimensionCatalogue.of(
                Lists.immutable.of("cc", "project"),
                Lists.immutable.of(
                        DimensionMember.heading("cc", "1", "Production"),
                        milling,
                        DimensionMember.of("cc", "120", "Turning").under("1"),
                        DimensionMember.of("project", "A", "Bridge")));
    }

    private static String found(Dimensions dimensions, LocalDate day) {
        return CATALOGUE
                .check(dimensions, day)
                .map(refusal -> refusal.code().value())
                .orElse("fine");
    }

    @Test
    void lines_name_members_that_there_are_on_their_day() {
        assertThat(found(Dimensions.of("cc", "110").with("project", "A"), DAY)).isEqualTo("fine");
        assertThat(found(Dimensions.of("region", "x"), DAY)).isEqualTo("dimension.unknown-axis");
        assertThat(found(Dimensions.of("cc", "999"), DAY)).isEqualTo("dimension.unknown-member");
        assertThat(found(Dimensions.of("cc", "1"), DAY)).isEqualTo("dimension.heading");
        assertThat(found(Dimensions.of("cc", "110"), LocalDate.of(2026, 1, 31))).isEqualTo("dimension.not-valid-on");
    }

    @Test
    void posting_asks_the_catalogue_and_lets_the_past_be_taken_back() {
        DimensionCatalogue[] now = {CATALOGUE};
        GuardedBooks books = new GuardedBooks();
        books.guard(new DimensionGuard(() -> now[0]));
        books.posting()
                .post(entry("a", DAY, "5100", Dimensions.of("cc", "110"), 100), ME)
                .orElseThrow();
        assertThat(code(books.posting().post(entry("b", DAY, "5100", Dimensions.of("cc", "x"), 100), ME)))
                .isEqualTo("dimension.unknown-member");
        books.spend("none", DAY, "5100", 1).orElseThrow();
        now[0] = catalogue(MILLING.valid(DateRange.until(DAY)));
        assertThat(code(books.posting().post(entry("c", DAY, "5100", Dimensions.of("cc", "110"), 100), ME)))
                .isEqualTo("dimension.not-valid-on");
        books.posting().reverse(EntryId.of("a"), EntryId.of("undo"), DAY, ME).orElseThrow();
    }

    @Test
    void figures_add_up_along_the_tree() {
        assertThat(CATALOGUE.rollUp("cc", Maps.immutable.of("110", 30L, "120", 12L, "elsewhere", 5L)))
                .isEqualTo(Maps.immutable.of("110", 30L, "120", 12L, "1", 42L, "elsewhere", 5L));
        assertThat(CATALOGUE.covers(
                        Dimensions.of("cc", "1"), Dimensions.of("cc", "110").with("project", "A")))
                .isTrue();
        assertThat(CATALOGUE.covers(Dimensions.of("cc", "1"), Dimensions.of("project", "A")))
                .isFalse();
    }

    @Test
    void a_distribution_is_exact() {
        Distribution thirds = Distribution.of(
                new Distribution.Share(Dimensions.of("project", "A"), BigDecimal.ONE),
                new Distribution.Share(Dimensions.of("project", "B"), BigDecimal.ONE),
                new Distribution.Share(Dimensions.of("project", "C"), BigDecimal.ONE));
        assertThat(thirds.split(-100).collectLong(Distribution.Part::minor).toArray())
                .containsExactly(-34, -33, -33);
        assertThat(thirds.split(Amounts.of("1", "EUR")).getFirst()).isEqualTo(Amounts.of("0.34", "EUR"));
        assertThatThrownBy(() -> Distribution.of(new Distribution.Share(Dimensions.none(), BigDecimal.ZERO)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("dimension.shares")).isTrue());
    }

    @Test
    void a_catalogue_is_a_forest_on_declared_axes() {
        fails("dimension.no-such-axis", DimensionMember.of("region", "x", "x"));
        fails("dimension.duplicate", DimensionMember.of("cc", "x", "x"), DimensionMember.of("cc", "x", "y"));
        fails("dimension.no-such-parent", DimensionMember.of("cc", "x", "x").under("y"));
        fails(
                "dimension.cycle",
                DimensionMember.of("cc", "x", "x").under("y"),
                DimensionMember.of("cc", "y", "y").under("x"));
    }

    private static void fails(String code, DimensionMember... members) {
        assertThatThrownBy(() -> DimensionCatalogue.of(Lists.immutable.of("cc"), Lists.immutable.with(members)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }
}
