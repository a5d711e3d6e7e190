package dev.erpkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(CalendarArbitraries.class)
@Domain(DomainContext.Global.class)
class DateRangeProperties {
    /** Days around and far outside the generated bounds. */
    private static Stream<LocalDate> days() {
        Stream<LocalDate> near = LocalDate.of(1999, 12, 25).datesUntil(LocalDate.of(2000, 1, 20));
        return Stream.concat(near, Stream.of(LocalDate.MIN, LocalDate.MAX));
    }

    @Property
    void overlap_and_intersection_agree_with_the_days(@ForAll DateRange a, @ForAll DateRange b) {
        assertThat(a.overlaps(b)).isEqualTo(days().anyMatch(d -> a.contains(d) && b.contains(d)));
        days().forEach(d -> assertThat(
                        a.intersection(b).filter(both -> both.contains(d)).isPresent())
                .isEqualTo(a.contains(d) && b.contains(d)));
    }

    @Property
    void the_relations_are_symmetric_and_exclude_each_other(@ForAll DateRange a, @ForAll DateRange b) {
        assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
        assertThat(a.abuts(b)).isEqualTo(b.abuts(a));
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
        assertThat(a.abuts(b) && a.overlaps(b)).isFalse();
    }

    @Property
    void the_span_encloses_both_and_the_intersection_is_enclosed_by_both(@ForAll DateRange a, @ForAll DateRange b) {
        assertThat(a.span(b).encloses(a) && a.span(b).encloses(b)).isTrue();
        a.intersection(b)
                .ifPresent(
                        both -> assertThat(a.encloses(both) && b.encloses(both)).isTrue());
        assertThat(a.encloses(b)).isEqualTo(a.intersection(b).filter(b::equals).isPresent());
    }

    @Property
    void the_text_reads_back_and_the_last_day_is_in_the_range(@ForAll DateRange range) {
        assertThat(DateRange.parse(range.toString())).isEqualTo(range);
        assertThat(range.contains(range.lastDay())).isTrue();
        assertThat(DateRange.ofClosed(range.startInclusive(), range.lastDay())).isEqualTo(range);
    }
}
