package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.MutableSet;

/** Open items and matches in memory. */
public final class MemoryOpenItemLog implements OpenItemLog {
    /** The total order of items: position of the entry, then line. */
    private record Place(long position, int line) implements Comparable<Place> {
        static Place of(OpenItem item) {
            return new Place(item.position(), item.id().line());
        }

        @Override
        public int compareTo(Place other) {
            int byPosition = Long.compare(position, other.position);
            return byPosition != 0 ? byPosition : Integer.compare(line, other.line);
        }
    }

    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<ItemId, ItemHistory> items = Maps.mutable.empty();
    private final MutableSortedMap<Place, ItemId> order = SortedMaps.mutable.empty();
    private final MutableMap<MatchId, Match> byId = Maps.mutable.empty();
    private final MutableList<Match> matches = Lists.mutable.empty();
    private final MutableSet<MatchId> undone = Sets.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryOpenItemLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(ImmutableList<OpenItem> added) {
        unitOfWork.execute(() -> {
            added.forEach(item -> unitOfWork.write(() -> put(item), () -> remove(item)));
            return added;
        });
    }

    @Override
    public Optional<ItemHistory> find(ItemId id) {
        return unitOfWork.read(() -> Optional.ofNullable(items.get(id)));
    }

    @Override
    public void forEach(OpenItemQuery query, Consumer<? super ItemHistory> sink) {
        unitOfWork
                .read(() -> order.valuesView()
                        .collect(items::get)
                        .select(query::chooses)
                        .toList())
                .forEach(history -> sink.accept(query.known(history)));
    }

    @Override
    public void append(Match match) {
        unitOfWork.write(
                () -> {
                    check(match);
                    matches.add(match);
                    byId.put(match.id(), match);
                    match.undoes().ifPresent(undone::add);
                    match.parts().forEach(part -> consume(match, part));
                },
                () -> {
                    matches.remove(matches.size() - 1);
                    byId.remove(match.id());
                    match.undoes().ifPresent(undone::remove);
                    match.parts().forEach(part -> release(part.item()));
                });
    }

    @Override
    public Optional<Match> match(MatchId id) {
        return unitOfWork.read(() -> Optional.ofNullable(byId.get(id)));
    }

    @Override
    public void forEachMatch(long afterSequence, Consumer<? super Match> sink) {
        unitOfWork
                .read(() -> matches.select(match -> match.sequence() > afterSequence))
                .forEach(sink);
    }

    @Override
    public long lastSequence() {
        return unitOfWork.read(() -> (long) matches.size());
    }

    private void put(OpenItem item) {
        if (items.containsKey(item.id())) {
            throw new DuplicateKeyException(item.id().toString());
        }
        items.put(item.id(), ItemHistory.of(item));
        order.put(Place.of(item), item.id());
    }

    private void remove(OpenItem item) {
        items.remove(item.id());
        order.remove(Place.of(item));
    }

    private void check(Match match) {
        if (byId.containsKey(match.id())) {
            throw new DuplicateKeyException(match.id().value());
        }
        match.undoes().ifPresent(id -> {
            if (!byId.containsKey(id)) {
                throw new NotFoundException(id.value());
            }
            if (undone.contains(id)) {
                throw new DuplicateKeyException("undoing of " + id);
            }
        });
        match.parts().collect(MatchPart::item).reject(items::containsKey).forEach(id -> {
            throw new NotFoundException(id.toString());
        });
        if (match.sequence() != matches.size() + 1) {
            throw new StaleVersionException("matches", match.sequence() - 1);
        }
    }

    private void consume(Match match, MatchPart part) {
        items.computeIfPresent(
                part.item(),
                (id, before) ->
                        new ItemHistory(before.item(), before.consumptions().newWith(Consumption.of(match, part))));
    }

    private void release(ItemId id) {
        items.computeIfPresent(id, (same, history) -> {
            ImmutableList<Consumption> all = history.consumptions();
            return new ItemHistory(history.item(), all.take(all.size() - 1));
        });
    }
}
