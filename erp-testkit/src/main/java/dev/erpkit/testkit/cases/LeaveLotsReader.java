package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveBalance;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotOrder;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Grants of several years, each of which expires after two, and days taken from the earliest first. */
final class LeaveLotsReader {
    private static final String TYPE = "annual";
    private static final int YEARS = 2;

    private LeaveLotsReader() {}

    static void run(Case current) {
        Alias given = new Alias(current.given());
        LeaveAccount account = new LeaveAccount();
        Field grants = given.need("lots", "grants");
        LocalDate last = LocalDate.MIN;
        for (Field grant : grants.elements()) {
            Alias lot = new Alias(grant);
            LocalDate on = lot.need("on", "granted", "granted_on", "date").date();
            Rational days = HourWords.number(lot.need("days"));
            LocalDate expires =
                    lot.any("expires", "expires_on").map(Field::date).orElse(on.plusYears(YEARS));
            lot.nothingElse();
            account.apply(account.grant(new LeaveLot(LeaveId.of(on.toString()), TYPE, on, expires, days))
                    .orElseThrow());
            last = on.isAfter(last) ? on : last;
        }
        take(given, account, last);
        LocalDate at = given.any("at", "as_of", "on").map(Field::date).orElse(last);
        given.nothingElse();
        check(current, account, at);
    }

    private static void take(Alias given, LeaveAccount account, LocalDate otherwise) {
        given.any("taken", "taken_days", "used").ifPresent(taken -> {
            ImmutableList<Field> takings = taken.isList() ? taken.elements() : Lists.immutable.empty();
            if (!taken.isList()) {
                days(account, otherwise, RuleTexts.whole(taken));
            }
            for (Field taking : takings) {
                Alias one = new Alias(taking);
                LocalDate on = one.need("on", "date").date();
                int days = one.any("days").map(RuleTexts::whole).orElse(1);
                one.nothingElse();
                days(account, on, days);
            }
        });
    }

    private static void days(LeaveAccount account, LocalDate from, int days) {
        for (int i = 0; i < days; i++) {
            LocalDate day = from.plusDays(i);
            account.apply(account.take(
                            LeaveRequest.of(LeaveId.of("t" + day), TYPE, LeaveDay.full(day)), LotOrder.EARLIEST_EXPIRY)
                    .orElseThrow());
        }
    }

    private static void check(Case current, LeaveAccount account, LocalDate at) {
        LeaveBalance balance = account.balance(TYPE, at);
        Alias expect = new Alias(current.expect());
        expect.any("balance", "remaining", "available", "left")
                .ifPresent(field -> HourWords.figure(current, field, balance.remaining()));
        expect.any("expired", "expired_days", "lapsed")
                .ifPresent(field -> HourWords.figure(current, field, balance.expired()));
        expect.nothingElse();
    }
}
