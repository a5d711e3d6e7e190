package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.company.people.PayCalendar;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.company.people.PeopleYear;
import dev.erpkit.company.report.StaffReport;
import dev.erpkit.company.report.StaffReport.Leave;
import dev.erpkit.company.report.StaffReport.Place;
import dev.erpkit.company.report.StaffReport.Time;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.RunId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Organisation, attendance and leave of the company: kept as facts, read again by a second run. */
class CompanyStaffTest {
    private static CompanyStores all;
    private static Bookkeeper bookkeeper;
    private static StaffReport staff;

    @BeforeAll
    static void keep_the_year() {
        all = CompanyStores.inMemory();
        bookkeeper = keep();
        staff = report();
    }

    private static Bookkeeper keep() {
        Bookkeeper keeper = new Bookkeeper(all);
        keeper.keepYear(month -> {});
        return keeper;
    }

    private static StaffReport report() {
        return new PeopleYear(bookkeeper.payroll()).reports(bookkeeper.books()).staff();
    }

    private static PaidSlip paid(String person) {
        return bookkeeper
                .payroll()
                .state()
                .run(RunId.of(staff.month().toString()))
                .orElseThrow()
                .slip(person)
                .orElseThrow();
    }

    /** How many facts there are of everybody. */
    private static Map<String, Long> facts() {
        PeopleStores people = all.people();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("organisation", people.organisation().lastSequence(PartyId.of("umikaze")));
        for (int number = 101; number <= 111; number++) {
            PartyId person = PartyId.of("E-" + number);
            for (FactLog<?> log : new FactLog<?>[] {people.employment(), people.attendance(), people.leave()}) {
                counts.merge(person.value(), log.lastSequence(person), Long::sum);
            }
        }
        return counts;
    }

    @Test
    void a_second_run_reads_what_is_kept_and_changes_nothing() {
        Map<String, Long> before = facts();
        assertThat(before)
                .hasSize(12)
                .allSatisfy((who, count) -> assertThat(count).isPositive());
        assertThat(before.get("E-102")).isGreaterThan(230);
        bookkeeper = keep();
        assertThat(facts()).isEqualTo(before);
        assertThat(report()).isEqualTo(staff);
    }

    @Test
    void overtime_is_paid_as_it_was_recorded() {
        assertThat(staff.times().collect(Time::person)).hasSize(11);
        for (Time time : staff.times()) {
            String minutes = paid(time.person())
                    .explain("overtime")
                    .map(step -> step.inputs().getOrDefault("overtime-minutes", "0"))
                    .orElse("0");
            assertThat(time.overtime() + time.beyond60()).as(time.person()).isEqualTo(Long.parseLong(minutes));
            assertThat(time.within() + time.holiday() + time.night()).isZero();
        }
        assertThat(staff.times().sumOfLong(Time::overtime)).isPositive();
    }

    /** Who is paid by the hour is paid for leave too: 5.5 hours a day at 1,240 yen. */
    @Test
    void leave_is_paid() {
        Time hourly = staff.times().detect(time -> time.person().equals("E-106"));
        long paid = paid("E-106").minor("pay");
        assertThat(paid % (1_240 * 11 / 2)).isZero();
        assertThat(paid).isGreaterThanOrEqualTo(hourly.regular() * 1_240 / 60);
    }

    @Test
    void leave_adds_up_and_expires_by_lot() {
        ImmutableList<Leave> leaves = staff.leaves();
        assertThat(leaves.collect(Leave::person)).hasSize(10).doesNotContain("E-105");
        for (Leave leave : leaves) {
            Rational left = leave.lots().collect(StaffReport.Lot::left).injectInto(Rational.ZERO, Rational::add);
            assertThat(left).as(leave.person()).isEqualTo(leave.balance().remaining());
            assertThat(leave.balance().granted().add(leave.balance().adjusted()))
                    .isEqualTo(leave.balance()
                            .taken()
                            .add(leave.balance().expired())
                            .add(left));
            assertThat(leave.lots())
                    .allSatisfy(lot -> assertThat(lot.expires())
                            .isAfter(PayCalendar.LAST.atEndOfMonth())
                            .isBefore(LocalDate.of(2028, 4, 1)));
        }
        assertThat(leaves.count(leave -> leave.balance().expired().signum() > 0))
                .isPositive();
        assertThat(leaves.count(leave -> leave.balance().taken().signum() > 0)).isGreaterThan(8);
        Leave joiner = leaves.detect(leave -> leave.person().equals("E-110"));
        assertThat(joiner.balance().granted()).isEqualTo(Rational.of(10));
    }

    @Test
    void the_place_of_who_left_is_vacant() {
        assertThat(staff.places()).hasSize(11);
        ImmutableList<Place> vacant =
                staff.places().select(place -> place.holder().isEmpty());
        assertThat(vacant.getOnly())
                .isEqualTo(new Place("本社／物流部", "倉庫 Warehouse", "物流部長 Head of logistics", Optional.empty()));
    }
}
