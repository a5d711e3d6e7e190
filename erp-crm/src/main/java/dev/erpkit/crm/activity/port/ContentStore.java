package dev.erpkit.crm.activity.port;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.crm.activity.ActivityId;
import java.util.Optional;

/** Port: what was said in activities, the only place where it is kept. */
public interface ContentStore {
    /**
     * Keeps what was said.
     *
     * @throws DuplicateKeyException when the activity has a content
     */
    void put(ActivityId activity, PartyId party, String content);

    /** What was said; nothing once it was erased. */
    Optional<String> find(ActivityId activity);

    /** Erases all that was said with a party for good, also from whatever the adapter keeps beside it. */
    void erase(PartyId party);
}
