package dev.erpkit.hr.employment.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.employment.port.PersonStore;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;

/** Personal data in memory. */
public final class MemoryPersonStore implements PersonStore {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<PartyId, Stored<PersonalData>> persons = Maps.mutable.empty();

    /** A store that writes in the given unit of work. */
    public MemoryPersonStore(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Stored<PersonalData>> find(PartyId person) {
        return unitOfWork.read(() -> Optional.ofNullable(persons.get(person)));
    }

    @Override
    public Stored<PersonalData> insert(PartyId person, PersonalData data) {
        Stored<PersonalData> stored = new Stored<>(data, 1);
        unitOfWork.write(
                () -> {
                    if (persons.containsKey(person)) {
                        throw new DuplicateKeyException(person.value());
                    }
                    persons.put(person, stored);
                },
                () -> persons.remove(person));
        return stored;
    }

    @Override
    public Stored<PersonalData> replace(PartyId person, PersonalData data, long expectedVersion) {
        return unitOfWork.execute(() -> {
            Stored<PersonalData> before = persons.get(person);
            if (before == null || before.version() != expectedVersion) {
                throw new StaleVersionException(person.value(), expectedVersion);
            }
            Stored<PersonalData> stored = new Stored<>(data, expectedVersion + 1);
            persons.put(person, stored);
            unitOfWork.written(() -> persons.put(person, before));
            return stored;
        });
    }
}
