package dev.erpkit.accounting.consolidation;

import static dev.erpkit.accounting.consolidation.GroupSample.END;
import static dev.erpkit.accounting.consolidation.GroupSample.START;
import static dev.erpkit.accounting.consolidation.GroupSample.end;
import static dev.erpkit.accounting.consolidation.GroupSample.fact;
import static dev.erpkit.accounting.consolidation.GroupSample.on;
import static dev.erpkit.accounting.consolidation.GroupSample.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.report.Layouts;
import dev.erpkit.accounting.report.Reports;
import dev.erpkit.accounting.report.Statement;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.assertj.core.api.Assertions;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Investment against equity, goodwill, the part of others: derived by hand, shown beside each test. */
class CapitalTest {
    private static final LocalDate BOUGHT = LocalDate.of(2025, 6, 30);

    /** Equity of 1,000 (capital 800, retained 200) was bought at 80 % for 1,000; since then 100 were kept and 50 earned. */
    private static GroupSample sample(ConsolidationMethod method, String share) {
        return new GroupSample()
                .member(
                        "parent",
                        "USD",
                        ConsolidationMethod.FULL,
                        end("assets", 500),
                        end("investment", 1000),
                        on("capital", BOUGHT, -1500))
                .member(
                        "sub",
                        "USD",
                        method,
                        end("assets", 1150),
                        on("capital", BOUGHT, -800),
                        on("retained", BOUGHT, -200),
                        on("retained", START.minusDays(1), -100),
                        end("revenue", -50))
                .holding("parent", "sub", share);
    }

    private static Acquisition bought(String share, long cost, OptionalLong minorityFairValue) {
        return new Acquisition(
                MemberId.of("parent"),
                MemberId.of("sub"),
                BOUGHT,
                Rational.parse(share),
                AccountId.of("investment"),
                100 * cost,
                Lists.immutable.of(GroupLine.of("capital", -80_000), GroupLine.of("retained", -20_000)),
                minorityFairValue);
    }

    private static Consolidation figures(GroupSample sample, Acquisition... acquisitions) {
        return sample.figures(ConsolidationFacts.of(sample.books()).acquisitions(Lists.immutable.with(acquisitions)));
    }

    private static ImmutableList<String> text(Consolidation figures) {
        return figures.rows().reject(row -> row.minor() == 0).collect(row -> row.account() + " " + row.minor() / 100);
    }

    /** Goodwill 1,000 - 80 % x 1,000 = 200; others have 20 % x 1,150 = 230, of the result 20 % x 50 = 10. */
    @Test
    void a_subsidiary_shows_goodwill_and_the_part_of_others() {
        Consolidation figures =
                figures(sample(ConsolidationMethod.FULL, "0.8"), bought("0.8", 1000, OptionalLong.empty()));
        assertThat(text(figures))
                .containsExactly(
                        "assets 1650",
                        "capital -1500",
                        "goodwill 200",
                        "minority -230",
                        "minority-result 10",
                        "retained -80",
                        "revenue -50");
        assertThat(figures.sumMinor()).isZero();
        assertThat(figures.withoutAcquisition()).isEmpty();
        assertThat(figures(sample(ConsolidationMethod.FULL, "0.8")).withoutAcquisition())
                .containsExactly(MemberId.of("sub"));
    }

    /** Others' 20 % are worth 230 at the purchase, 30 above their part in equity: goodwill 230, minority 260. */
    @Test
    void full_goodwill_shows_what_others_part_was_worth() {
        Consolidation figures =
                figures(sample(ConsolidationMethod.FULL, "0.8"), bought("0.8", 1000, OptionalLong.of(23_000)));
        assertThat(figures.minor("goodwill")).isEqualTo(23_000);
        assertThat(figures.minor("minority")).isEqualTo(-26_000);
        assertThat(figures.sumMinor()).isZero();
    }

    /** Bought for 700 where the part is 800: 100 gained then, in retained earnings now. */
    @Test
    void a_bargain_is_a_gain_of_its_year() {
        GroupSample sample = sample(ConsolidationMethod.FULL, "0.8");
        Consolidation figures = figures(sample, bought("0.8", 700, OptionalLong.empty()));
        assertThat(figures.minor("retained")).isEqualTo(-8_000 - 10_000);
        Acquisition now = new Acquisition(
                MemberId.of("parent"),
                MemberId.of("sub"),
                START,
                Rational.parse("0.8"),
                AccountId.of("investment"),
                70_000,
                bought("0.8", 700, OptionalLong.empty()).equity(),
                OptionalLong.empty());
        assertThat(figures(sample, now).minor("bargain")).isEqualTo(-10_000);
    }

