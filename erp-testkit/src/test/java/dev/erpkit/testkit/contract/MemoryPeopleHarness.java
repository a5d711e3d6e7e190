package dev.erpkit.testkit.contract;

import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.memory.MemoryPersonStore;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.time.AttendanceChange;
import java.util.function.UnaryOperator;

/** People in memory, or leave in something broken around it. */
final class MemoryPeopleHarness extends MemoryTenant<MemoryPeopleHarness> implements PeopleHarness {
    private final FactLog<AttendanceChange> attendance = new MemoryFactLog<>(work);
    private final FactLog<EmploymentChange> employment = new MemoryFactLog<>(work);
    private final FactLog<OrganisationChange> organisation = new MemoryFactLog<>(work);
    private final PersonStore persons;
    private final FactLog<LeaveChange> leave;

    MemoryPeopleHarness(UnaryOperator<FactLog<LeaveChange>> aroundLeave, UnaryOperator<PersonStore> aroundPersons) {
        super(() -> new MemoryPeopleHarness(aroundLeave, aroundPersons));
        this.leave = aroundLeave.apply(new MemoryFactLog<>(work));
        this.persons = aroundPersons.apply(new MemoryPersonStore(work));
    }

    static MemoryPeopleHarness sound() {
        return new MemoryPeopleHarness(log -> log, store -> store);
    }

    @Override
    public FactLog<AttendanceChange> attendance() {
        return attendance;
    }

    @Override
    public FactLog<LeaveChange> leave() {
        return leave;
    }

    @Override
    public FactLog<EmploymentChange> employment() {
        return employment;
    }

    @Override
    public FactLog<OrganisationChange> organisation() {
        return organisation;
    }

    @Override
    public PersonStore persons() {
        return persons;
    }
}
