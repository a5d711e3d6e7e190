package dev.erpkit.accounting.consolidation;

import static dev.erpkit.accounting.consolidation.GroupSample.END;
import static dev.erpkit.accounting.consolidation.GroupSample.START;
import static dev.erpkit.accounting.consolidation.GroupSample.end;
import static dev.erpkit.accounting.consolidation.GroupSample.on;
import static dev.erpkit.accounting.consolidation.GroupSample.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Closing, average and historical rates; the difference as the rest, and its roll-forward. */
class TranslationTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    private static GroupSample sample(DatedAmount... amounts) {
        return new GroupSample()
                .member("parent", "USD", ConsolidationMethod.FULL)
                .member("sub", "EUR", ConsolidationMethod.FULL, amounts)
                .holding("parent", "sub", "1");
    }

    private static GroupSample withRates(GroupSample sample) {
        return sample.rate("EUR", RateType.CLOSING, END, "1.20")
                .rate("EUR", RateType.AVERAGE, END, "1.10")
                .rate("EUR", RateType.HISTORICAL, START, "1.00");
    }

    /** The figures of consolidation-002 (OCA/mis-builder issue 189, frappe/erpnext issue 54510). */
    private static GroupSample classes() {
        return withRates(sample(
                end("assets", 1000),
                end("liabilities", -400),
                on("capital", START, -500),
                end("revenue", -300),
                end("expense", 200)));
    }

    @Test
    void each_class_has_its_rate_and_the_rest_is_the_difference() {
        Consolidation figures = classes().figures();
        assertThat(figures.minor("assets")).isEqualTo(120_000);
        assertThat(figures.minor("liabilities")).isEqualTo(-48_000);
        assertThat(figures.minor("capital")).isEqualTo(-50_000);
        assertThat(figures.minor("revenue")).isEqualTo(-33_000);
        assertThat(figures.minor("expense")).isEqualTo(22_000);
        assertThat(figures.minor("cta")).isEqualTo(-11_000);
        assertThat(figures.sumMinor()).isZero();
    }

    /** 500 paid in at 1.00 and 100 earned at 1.10, both worth 1.20 now: 500 x 0.20 + 100 x 0.10 = 110. */
    @Test
    void the_difference_is_proved_from_net_assets_and_rates() {
        TranslationProof proof = classes().figures().member("sub").proof();
        assertThat(proof.onMovements()).isEqualTo(Rational.of(-10_000));
        assertThat(proof.onResult()).isEqualTo(Rational.of(-1_000));
        assertThat(proof.unexplained()).isEqualTo(Rational.ZERO);
        assertThat(proof.holds()).isTrue();
    }

    @Test
    void every_figure_tells_its_amounts_and_rates() {
        assertThat(classes().figures().row("revenue").trace().render())
                .contains("1 EUR = 1.1 USD")
                .contains("type=average")
                .contains("member=sub")
                .contains("minor=-30000");
    }

    @Test
    void each_month_has_its_average_rate_where_the_policy_says_so() {
        GroupSample sample = sample(
                        end("assets", 300),
                        on("revenue", MARCH, -100),
                        on("expense", MARCH, 50),
                        on("revenue", END, -250))
                .rate("EUR", RateType.CLOSING, END, "1.20")
                .rate("EUR", RateType.AVERAGE, MARCH, "1.00")
                .rate("EUR", RateType.AVERAGE, END, "1.10");
        Consolidation figures = sample.outcome(
                        ConsolidationFacts.of(sample.books()),
                        policy().averages(AverageBasis.MONTH).build())
                .orElseThrow();
        assertThat(figures.minor("revenue")).isEqualTo(-(10_000 + 27_500));
        assertThat(figures.row("revenue").members().getOnly().parts().collect(CellPart::day))
                .as("one cell, whatever stands between its months")
                .containsExactly(MARCH, END);
        assertThat(figures.member("sub").proof().unexplained()).isEqualTo(Rational.ZERO);
        assertThat(sample.figures().minor("revenue")).isEqualTo(-38_500);
    }

    @Test
    void capital_paid_in_at_several_days_keeps_the_rate_of_each() {
        GroupSample sample = withRates(
                        sample(end("assets", 900), on("capital", START, -500), on("capital", MARCH, -400)))
                .rate("EUR", RateType.HISTORICAL, MARCH, "1.05");
        Consolidation figures = sample.figures();
        assertThat(figures.minor("capital")).isEqualTo(-(50_000 + 42_000));
        assertThat(figures.minor("cta")).isEqualTo(-(108_000 - 92_000));
        assertThat(figures.member("sub").proof().holds()).isTrue();
    }

    /**
     * The second year begins at the frozen equity of the first: net assets of 600 EUR rose from 1.20 to 1.30, 50 EUR were
     * earned at 1.25: 110 + 600 x 0.10 + 50 x 0.05 = 172.50.
     */
    @Test
    void the_next_period_rolls_forward_from_the_frozen_one() {
        GroupSample first = classes();
        FrozenPeriod frozen = first.figures().freeze("group");
        DateRange next = DateRange.of(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));
        MemberBooks books = new MemberBooks(
                MemberId.of("sub"),
                AccountMapping.sameCodes(),
                Lists.immutable.of(
                        on("assets", next.lastDay(), 1050),
                        on("liabilities", next.lastDay(), -400),
                        on("capital", START, -500),
                        on("retained", END, -100),
                        on("revenue", next.lastDay(), -50)));
        first.rate("EUR", RateType.CLOSING, next.lastDay(), "1.30")
                .rate("EUR", RateType.AVERAGE, next.lastDay(), "1.25");
        ConsolidationFacts facts =
                ConsolidationFacts.of(first.books().take(1).newWith(books)).after(frozen);
        Consolidation figures = Consolidation.of(
                        first.group(), GroupSample.CHART, next, facts, policy().build(), first.rates())
                .orElseThrow();
        assertThat(figures.minor("capital")).isEqualTo(-50_000);
        assertThat(figures.minor("retained")).isEqualTo(-11_000);
        assertThat(figures.minor("cta")).isEqualTo(-17_250);
        assertThat(figures.member("sub").proof().onOpeningNetAssets()).isEqualTo(Rational.of(-6_000));
        assertThat(figures.member("sub").proof().unexplained()).isEqualTo(Rational.ZERO);
        assertThat(figures.sumMinor()).isZero();

        MemberBooks changed = new MemberBooks(
                books.member(),
                books.mapping(),
                books.amounts().newWithAll(Lists.immutable.of(on("retained", END, 7), on("assets", END, -7))));
        Refusal refusal = Consolidation.of(
                        first.group(),
                        GroupSample.CHART,
                        next,
                        ConsolidationFacts.of(first.books().take(1).newWith(changed))
                                .after(frozen),
                        policy().build(),
                        first.rates())
                .refusal()
                .orElseThrow();
        assertThat(refusal.code()).isEqualTo(ConsolidationRefusals.OPENING_DIFFERS);
        assertThat(refusal.facts().get("frozen")).isEqualTo("-10000");
    }

    @Test
    void rounding_is_shown_and_stands_on_an_account_of_its_own() {
        GroupSample sample = sample(
                        DatedAmount.of("assets", END, 1),
                        DatedAmount.of("receivable", END, 1),
                        DatedAmount.of("liabilities", END, -2))
                .rate("EUR", RateType.CLOSING, END, "1.30");
        Consolidation figures = sample.outcome(
                        ConsolidationFacts.of(sample.books()),
                        policy().account(GroupRole.ROUNDING, "elimination-difference")
                                .build())
                .orElseThrow();
        assertThat(figures.minor("assets")).isEqualTo(1);
        assertThat(figures.minor("liabilities")).isEqualTo(-3);
        assertThat(figures.minor("elimination-difference")).isEqualTo(1);
        assertThat(figures.roundingMinor()).isEqualTo(1);
        assertThat(figures.minor("cta")).isZero();
        assertThat(figures.sumMinor()).isZero();
    }

    @Test
    void a_rate_that_is_missing_or_old_is_refused() {
        GroupSample none = sample(end("assets", 10), end("revenue", -10));
        assertThat(none.outcome(ConsolidationFacts.of(none.books()), policy().build())
                        .refusal()
                        .orElseThrow())
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ConsolidationRefusals.RATE_MISSING);
                    assertThat(refusal.facts().get("type")).isEqualTo("closing");
                    assertThat(refusal.facts().get("member")).isEqualTo("sub");
                });
        none.rate("EUR", RateType.CLOSING, END, "1.2").rate("EUR", RateType.AVERAGE, START.minusDays(1), "1.1");
        assertThat(none.outcome(ConsolidationFacts.of(none.books()), policy().build())
                        .refusal()
                        .orElseThrow()
                        .facts()
                        .get("type"))
                .isEqualTo("average");
    }

    @Test
    void accounts_without_a_place_in_the_group_are_listed() {
        GroupSample sample = withRates(sample(end("petty", 10), end("float", 5), end("revenue", -15)));
        Refusal refusal = sample.outcome(ConsolidationFacts.of(sample.books()), policy().build())
                .refusal()
                .orElseThrow();
        assertThat(refusal.code()).isEqualTo(ConsolidationRefusals.UNMAPPED);
        assertThat(refusal.facts().get("accounts")).isEqualTo("sub/float, sub/petty");
    }

    @Test
    void books_that_do_not_add_up_are_refused() {
        GroupSample sample = withRates(sample(end("assets", 10), end("revenue", -9)));
        assertThat(sample.outcome(ConsolidationFacts.of(sample.books()), policy().build())
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(ConsolidationRefusals.UNBALANCED);
    }

    @Test
    void one_company_with_its_own_currency_is_its_group() {
        GroupSample sample = new GroupSample()
                .member(
                        "parent",
                        "USD",
                        ConsolidationMethod.FULL,
                        end("assets", 7),
                        end("capital", -5),
                        end("revenue", -2));
        Consolidation figures = sample.figures();
        assertThat(figures.rows().collect(row -> row.account() + " " + row.minor()))
                .containsExactly("assets 700", "capital -500", "revenue -200");
        assertThat(figures.entries()).isEmpty();
    }
}
