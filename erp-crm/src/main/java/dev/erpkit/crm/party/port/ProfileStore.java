package dev.erpkit.crm.party.port;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.crm.party.PartyProfile;
import java.util.Optional;
import java.util.function.Consumer;

/** Port: what is personal about parties, the only place where it is kept. What comes back equals what was written. */
public interface ProfileStore {
    /** The profile of a party. */
    Optional<Stored<PartyProfile>> find(PartyId party);

    /**
     * Inserts the profile of a party.
     *
     * @throws DuplicateKeyException when the party has one
     */
    Stored<PartyProfile> insert(PartyProfile profile);

    /**
     * Replaces the profile of a party.
     *
     * @throws StaleVersionException when the stored version is not the expected one, or there is none
     */
    Stored<PartyProfile> replace(PartyProfile profile, long expectedVersion);

    /** Erases the profile of a party for good, also from whatever the adapter keeps beside it; nothing where it has none. */
    void erase(PartyId party);

    /** Pushes every profile in the order of the ids; the adapter owns the cursor. */
    void forEach(Consumer<? super Stored<PartyProfile>> sink);
}