    /** 40 % of everything, no part of others: investment 400 less than paid leaves 1,000 - 400 = 600 goodwill. */
    @Test
    void a_joint_operation_enters_by_its_share() {
        Consolidation figures =
                figures(sample(ConsolidationMethod.PROPORTIONAL, "0.4"), bought("0.4", 1000, OptionalLong.empty()));
        assertThat(text(figures))
                .containsExactly("assets 960", "capital -1500", "goodwill 600", "retained -40", "revenue -20");
    }

    /** 30 % of what was kept (100) and earned (50) since: 1,000 + 30 + 15. */
    @Test
    void an_associate_is_one_line() {
        Consolidation figures =
                figures(sample(ConsolidationMethod.EQUITY, "0.3"), bought("0.3", 1000, OptionalLong.empty()));
        assertThat(text(figures))
                .containsExactly("assets 500", "associates -15", "capital -1500", "investment 1045", "retained -30");
        assertThat(figures.row("assets").members().collect(MemberCell::member).distinct())
                .containsExactly(MemberId.of("parent"));
    }

    /**
     * The parent holds 80 % of a, a holds 60 % of b. b had 100 when it was founded and earned 50 since: others have 40 % of
     * the 100 and 1 - 48 % = 52 % of the 50.
     */
    @Test
    void the_part_of_others_goes_through_all_tiers() {
        GroupSample sample = new GroupSample()
                .member("parent", "USD", ConsolidationMethod.FULL, end("investment", 80), on("capital", BOUGHT, -80))
                .member(
                        "a",
                        "USD",
                        ConsolidationMethod.FULL,
                        end("assets", 40),
                        end("investment", 60),
                        on("capital", BOUGHT, -100))
                .member(
                        "b",
                        "USD",
                        ConsolidationMethod.FULL,
                        end("assets", 150),
                        on("capital", BOUGHT, -100),
                        end("revenue", -50))
                .holding("parent", "a", "0.8")
                .holding("a", "b", "0.6");
        Consolidation figures = figures(sample, founded("parent", "a", "0.8", 80), founded("a", "b", "0.6", 60));
        assertThat(figures.minor("minority")).isEqualTo(-(2_000 + 4_000 + 2_600));
        assertThat(figures.minor("minority-result")).isEqualTo(2_600);
        assertThat(figures.minor("investment")).isZero();
        assertThat(figures.minor("goodwill")).isZero();
    }

    private static Acquisition founded(String holder, String held, String share, long cost) {
        return new Acquisition(
                MemberId.of(holder),
                MemberId.of(held),
                BOUGHT,
                Rational.parse(share),
                AccountId.of("investment"),
                100 * cost,
                Lists.immutable.of(GroupLine.of("capital", -10_000)),
                OptionalLong.empty());
    }

    /** 40 % of the dividend of 100 went to others; the parent's 60 are no income of the group. */
    @Test
    void dividends_within_the_group_are_no_income() {
        GroupSample sample = new GroupSample()
                .member(
                        "parent",
                        "USD",
                        ConsolidationMethod.FULL,
                        end("assets", 60),
                        end("investment", 60),
                        on("capital", BOUGHT, -60),
                        end("dividends", -60))
                .member(
                        "sub",
                        "USD",
                        ConsolidationMethod.FULL,
                        end("assets", 200),
                        on("capital", BOUGHT, -100),
                        on("retained", START.minusDays(1), -200),
                        end("retained", 100))
                .holding("parent", "sub", "0.6");
        ConsolidationFacts facts = ConsolidationFacts.of(sample.books())
                .acquisitions(Lists.immutable.of(founded("parent", "sub", "0.6", 60)))
                .intercompany(Lists.immutable.of(
                        fact("dividend", "parent", "sub", "dividends", END, "USD", -60),
                        fact("dividend", "sub", "parent", "retained", END, "USD", 60)));
        Consolidation figures = sample.figures(facts);
        assertThat(figures.minor("dividends")).isZero();
        assertThat(figures.minor("minority")).isEqualTo(-8_000);
        assertThat(figures.minor("retained")).isEqualTo(-12_000);
        assertThat(figures.unmatched()).isEmpty();
    }

