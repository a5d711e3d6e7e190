package dev.erpkit.accounting.interchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The commodities met so far, by number, and what is known of how their amounts are written. */
final class Commodities {
    /** Decimals that no directive declares and no posting shows. */
    static final int UNKNOWN = -1;

    private final NameTable table = new NameTable();
    private final MutableList<String> names = Lists.mutable.empty();
    private byte[] marks = new byte[8];
    private int[] met = new int[8];
    private int[] declared = new int[8];
    private boolean[] known = new boolean[8];
    private long[] firstUses = new long[8];

    Commodities() {
        number("");
    }

    int size() {
        return names.size();
    }

    String name(int commodity) {
        return names.get(commodity);
    }

    int number(byte[] bytes, int from, int to) {
        int hash = NameTable.hash(bytes, from, to);
        int found = table.find(bytes, from, to, hash);
        if (found >= 0) {
            return found;
        }
        String name = Line.decode(bytes, from, to);
        int number = names.size();
        table.put(bytes, from, to, hash, number);
        names.add(name);
        if (number == marks.length) {
            marks = Arrays.copyOf(marks, 2 * number);
            met = Arrays.copyOf(met, 2 * number);
            declared = Arrays.copyOf(declared, 2 * number);
            known = Arrays.copyOf(known, 2 * number);
            firstUses = Arrays.copyOf(firstUses, 2 * number);
        }
        declared[number] = UNKNOWN;
        met[number] = UNKNOWN;
        return number;
    }

    int number(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return number(bytes, 0, bytes.length);
    }

    /** The decimal mark that a directive declares, 0 where none does. */
    byte mark(int commodity) {
        return marks[commodity];
    }

    void mark(int commodity, byte mark) {
        marks[commodity] = mark;
    }

    /** Notes the decimals of an amount as written, and where the commodity was first used; zero needs no commodity. */
    void meet(RawAmount amount, long place) {
        int commodity = amount.commodity;
        if (amount.scale > met[commodity]) {
            met[commodity] = amount.scale;
        }
        boolean nothing = commodity == 0 && amount.mantissa == 0 && amount.big == null;
        if (!nothing && firstUses[commodity] == 0) {
            firstUses[commodity] = place;
        }
    }

    long firstUse(int commodity) {
        return firstUses[commodity];
    }

    void declare(int commodity) {
        known[commodity] = true;
    }

    void decimals(int commodity, int decimals) {
        declared[commodity] = decimals;
    }

    int declaredDecimals(int commodity) {
        return declared[commodity];
    }

    boolean isDeclared(int commodity) {
        return known[commodity];
    }

    /** Decimals to print at least: the declared ones, otherwise the most met in a posting; -1 when unknown. */
    int decimals(int commodity) {
        return declared[commodity] == UNKNOWN ? met[commodity] : declared[commodity];
    }
}
