package dev.erpkit.crm.party.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.port.ProfileStore;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Profiles in memory. */
public final class MemoryProfileStore implements ProfileStore {
    private final MemoryUnitOfWork unitOfWork;
    private final TreeMap<PartyId, Stored<PartyProfile>> profiles = new TreeMap<>();
    private long versions;

    /** A store that writes in the given unit of work. */
    public MemoryProfileStore(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Stored<PartyProfile>> find(PartyId party) {
        return unitOfWork.read(() -> Optional.ofNullable(profiles.get(party)));
    }

    @Override
    public Stored<PartyProfile> insert(PartyProfile profile) {
        return unitOfWork.execute(() -> {
            if (profiles.containsKey(profile.party())) {
                throw new DuplicateKeyException(profile.party().value());
            }
            return put(profile);
        });
    }

    @Override
    public Stored<PartyProfile> replace(PartyProfile profile, long expectedVersion) {
        return unitOfWork.execute(() -> {
            Stored<PartyProfile> before = profiles.get(profile.party());
            if (before == null || before.version() != expectedVersion) {
                throw new StaleVersionException(profile.party().value(), expectedVersion);
            }
            return put(profile);
        });
    }

    @Override
    public void erase(PartyId party) {
        unitOfWork.execute(() -> {
            Stored<PartyProfile> before = profiles.remove(party);
            unitOfWork.written(() -> restore(party, before));
            return party;
        });
    }

    @Override
    public void forEach(Consumer<? super Stored<PartyProfile>> sink) {
        ImmutableList<Stored<PartyProfile>> all = unitOfWork.read(() -> Lists.immutable.withAll(profiles.values()));
        all.forEach(sink);
    }

    private Stored<PartyProfile> put(PartyProfile profile) {
        Stored<PartyProfile> stored = new Stored<>(profile, ++versions);
        Stored<PartyProfile> before = profiles.put(profile.party(), stored);
        unitOfWork.written(() -> restore(profile.party(), before));
        return stored;
    }

    private void restore(PartyId party, @Nullable Stored<PartyProfile> before) {
        if (before == null) {
            profiles.remove(party);
        } else {
            profiles.put(party, before);
        }
    }
}
