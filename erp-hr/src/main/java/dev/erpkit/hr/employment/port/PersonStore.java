package dev.erpkit.hr.employment.port;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.hr.employment.PersonalData;
import java.util.Optional;

/**
 * Port: personal data, one value for each person, apart from all facts. What was replaced is gone: an adapter keeps no history
 * of it, so that erasing erases. A host encrypts what it must at rest here.
 */
public interface PersonStore {
    /** The data of a person. */
    Optional<Stored<PersonalData>> find(PartyId person);

    /**
     * Keeps the data of a person who has none yet.
     *
     * @throws DuplicateKeyException when the person has some
     */
    Stored<PersonalData> insert(PartyId person, PersonalData data);

    /**
     * Replaces the data of a person.
     *
     * @throws StaleVersionException when the version is not the one that is stored
     */
    Stored<PersonalData> replace(PartyId person, PersonalData data, long expectedVersion);
}
