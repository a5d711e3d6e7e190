package dev.erpkit.company.people;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.employment.DataCategory;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.EmploymentChange.Joined;
import dev.erpkit.hr.employment.EmploymentChange.Moved;
import dev.erpkit.hr.employment.EmploymentService;
import dev.erpkit.hr.employment.Organisation;
import dev.erpkit.hr.employment.OrganisationService;
import dev.erpkit.hr.employment.PersonFile;
import dev.erpkit.hr.employment.PersonService;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.employment.RetentionRule;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.japan.bankfile.ZenginAccounts;
import dev.erpkit.hr.japan.identity.MyNumber;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.MutableList;

/** Keeps who works for the company: data and contracts come in on their days, and are read from what is kept. */
final class Personnel {
    /** Seven years for what tax law asks for, three for the rest. */
    private static final RetentionRule RETENTION = new RetentionRule(Maps.immutable
            .of(DataCategory.NAME, Period.ofYears(7), DataCategory.NATIONAL_ID, Period.ofYears(7))
            .newWithKeyValue(DataCategory.BIRTHDAY, Period.ofYears(3))
            .newWithKeyValue(DataCategory.BANK, Period.ofYears(3)));

    private final PeopleStores stores;
    private final PersonService persons;
    private final EmploymentService employment;
    private final OrganisationService organisation;
    private final TimeOffice time;

    /**
     * A change of terms for days that may be paid already.
     *
     * @param agreed when it was recorded
     * @param moved the change
     */
    record Agreed(LocalDate agreed, Moved moved) {
        /** The first month whose pay is run after it. */
        YearMonth firstPaid() {
            YearMonth month = YearMonth.from(agreed);
            return PayCalendar.runDay(month).isBefore(agreed) ? month.plusMonths(1) : month;
        }
    }

    Personnel(PeopleStores stores, UnitOfWork unitOfWork, InstantSource clock) {
        this.stores = stores;
        this.persons = new PersonService(
                stores.persons(), ZenginAccounts.RULE, MyNumber::check, RETENTION, unitOfWork, Roles.POLICY);
        this.employment = new EmploymentService(stores.employment(), unitOfWork, Roles.POLICY, clock);
        this.organisation = new OrganisationService(stores.organisation(), unitOfWork, Roles.POLICY, clock);
        this.time = new TimeOffice(stores, unitOfWork, clock);
    }

    /** Enters what happens on a day: who is there when the books begin, and who joins, changes and leaves later. */
    void keep(LocalDate day) {
        if (day.equals(PayCalendar.OPENING)) {
            OrganisationPlan.CHANGES.forEachWithIndex((change, i) -> organisation
                    .change(IdempotencyKey.of("ORGANISATION-" + i), change, OrganisationPlan.EMPLOYER, Roles.PERSONNEL)
                    .orElseThrow());
        }
        Staff.ALL.stream().filter(employee -> entered(employee).equals(day)).forEach(employee -> {
            persons.keep(employee.party(), employee.data(), day, Roles.PERSONNEL)
                    .orElseThrow();
            change("JOIN", employee, new Joined(employee.contract()));
            time.takeOver(employee, employee.contract().terms());
        });
        if (day.equals(Staff.LEAVING_TOLD)) {
            change("LEAVE", Staff.find(Staff.LEAVER), Staff.LEAVING);
        }
        if (day.equals(Staff.RAISE_AGREED)) {
            change("RAISE", Staff.find(Staff.RAISED), Staff.RAISE);
        }
    }

    private static LocalDate entered(Employee employee) {
        return employee.joined().isAfter(PayCalendar.OPENING) ? employee.joined() : PayCalendar.OPENING;
    }

    private void change(String what, Employee employee, EmploymentChange change) {
        IdempotencyKey key = IdempotencyKey.of(what + "-" + employee.id());
        employment.change(key, change, employee.party(), Roles.PERSONNEL).orElseThrow();
    }

    /** Takes in the time of the work that is paid in a month. */
    void keepTime(YearMonth month) {
        DateRange period = PayCalendar.period(month);
        Staff.ALL.forEach(employee -> Wage.of(employee, file(employee), month)
                .map(Wage::contract)
                .ifPresent(contract -> time.keep(
                        employee,
                        contract.terms(),
                        contract.validity().intersection(period).orElseThrow())));
    }

    /** The wage of a month for the time that was taken in. */
    Optional<Wage> wage(Employee employee, YearMonth month) {
        return Wage.of(employee, file(employee), month, time::worked);
    }

    TimeOffice time() {
        return time;
    }

    Organisation organisation() {
        return organisation.of(OrganisationPlan.EMPLOYER);
    }

    /** The contracts of somebody, as they are known. */
    PersonFile file(Employee employee) {
        return employment.file(employee.party());
    }

    /** The last change of terms of somebody, if there was one. */
    Optional<Agreed> agreed(Employee employee) {
        MutableList<Agreed> found = Lists.mutable.empty();
        stores.employment().forEach(employee.party(), 0, fact -> moved(fact).ifPresent(found::add));
        return found.getLastOptional();
    }

    private static Optional<Agreed> moved(Fact<EmploymentChange> fact) {
        return fact.change() instanceof Moved moved
                ? Optional.of(
                        new Agreed(fact.recordedAt().atZone(TimeOffice.JAPAN).toLocalDate(), moved))
                : Optional.empty();
    }

    StandardPay standard(Employee employee) {
        return new StandardPay(employee, file(employee), agreed(employee).map(Agreed::firstPaid));
    }

    /** Somebody with what payroll may see of the personal data that is kept. */
    Employee seen(Employee employee) {
        PersonalData seen = persons.see(employee.party(), Roles.PAYROLL).orElseThrow();
        return new Employee(employee.id(), seen, employee.contract(), employee.papers());
    }
}
