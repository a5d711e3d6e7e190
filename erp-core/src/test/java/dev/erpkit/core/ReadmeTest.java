package dev.erpkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The code of this module's README compiles, runs and gives the figures in its comments. */
class ReadmeTest {
    @Test
    void the_lines_give_these_figures() {
        // begin
        MonetaryAmount net = Amounts.of("12345", "JPY");
        RoundingPolicy down = RoundingPolicy.toCurrency(RoundingRule.TRUNCATE);
        MonetaryAmount tax = down.round(net.multiply(new BigDecimal("0.10"))); // JPY 1234
        ImmutableList<BigDecimal> thirds = Lists.immutable.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
        ImmutableList<MonetaryAmount> instalments = // JPY 4527, 4526, 4526
                Allocator.allocate(net.add(tax), thirds, RemainderRule.FIRST);
        BusinessCalendar banks = BusinessCalendar.of(JapaneseHolidays.banks());
        LocalDate due = BusinessDayRule.FOLLOWING.adjust(LocalDate.of(2026, 5, 3), banks); // 2026-05-07
        // end
        assertThat(Amounts.canonical(tax)).isEqualTo("JPY 1234");
        assertThat(instalments.collect(Amounts::canonical)).containsExactly("JPY 4527", "JPY 4526", "JPY 4526");
        assertThat(due).isEqualTo("2026-05-07");
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/erpkit/core/ReadmeTest.java"));
        String shown =
                between(source, "// begin\n", "        // end").stripTrailing().stripIndent() + "\n";
        assertThat(between(Files.readString(Path.of("README.md")), "```java\n", "```"))
                .isEqualTo(shown);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
