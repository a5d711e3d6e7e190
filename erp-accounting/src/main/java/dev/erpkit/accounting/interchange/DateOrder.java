package dev.erpkit.accounting.interchange;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Goes through a ledger in date order, within a day in the order of the file. */
final class DateOrder {
    private DateOrder() {}

    /** The transactions by their dates. */
    static void transactions(LedgerColumns ledger, IntConsumer sink) {
        int count = ledger.days.size();
        if (ledger.inDateOrder) {
            for (int t = 0; t < count; t++) {
                sink.accept(t);
            }
            return;
        }
        long[] keys = new long[count];
        for (int t = 0; t < count; t++) {
            keys[t] = key(ledger.days.get(t), t);
        }
        Arrays.sort(keys);
        for (long key : keys) {
            sink.accept((int) key);
        }
    }

    /**
     * Postings by their own dates where they have some, other transactions as a whole.
     *
     * @param sink takes the number of a posting, or the complement of the number of a transaction
     */
    static void parts(LedgerColumns ledger, IntConsumer sink) {
        if (ledger.postingDays.isEmpty()) {
            transactions(ledger, t -> sink.accept(~t));
            return;
        }
        IntColumn parts = new IntColumn();
        IntColumn days = new IntColumn();
        for (int t = 0; t < ledger.days.size(); t++) {
            int day = ledger.days.get(t);
            int start = ledger.starts.get(t);
            int stop = ledger.stops.get(t);
            if (ledger.hasPostingDays(start, stop)) {
                for (int p = start; p < stop; p++) {
                    parts.add(p);
                    days.add(ledger.postingDays.getOrDefault(p, day));
                }
            } else {
                parts.add(~t);
                days.add(day);
            }
        }
        long[] keys = new long[parts.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(days.get(i), i);
        }
        Arrays.sort(keys);
        for (long key : keys) {
            sink.accept(parts.get((int) key));
        }
    }

    /** Takes a posting with its transaction and its day. */
    interface PostingSink {
        void accept(int transaction, int posting, int day);
    }

    /** Every posting by its own date where it has one. */
    static void postings(LedgerColumns ledger, PostingSink sink) {
        int[] transactions = new int[ledger.postings.size()];
        long[] keys = new long[transactions.length];
        int found = 0;
        for (int t = 0; t < ledger.days.size(); t++) {
            for (int p = ledger.starts.get(t); p < ledger.stops.get(t); p++) {
                transactions[p] = t;
                keys[found++] = key(ledger.postingDays.getOrDefault(p, ledger.days.get(t)), p);
            }
        }
        Arrays.sort(keys);
        for (long key : keys) {
            int p = (int) key;
            sink.accept(transactions[p], p, (int) (key >> 32));
        }
    }

    private static long key(int day, int sequence) {
        return ((long) day << 32) | sequence;
    }
}
