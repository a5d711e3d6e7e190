package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.japan.JapaneseCharts;
import dev.erpkit.accounting.close.CloseChecklist;
import dev.erpkit.accounting.close.PeriodChecks;
import dev.erpkit.accounting.close.PeriodClose;
import dev.erpkit.accounting.consolidation.AccountMapping;
import dev.erpkit.accounting.consolidation.Consolidation;
import dev.erpkit.accounting.consolidation.ConsolidationFacts;
import dev.erpkit.accounting.consolidation.ConsolidationPolicy;
import dev.erpkit.accounting.consolidation.DatedAmount;
import dev.erpkit.accounting.consolidation.Group;
import dev.erpkit.accounting.consolidation.GroupMember;
import dev.erpkit.accounting.consolidation.GroupRole;
import dev.erpkit.accounting.consolidation.Holding;
import dev.erpkit.accounting.consolidation.MemberBooks;
import dev.erpkit.accounting.consolidation.MemberId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.ratio.KeyRatios;
import dev.erpkit.accounting.ratio.RatioValue;
import dev.erpkit.accounting.report.Reports;
import dev.erpkit.accounting.report.Statement;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first lines that these packages show compile, run and do what they say. */
class GroupSnippetsTest {
    private final DateRange year = DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 4, 1));

    @Test
    void consolidation() {
        LocalDate founded = LocalDate.of(2026, 4, 1);
        Chart chart = Chart.of(
                Account.of("1110", "Cash", AccountClass.ASSET),
                Account.of("3110", "Capital", AccountClass.EQUITY),
                Account.of("3220", "Translation", AccountClass.EQUITY),
                Account.of("3900", "Minority", AccountClass.EQUITY));
        ImmutableList<MemberBooks> books = Lists.immutable.of(
                new MemberBooks(MemberId.of("parent"), AccountMapping.sameCodes(), Lists.immutable.empty()),
                new MemberBooks(
                        MemberId.of("us"),
                        AccountMapping.sameCodes(),
                        Lists.immutable.of(
                                DatedAmount.of("1110", year.lastDay(), 10_000),
                                DatedAmount.of("3110", founded, -10_000))));
        ConsolidationPolicy policy = ConsolidationPolicy.builder("JPY")
                .account(GroupRole.TRANSLATION_DIFFERENCE, "3220")
                .account(GroupRole.MINORITY_EQUITY, "3900")
                .build();
        MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
        rates.record(rate(RateType.HISTORICAL, founded, "140"));
        rates.record(rate(RateType.CLOSING, year.lastDay(), "150"));
        // begin consolidation
        Group group = Group.of(
                        MemberId.of("parent"),
                        Lists.immutable.of(GroupMember.of("parent", "JPY"), GroupMember.of("us", "USD")),
                        Lists.immutable.of(Holding.of("parent", "us", "0.8", founded)))
                .orElseThrow();
        Consolidation figures = Consolidation.of(group, chart, year, ConsolidationFacts.of(books), policy, rates)
                .orElseThrow();
        figures.row("1110").trace().render();
        // end consolidation
        assertThat(figures.row("1110").trace().render()).contains("1 USD = 150 JPY");
        assertThat(figures.minor("3220")).isEqualTo(-800);
    }

    private static ExchangeRate rate(RateType type, LocalDate day, String price) {
        return ExchangeRate.of(Amounts.currency("USD"), Amounts.currency("JPY"), new BigDecimal(price), type, day);
    }

    @Test
    void ratio() {
        Books books = Books.inMemory("JPY");
        Reports reports =
                Reports.of(books.ledger(), JapaneseCharts.smallCompany().chart(), BookId.MAIN, Amounts.currency("JPY"));
        LocalDate start = year.startInclusive();
        LocalDate end = year.endExclusive();
        // begin ratio
        Statement inputs = reports.statement(KeyRatios.inputs(), StatementColumn.between(start, end));
        RatioValue current = KeyRatios.standard().of(inputs, 0).value("current");
        current.text();
        // end ratio
        assertThat(current.text()).isEqualTo("undefined");
    }

    @Test
    void close() {
        Actor me = Actor.of("me");
        Books books = Books.inMemory("JPY");
        List<String> drafts = List.of("draft");
        DateRange april = DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
        // begin close
        CloseChecklist list = CloseChecklist.of(
                PeriodChecks.reservations(books.stores().reservations()),
                PeriodChecks.suspense(books::ledger, books::chart),
                PeriodChecks.drafts((book, period) -> drafts.size()));
        PeriodClose close = new PeriodClose(books.periods(), books.stores().unitOfWork(), list);
        Outcome<PeriodFact> outcome = close.close(BookId.MAIN, april, me);
        // end close
        assertThat(outcome.refusal().orElseThrow().code()).isEqualTo(PeriodChecks.DRAFTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consolidation", "ratio", "close"})
    void packages_show_these_lines(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/erpkit/accounting/GroupSnippetsTest.java"));
        String shown = Files.readString(Path.of("src/main/java/dev/erpkit/accounting/" + name + "/package-info.java"));
        String code = between(shown, "{@code\n", " * }</pre>").replaceAll("(?m)^ \\*", "");
        assertThat(bare(code)).isEqualTo(bare(between(source, "// begin " + name + "\n", "// end " + name)));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
