package dev.erpkit.accounting.ledger;

import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;

/**
 * The lines up to a position and the dictionary of that moment. Nothing in it ever changes, so scans hold no lock and the
 * writer does not wait for them.
 */
final class Snapshot {
    /** What a scan sums as one. */
    private record Group(Slot slot, Optional<String> value) {
        static final Comparator<Group> ORDER = Comparator.comparing(Group::slot, Slot.ORDER)
                .thenComparing(g -> g.value().orElse(""));
    }

    private static final int NOT_CHOSEN = -1;

    private final Lines lines;
    private final Leaf[] leaves;
    private final Origin origin;

    Snapshot(Lines lines, Leaf[] leaves, Origin origin) {
        this.lines = lines;
        this.leaves = leaves;
        this.origin = origin;
    }

    /** Balances by account and currency. */
    ImmutableList<AccountBalance> balances(LedgerQuery query) {
        Rows rows = new Rows();
        sums(query, dimensions -> Optional.empty(), (group, sums, at) -> rows.add(group.slot(), sums, at));
        return rows.toImmutable();
    }

    /** Balances by account, currency and value on an axis. */
    ImmutableList<DimensionBalance> balancesBy(String axis, LedgerQuery query) {
        MutableList<DimensionBalance> rows = Lists.mutable.empty();
        sums(query, dimensions -> dimensions.get(axis), (group, sums, at) -> {
            rows.add(new DimensionBalance(group.value(), Rows.row(group.slot(), sums, at)));
        });
        return joined(rows);
    }

    /** Every line of the period in the order of the log. */
    void forEach(LedgerQuery query, Consumer<? super LedgerLine> sink) {
        boolean[] chosen = new boolean[leaves.length];
        for (int i = 0; i < leaves.length; i++) {
            chosen[i] = query.matches(leaves[i]);
        }
        int first = query.firstDay();
        int last = query.end().day();
        int entry = 0;
        for (int line = 0; line < lines.count(); line++) {
            Chunk chunk = lines.chunk(line);
            int at = line & Chunk.MASK;
            if (lines.ordinal(entry) != chunk.ordinal[at]) {
                entry = line;
            }
            if (chosen[chunk.leaf[at]] && chunk.day[at] >= first && chunk.day[at] <= last) {
                origin.requireSingleLine(chunk.ordinal[at]);
                LocalDate date = LocalDate.ofEpochDay(chunk.day[at]);
                sink.accept(line(chunk, at, line - entry, date, leaves[chunk.leaf[at]], origin));
            }
        }
    }

    /** Every line in the order of the log. */
    void forEachLine(LineSink sink) {
        for (int line = 0; line < lines.count(); line++) {
            sink.line(line, lines.chunk(line), line & Chunk.MASK);
        }
    }

    Leaf leaf(int id) {
        return leaves[id];
    }

    /** A line as an object. */
    static LedgerLine line(Chunk chunk, int at, int number, LocalDate date, Leaf leaf, Origin origin) {
        Slot slot = leaf.slot();
        return new LedgerLine(
                origin.position() + chunk.ordinal[at],
                number,
                date,
                slot.account,
                leaf.dimensions(),
                slot.currency,
                slot.baseCurrency,
                chunk.amount[at],
                chunk.base[at],
                slot.closing);
    }

    private interface GroupSink {
        void group(Group group, long[] sums, int at);
    }

    private void sums(LedgerQuery query, Function<Dimensions, Optional<String>> value, GroupSink sink) {
        MutableObjectIntMap<Group> offsets = ObjectIntMaps.mutable.empty();
        int[] groups = new int[leaves.length];
        for (int i = 0; i < leaves.length; i++) {
            if (query.matches(leaves[i])) {
                Group group = new Group(leaves[i].slot(), value.apply(leaves[i].dimensions()));
                groups[i] = offsets.getIfAbsentPut(group, offsets.size() * Sums.WIDTH);
            } else {
                groups[i] = NOT_CHOSEN;
            }
        }
        GroupedSum scan = new GroupedSum(lines, leaves.length)
                .run(query.firstDay(), query.end().day());
        long[] sums = new long[offsets.size() * Sums.WIDTH];
        for (int i = 0; i < leaves.length; i++) {
            if (groups[i] != NOT_CHOSEN) {
                scan.addTo(sums, groups[i], i);
            }
        }
        offsets.keysView().toSortedList(Group.ORDER).forEach(group -> sink.group(group, sums, offsets.get(group)));
    }

    /** Closing entries stand in slots of their own; a value's share is the sum of both. */
    private static ImmutableList<DimensionBalance> joined(MutableList<DimensionBalance> rows) {
        record Key(Object account, Object currency, Optional<String> value) {}
        MutableMap<Key, DimensionBalance> byKey = Maps.mutable.empty();
        MutableList<Key> order = Lists.mutable.empty();
        for (DimensionBalance row : rows) {
            AccountBalance balance = row.balance();
            Key key = new Key(balance.account(), balance.currency(), row.value());
            DimensionBalance known = byKey.get(key);
            if (known == null) {
                order.add(key);
            }
            byKey.put(
                    key,
                    known == null
                            ? row
                            : new DimensionBalance(row.value(), known.balance().plus(balance)));
        }
        return order.collect(byKey::get).reject(row -> row.balance().isZero()).toImmutable();
    }
}
