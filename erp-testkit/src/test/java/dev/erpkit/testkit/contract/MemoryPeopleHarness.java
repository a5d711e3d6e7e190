package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.memory.MemoryPersonStore;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.time.AttendanceChange;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** People in memory, or leave in something broken around it. */
final class MemoryPeopleHarness implements PeopleHarness {
    private final MemoryHarness core = new MemoryHarness();
    private final MemoryUnitOfWork work = (MemoryUnitOfWork) core.unitOfWork();
    private final FactLog<AttendanceChange> attendance = new MemoryFactLog<>(work);
    private final FactLog<EmploymentChange> employment = new MemoryFactLog<>(work);
    private final FactLog<OrganisationChange> organisation = new MemoryFactLog<>(work);
    private final PersonStore persons;
    private final FactLog<LeaveChange> leave;
    private final UnaryOperator<FactLog<LeaveChange>> aroundLeave;
    private final UnaryOperator<PersonStore> aroundPersons;
    private @Nullable MemoryPeopleHarness other;

    MemoryPeopleHarness(UnaryOperator<FactLog<LeaveChange>> aroundLeave, UnaryOperator<PersonStore> aroundPersons) {
        this.aroundLeave = aroundLeave;
        this.aroundPersons = aroundPersons;
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

    @Override
    public UnitOfWork unitOfWork() {
        return work;
    }

    @Override
    public NumberSeries numberSeries() {
        return core.numberSeries();
    }

    @Override
    public Outbox outbox() {
        return core.outbox();
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return core.told();
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return core.capabilities();
    }

    @Override
    public synchronized PeopleHarness otherTenant() {
        MemoryPeopleHarness known = other;
        if (known == null) {
            known = new MemoryPeopleHarness(aroundLeave, aroundPersons);
            other = known;
        }
        return known;
    }

    @Override
    public PeopleHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
