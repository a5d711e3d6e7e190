package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.AccrualPlan;
import dev.erpkit.hr.leave.AccrualSpread;
import dev.erpkit.hr.leave.CarryOverRule;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveBalance;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotOrder;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Accrual with caps and leave carried over, under no particular law. */
final class LeaveReaders {
    private static final String TYPE = "annual";
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate CARRIED_EXPIRES = LocalDate.of(2026, 4, 1);

    private LeaveReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(LeaveReaders::accrual, LeaveReaders::carriedOver);
    }

    static void accrual(Case current) {
        Alias given = new Alias(current.given());
        Rational annual = HourWords.number(given.need("annual", "annual_days", "entitlement", "annual_allocation"));
        int periods =
                given.any("frequency", "periods").map(LeaveReaders::periods).orElse(12);
        Optional<Rational> step = given.any("rounding", "round_to", "step")
                .map(Field::text)
                .filter(text -> !text.equals("none") && !text.equals("null") && !text.equals("0"))
                .map(Rational::parse);
        Optional<Rational> cap =
                given.any("cap", "max", "max_balance", "maximum").map(HourWords::number);
        Rational opening = given.any("opening", "balance", "opening_balance")
                .map(HourWords::number)
                .orElse(Rational.ZERO);
        int elapsed = given.any("months_elapsed", "periods_elapsed", "elapsed", "months_worked", "completed_months")
                .map(RuleTexts::whole)
                .orElse(periods);
        given.nothingElse();
        AccrualPlan plan = new AccrualPlan(annual, periods, step, AccrualSpread.EACH_ROUNDED, cap);
        MutableList<Rational> months = Lists.mutable.empty();
        Rational balance = opening;
        for (int period = 1; period <= elapsed; period++) {
            Rational accrued = plan.accrual(period, balance);
            months.add(accrued);
            balance = balance.add(accrued);
        }
        Rational total = balance.subtract(opening);
        Rational end = balance;
        Alias expect = new Alias(current.expect());
        expect.any("months", "periods", "accruals", "quarters").ifPresent(list -> {
            current.differences().same(list, list.elements().size(), months.size());
            for (int i = 0; i < Math.min(months.size(), list.elements().size()); i++) {
                HourWords.figure(current, list.elements().get(i), months.get(i));
            }
        });
        expect.any("total", "allocated", "total_allocated", "accrued", "days")
                .ifPresent(field -> HourWords.figure(current, field, total));
        expect.any("balance", "closing_balance").ifPresent(field -> HourWords.figure(current, field, end));
        expect.any("total_must_not_exceed", "max_total", "not_exceed")
                .ifPresent(field -> current.differences().holds(field, total.compareTo(HourWords.number(field)) <= 0));
        expect.any("monthly", "per_month", "first_month")
                .ifPresent(field -> HourWords.figure(current, field, months.getFirst()));
        expect.any("last_month", "last").ifPresent(field -> HourWords.figure(current, field, months.getLast()));
        expect.nothingElse();
    }

    private static int periods(Field field) {
        return switch (field.text().toLowerCase(Locale.ROOT)) {
            case "monthly", "month" -> 12;
            case "bimonthly" -> 6;
            case "quarterly", "quarter" -> 4;
            case "half-yearly", "half_yearly", "semiannual", "half yearly" -> 2;
            case "yearly", "annual" -> 1;
            case "weekly" -> 52;
            case "biweekly", "fortnightly" -> 26;
            default -> RuleTexts.whole(field);
        };
    }

    /** What was left of the year before, by a cap, beside what the year gives; then days taken one after the other. */
    static void carriedOver(Case current) {
        Alias given = new Alias(current.given());
        Rational carried = HourWords.number(given.need("carried", "carried_forward", "carry_forward", "left_over"));
        Optional<Field> fresh = given.any("new", "new_days", "allocated", "new_allocation", "granted");
        Optional<Rational> cap =
                given.any("cap", "max_carried", "max_carry_forward", "maximum").map(HourWords::number);
        int taken = given.any("taken", "taken_from_carried", "taken_before_expiry", "taken_days", "used")
                .map(RuleTexts::whole)
                .orElse(0);
        int later = given.any("taken_from_new", "taken_after_expiry")
                .map(RuleTexts::whole)
                .orElse(0);
        boolean after = given.any("after_expiry", "expired").map(Field::truth).orElse(true);
        given.nothingElse();
        LeaveAccount account = opened(carried, cap, fresh.map(HourWords::number).orElse(Rational.of(365)));
        take(account, YEAR, taken);
        take(account, CARRIED_EXPIRES, later);
        LocalDate day = after ? CARRIED_EXPIRES : CARRIED_EXPIRES.minusDays(1);
        check(current, account, later > 0 ? day.plusDays(later) : day, fresh.isPresent(), cap.isPresent());
    }

    private static void take(LeaveAccount account, LocalDate from, int days) {
        for (int i = 0; i < days; i++) {
            LocalDate day = from.plusDays(i);
            account.apply(account.take(
                            LeaveRequest.of(LeaveId.of("t" + day), TYPE, LeaveDay.full(day)), LotOrder.EARLIEST_EXPIRY)
                    .orElseThrow());
        }
    }

    private static LeaveAccount opened(Rational carried, Optional<Rational> cap, Rational fresh) {
        LeaveAccount account = new LeaveAccount();
        if (carried.signum() > 0) {
            account.apply(account.grant(new LeaveLot(LeaveId.of("old"), TYPE, YEAR.minusYears(1), YEAR, carried))
                    .orElseThrow());
            account.carryOver(LeaveId.of("carried"), TYPE, YEAR, new CarryOverRule(cap, 3))
                    .orElseThrow()
                    .ifPresent(account::apply);
        }
        account.apply(account.grant(new LeaveLot(LeaveId.of("new"), TYPE, YEAR, YEAR.plusYears(1), fresh))
                .orElseThrow());
        return account;
    }

    private static void check(Case current, LeaveAccount account, LocalDate day, boolean balanced, boolean capped) {
        LeaveBalance balance = account.balance(TYPE, day);
        LeaveBalance opening = account.balance(TYPE, YEAR.minusDays(1));
        Rational lapsedAtYearEnd = account.balance(TYPE, YEAR).expired().subtract(opening.expired());
        Alias expect = new Alias(current.expect());
        if (capped) {
            expect.any("lapsed", "lapsed_at_year_end")
                    .ifPresent(field -> HourWords.figure(current, field, lapsedAtYearEnd));
        }
        expect.any("expired", "expired_days", capped ? "expired_later" : "lapsed")
                .ifPresent(field ->
                        HourWords.figure(current, field, balance.expired().subtract(lapsedAtYearEnd)));
        expect.any("carried", "carried_over").ifPresent(field -> HourWords.figure(current, field, balance.carriedIn()));
        expect.any("from_new", "taken_from_new")
                .ifPresent(field -> HourWords.figure(current, field, from(account, "new")));
        expect.any("from_carried", "taken_from_carried")
                .ifPresent(field -> HourWords.figure(current, field, from(account, "carried")));
        if (balanced) {
            expect.any("balance", "remaining", "available")
                    .ifPresent(field -> HourWords.figure(current, field, balance.remaining()));
        }
        expect.nothingElse();
    }

    private static Rational from(LeaveAccount account, String lot) {
        return account.takings(TYPE)
                .flatCollect(taking -> taking.parts())
                .select(part -> part.lot().value().equals(lot))
                .collect(part -> part.days())
                .injectInto(Rational.ZERO, Rational::add);
    }
}
