package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.asset.AssetChange;
import dev.erpkit.accounting.asset.AssetHistory;
import dev.erpkit.accounting.asset.AssetRegister;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.Methods;
import dev.erpkit.accounting.asset.Schedule;
import dev.erpkit.accounting.asset.ScheduleRow;
import dev.erpkit.accounting.asset.Schedules;
import dev.erpkit.accounting.asset.japan.JapaneseMethods;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.testkit.generate.AssetArbitraries;
import dev.erpkit.testkit.generate.AssetArbitraries.Life;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Invariants 35 and 36: schedules of every method and convention, through whole lives. */
class AssetInvariantProperties {
    private final Schedules schedules = AssetArbitraries.schedules();

    @Provide
    Arbitrary<AssetHistory> assets() {
        return AssetArbitraries.assets();
    }

    @Provide
    Arbitrary<Life> lives() {
        return AssetArbitraries.lives(12);
    }

    @Property(tries = 2000)
    void a_schedule_ends_exactly_at_the_residual_value_and_no_row_is_below_zero(@ForAll("assets") AssetHistory asset) {
        Schedule schedule = schedules.of(asset, AssetArbitraries.BOOK);
        assertThat(AssetInvariants.schedule(schedule, asset.acquired().cost(), AssetArbitraries.residual(asset)))
                .isEmpty();
    }

    @Property(tries = 1000)
    void booking_rows_changes_nothing_in_the_rest(@ForAll("lives") Life life, @ForAll @IntRange(max = 60) int rows) {
        for (AssetHistory stage : life.parts().newWith(life.last())) {
            Schedule plan = schedules.of(stage, AssetArbitraries.BOOK);
            Schedule booked = schedules.of(AssetArbitraries.book(stage, schedules, rows), AssetArbitraries.BOOK);
            assertThat(booked.rows().collect(r -> r.date() + " " + r.amount() + " " + r.bookValue()))
                    .containsExactlyElementsOf(
                            plan.rows().collect(r -> r.date() + " " + r.amount() + " " + r.bookValue()));
        }
    }

    @Property(tries = 1000)
    void booked_rows_stay_through_every_step_of_a_life(@ForAll("lives") Life life) {
        Schedule before = schedules.of(life.stages().getFirst(), AssetArbitraries.BOOK);
        for (AssetHistory stage : life.stages()) {
            Schedule after = schedules.of(stage, AssetArbitraries.BOOK);
            assertThat(AssetInvariants.bookedRowsStay(before, after))
                    .as(() -> stage.facts().collect(f -> f.day() + " " + f.change()) + "\n" + stage.rows())
                    .isEmpty();
            before = after;
        }
    }

    @Property(tries = 1000)
    void the_plan_of_a_life_never_falls_below_its_residual_value_and_ends(@ForAll("lives") Life life) {
        for (AssetHistory stage : life.stages().newWithAll(life.parts())) {
            Schedule schedule = schedules.of(stage, AssetArbitraries.BOOK);
            for (ScheduleRow row : schedule.rows()) {
                assertThat(row.amount().isNegative()).as("%s", row).isFalse();
                assertThat(row.bookValue().isNegative()).as("%s", row).isFalse();
            }
        }
    }

    @Property(tries = 1000)
    void the_rows_of_a_split_sum_to_those_of_the_whole(@ForAll("lives") Life life) {
        for (int i = 1; i < life.stages().size(); i++) {
            AssetHistory then = life.stages().get(i);
            if (then.facts().getLast().change() instanceof AssetChange.SplitOff off
                    && then.facts().size() > life.stages().get(i - 1).facts().size()) {
                AssetHistory part = life.parts().detect(p -> p.id().equals(off.part()));
                assertThat(AssetInvariants.splitSums(
                                schedules.of(life.stages().get(i - 1), AssetArbitraries.BOOK),
                                schedules.of(then, AssetArbitraries.BOOK),
                                schedules.of(part, AssetArbitraries.BOOK)))
                        .isEmpty();
            }
        }
    }

    @Property(tries = 500)
    void the_register_of_a_life_adds_up(@ForAll("lives") Life life, @ForAll @IntRange(max = 3000) int day) {
        LocalDate opening = LocalDate.of(2020, 1, 1).plusDays(day);
        AssetRegister register = AssetRegister.of(
                life.parts().newWith(life.last()), AssetArbitraries.BOOK, opening, opening.plusYears(1));
        assertThat(AssetInvariants.register(register)).isEmpty();
    }

    @Property(tries = 500)
    void declining_with_switch_is_the_larger_of_both(
            @ForAll @LongRange(min = 1, max = 100_000_000) long minor,
            @ForAll @IntRange(min = 1, max = 40) int years,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @IntRange(max = 100) int residual) {
        MonetaryAmount cost = Amounts.ofMinor(minor, Amounts.currency("USD"));
        MonetaryAmount left = Amounts.ofMinor(minor * residual / 200, Amounts.currency("USD"));
        DepreciationTerms terms = DepreciationTerms.builder()
                .method("declining:" + BigDecimal.valueOf(percent, 2) + "/year+straight-line")
                .lifeMonths(12 * years)
                .periodMonths(12)
                .residual(Amounts.decimal(left))
                .build();
        Schedule schedule =
                schedules.of(AssetArbitraries.asset(cost, terms, LocalDate.of(2026, 4, 1)), AssetArbitraries.BOOK);
        assertThat(AssetInvariants.decliningWithSwitch(schedule, cost, left, Rational.of(percent, 100), years))
                .isEmpty();
    }

    @Property(tries = 500)
    void japans_declining_is_constant_from_the_switch_and_leaves_one_yen(
            @ForAll @LongRange(min = 10_000, max = 100_000_000_000L) long yen,
            @ForAll @IntRange(min = 2, max = 50) int life,
            @ForAll @IntRange(min = 0, max = 11) int month) {
        Schedules japanese = Schedules.by(Methods.standard().with(JapaneseMethods::find), AssetArbitraries.CALENDAR);
        String method = life > 27 || yen % 2 == 0 ? "jp-declining-200" : "jp-declining-250";
        DepreciationTerms terms = DepreciationTerms.builder()
                .from(JapaneseMethods.terms(method, life))
                .periodMonths(12)
                .build();
        MonetaryAmount cost = Amounts.ofMinor(yen, Amounts.currency("JPY"));
        MonetaryAmount one = Amounts.ofMinor(1, Amounts.currency("JPY"));
        Schedule schedule = japanese.of(
                AssetArbitraries.asset(cost, terms, LocalDate.of(2012, 4, 1).plusMonths(month)), AssetArbitraries.BOOK);
        assertThat(AssetInvariants.schedule(schedule, cost, one)).isEmpty();
        assertThat(AssetInvariants.constantFromTheSwitch(schedule)).isEmpty();
        Schedule monthly = japanese.of(
                AssetArbitraries.asset(
                        cost,
                        JapaneseMethods.terms(method, life),
                        LocalDate.of(2012, 4, 1).plusMonths(month)),
                AssetArbitraries.BOOK);
        assertThat(AssetInvariants.schedule(monthly, cost, one)).isEmpty();
        for (int year = 0; year < schedule.size(); year++) {
            assertThat(ofYear(monthly, schedule.date(year))).isEqualTo(schedule.minor(year));
        }
    }

    private static long ofYear(Schedule monthly, LocalDate end) {
        long sum = 0;
        for (int i = 0; i < monthly.size(); i++) {
            boolean within = monthly.date(i).isAfter(end.minusYears(1))
                    && !monthly.date(i).isAfter(end);
            sum += within ? monthly.minor(i) : 0;
        }
        return sum;
    }
}
