package dev.erpkit.crm.activity.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.crm.activity.ActivityId;
import dev.erpkit.crm.activity.port.ContentStore;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/** What was said in memory. */
public final class MemoryContentStore implements ContentStore {
    private record Content(PartyId party, String text) {
        @Override
        public String toString() {
            return "Content[" + party + "]";
        }
    }

    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<ActivityId, Content> contents = Maps.mutable.empty();

    /** A store that writes in the given unit of work. */
    public MemoryContentStore(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void put(ActivityId activity, PartyId party, String content) {
        unitOfWork.write(
                () -> {
                    if (contents.containsKey(activity)) {
                        throw new DuplicateKeyException(activity.value());
                    }
                    contents.put(activity, new Content(party, content));
                },
                () -> contents.remove(activity));
    }

    @Override
    public Optional<String> find(ActivityId activity) {
        return unitOfWork.read(() -> Optional.ofNullable(contents.get(activity)).map(Content::text));
    }

    @Override
    public void erase(PartyId party) {
        unitOfWork.execute(() -> {
            ImmutableMap<ActivityId, Content> gone = contents.select(
                            (id, content) -> content.party().equals(party))
                    .toImmutable();
            gone.forEachKey(contents::remove);
            unitOfWork.written(() -> gone.forEachKeyValue(contents::put));
            return party;
        });
    }
}
