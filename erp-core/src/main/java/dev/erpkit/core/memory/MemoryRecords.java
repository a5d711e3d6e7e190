package dev.erpkit.core.memory;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Records of commands in memory, numbered from 1 without gaps, each under the key of its command: what logs of several areas
 * are made of. Thread-safe by its unit of work.
 *
 * @param <R> a record
 */
public final class MemoryRecords<R> {
    private final MemoryUnitOfWork unitOfWork;
    private final String name;
    private final ToLongFunction<R> sequence;
    private final Function<R, IdempotencyKey> key;
    private final Function<R, ? extends Iterable<?>> subjects;
    private final MutableList<R> records = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, R> byKey = Maps.mutable.empty();
    private final MutableMap<Object, MutableList<R>> bySubject = Maps.mutable.empty();

    /**
     * No records yet.
     *
     * @param unitOfWork in which they are written
     * @param name what they are, for the message of a stale one
     * @param sequence the number of a record
     * @param key the key of its command
     */
    public MemoryRecords(
            MemoryUnitOfWork unitOfWork, String name, ToLongFunction<R> sequence, Function<R, IdempotencyKey> key) {
        this(unitOfWork, name, sequence, key, record -> Lists.immutable.empty());
    }

    /**
     * No records yet, of which each is found by what it is about too.
     *
     * @param subjects what a record is about
     */
    public MemoryRecords(
            MemoryUnitOfWork unitOfWork,
            String name,
            ToLongFunction<R> sequence,
            Function<R, IdempotencyKey> key,
            Function<R, ? extends Iterable<?>> subjects) {
        this.unitOfWork = unitOfWork;
        this.name = name;
        this.sequence = sequence;
        this.key = key;
        this.subjects = subjects;
    }

    /**
     * Adds a record.
     *
     * @throws DuplicateKeyException when a record has its key
     * @throws StaleVersionException when its number does not follow the newest
     */
    public void append(R added) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(key.apply(added))) {
                        throw new DuplicateKeyException(key.apply(added).value());
                    }
                    if (sequence.applyAsLong(added) != records.size() + 1L) {
                        throw new StaleVersionException(name, sequence.applyAsLong(added) - 1);
                    }
                    records.add(added);
                    byKey.put(key.apply(added), added);
                    subjects.apply(added)
                            .forEach(subject -> bySubject
                                    .getIfAbsentPut(subject, Lists.mutable::empty)
                                    .add(added));
                },
                () -> {
                    records.remove(records.size() - 1);
                    byKey.remove(key.apply(added));
                    subjects.apply(added)
                            .forEach(subject -> bySubject.computeIfPresent(subject, (s, own) -> {
                                own.remove(own.size() - 1);
                                return own;
                            }));
                });
    }

    /** The record under a key. */
    public Optional<R> find(IdempotencyKey of) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(of)));
    }

    /** Pushes the records behind a number, in their order; the sink may write. */
    public void forEach(long afterSequence, Consumer<? super R> sink) {
        ImmutableList<R> found = unitOfWork.read(() ->
                records.drop((int) Math.min(records.size(), afterSequence)).toImmutable());
        found.forEach(sink);
    }

    /** Pushes the records about something, in their order; the sink may write. */
    public void forEachOf(Object subject, Consumer<? super R> sink) {
        ImmutableList<R> found = unitOfWork.read(
                () -> bySubject.getIfAbsentValue(subject, Lists.mutable.empty()).toImmutable());
        found.forEach(sink);
    }

    /** The number of the newest record, 0 without any. */
    public long lastSequence() {
        return unitOfWork.read(records::size);
    }
}
