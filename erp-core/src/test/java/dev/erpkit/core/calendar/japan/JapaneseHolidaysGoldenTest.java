package dev.erpkit.core.calendar.japan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpkit.core.calendar.japan.JapaneseHoliday.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules against the published calendar.
 *
 * <p>{@code jp_holidays_1970_2050.json} is the list of the holiday-jp project (MIT), compiled from the list of the Cabinet
 * Office, with forecast equinoxes; {@code jp_holidays.json} are cases drawn from it and from the tests of the
 * vacanza/holidays project (MIT).
 */
class JapaneseHolidaysGoldenTest {
    private static final JapaneseHolidays LAW = JapaneseHolidays.law();

    @Test
    void every_day_from_1970_to_2050_has_the_published_name_or_none() {
        Map<LocalDate, String> published = dates(read("jp_holidays_1970_2050.json"));
        assertThat(published).hasSize(1329);
        for (LocalDate day = LocalDate.of(1970, 1, 1); day.getYear() <= 2050; day = day.plusDays(1)) {
            LocalDate date = day;
            assertThat(LAW.name(date)).as("%s", date).isEqualTo(Optional.ofNullable(published.get(date)));
        }
    }

    @TestFactory
    Iterable<DynamicTest> cases() {
        return () -> read("jp_holidays.json")
                .get("cases")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> check(c)))
                .iterator();
    }

    private static void check(JsonNode given) {
        JsonNode expect = given.get("expect");
        if (given.get("given").has("rule")) {
            dates(expect).forEach(JapaneseHolidaysGoldenTest::checkSubstitute);
        } else if (expect.has("not_a_holiday")) {
            assertThat(expect.get("not_a_holiday"))
                    .isNotEmpty()
                    .allSatisfy(date -> assertThat(LAW.isHoliday(LocalDate.parse(date.asText())))
                            .isFalse());
        } else {
            Map<LocalDate, String> computed = new TreeMap<>();
            LAW.year(given.get("given").get("year").asInt()).forEach(h -> computed.put(h.date(), h.name()));
            assertThat(computed).isNotEmpty().isEqualTo(dates(expect));
        }
    }

    /** The reason reads {@code 2008-05-04 was Sunday}. */
    private static void checkSubstitute(LocalDate date, String reason) {
        LocalDate sunday = LocalDate.parse(reason.substring(0, 10));
        assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(LAW.find(date))
                .hasValueSatisfying(h -> assertThat(h.kind()).isEqualTo(Kind.SUBSTITUTE))
                .hasValueSatisfying(h -> assertThat(h.englishName())
                        .isEqualTo("Substitute for "
                                + LAW.find(sunday).orElseThrow().englishName()));
    }

    private static Map<LocalDate, String> dates(JsonNode node) {
        Map<LocalDate, String> dates = new TreeMap<>();
        node.properties()
                .forEach(
                        e -> dates.put(LocalDate.parse(e.getKey()), e.getValue().asText()));
        return dates;
    }

    private static JsonNode read(String resource) {
        try (InputStream in = JapaneseHolidaysGoldenTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