    /** 30 of profit in stock at the end, 10 at the beginning; others own 20 % of the seller. */
    @Test
    void profit_that_has_not_left_the_group_is_no_profit() {
        GroupSample sample = sample(ConsolidationMethod.FULL, "0.8");
        ConsolidationFacts facts = ConsolidationFacts.of(sample.books())
                .acquisitions(Lists.immutable.of(bought("0.8", 1000, OptionalLong.empty())))
                .stockProfits(Lists.immutable.of(new StockProfit(
                        MemberId.of("sub"), AccountId.of("stock"), AccountId.of("expense"), 1_000, 3_000)));
        Consolidation figures = sample.figures(facts);
        assertThat(figures.minor("stock")).isEqualTo(-3_000);
        assertThat(figures.minor("expense")).isEqualTo(2_000);
        assertThat(figures.minor("retained")).isEqualTo(-8_000 + 1_000 - 200);
        assertThat(figures.minor("minority-result")).isEqualTo(1_000 - 400);
        assertThat(figures.minor("minority")).isEqualTo(-23_000 + 400 + 200);
        assertThat(figures.sumMinor()).isZero();
    }

    /** Goodwill of 200 USD in a EUR company at 1.00 is 240 at 1.20: IAS 21.47. */
    @Test
    void goodwill_in_a_foreign_company_follows_the_closing_rate() {
        GroupSample sample = new GroupSample()
                .member("parent", "USD", ConsolidationMethod.FULL, end("investment", 700), on("capital", BOUGHT, -700))
                .member("sub", "EUR", ConsolidationMethod.FULL, end("assets", 500), on("capital", BOUGHT, -500))
                .holding("parent", "sub", "1")
                .rate("EUR", RateType.HISTORICAL, BOUGHT, "1.00")
                .rate("EUR", RateType.CLOSING, END, "1.20");
        Acquisition acquisition = new Acquisition(
                MemberId.of("parent"),
                MemberId.of("sub"),
                BOUGHT,
                Rational.ONE,
                AccountId.of("investment"),
                70_000,
                Lists.immutable.of(GroupLine.of("capital", -50_000)),
                OptionalLong.empty());
        Consolidation figures = figures(sample, acquisition);
        assertThat(figures.minor("goodwill")).isEqualTo(24_000);
        assertThat(figures.minor("cta")).isEqualTo(-10_000 - 4_000);
    }

    @Test
    void entries_of_the_host_must_balance_and_name_accounts_of_the_group() {
        Assertions.assertThatThrownBy(() -> new GroupEntry(
                        "fair-value", GroupEntry.Kind.ADJUSTMENT, Lists.immutable.of(GroupLine.of("assets", 1))))
                .isInstanceOf(InvalidValueException.class);
        GroupSample sample = sample(ConsolidationMethod.FULL, "0.8");
        GroupEntry strange = new GroupEntry(
                "fair-value",
                GroupEntry.Kind.ADJUSTMENT,
                Lists.immutable.of(GroupLine.of("land", 100), GroupLine.of("retained", -100)));
        assertThat(sample.outcome(
                                ConsolidationFacts.of(sample.books()).adjustments(Lists.immutable.of(strange)),
                                policy().build())
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(ConsolidationRefusals.UNMAPPED);
    }

    @Test
    void a_role_without_an_account_and_books_that_are_not_there_are_refused() {
        GroupSample sample = sample(ConsolidationMethod.FULL, "0.8");
        ConsolidationFacts facts = ConsolidationFacts.of(sample.books());
        assertThat(sample.outcome(facts, ConsolidationPolicy.builder("USD").build())
                        .refusal()
                        .orElseThrow()
                        .facts()
                        .get("role"))
                .isEqualTo("minority-equity");
        assertThat(sample.outcome(ConsolidationFacts.of(sample.books().take(1)), policy().build())
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(ConsolidationRefusals.BOOKS_MISSING);
        assertThat(sample.outcome(
                                ConsolidationFacts.of(
                                        sample.books().newWith(sample.books().getFirst())),
                                policy().build())
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(ConsolidationRefusals.DUPLICATE_MEMBER);
    }

    @Test
    void statements_work_on_a_group_as_on_any_book() {
        Consolidation figures =
                figures(sample(ConsolidationMethod.FULL, "0.8"), bought("0.8", 1000, OptionalLong.empty()));
        Reports reports = Reports.of(
                GroupJournal.ledger(figures, BookId.of("group")),
                GroupSample.CHART,
                BookId.of("group"),
                Amounts.currency("USD"));
        Statement sheet = reports.statement(Layouts.balanceSheet(), StatementColumn.asOf(END));
        assertThat(sheet.minor("assets", 0)).isEqualTo(185_000);
        assertThat(sheet.minor("claims", 0)).isEqualTo(185_000);
        assertThat(sheet.row("other-assets")
                        .cells()
                        .getFirst()
                        .lines()
                        .collect(line -> line.line()
                                .dimensions()
                                .get(GroupJournal.MEMBER)
                                .orElse("")))
                .contains("parent", "sub");
    }
}
