package dev.erpkit.company;

/** Numbers that look like chance and are a pure function of a key, so that every run keeps the same books. */
public final class Chance {
    private static final long SEED = 0x20250401_1720260L;

    private Chance() {}

    /** A number from {@code low} to {@code high}, both included. */
    public static int between(int low, int high, String key) {
        return low + (int) Long.remainderUnsigned(mix(key), high - low + 1L);
    }

    /** 64 bits: the characters of the key folded into the state of SplitMix64, one step each. */
    static long mix(String key) {
        long state = SEED;
        for (int i = 0; i < key.length(); i++) {
            state = step(state + key.charAt(i));
        }
        return step(state);
    }

    /** The output function of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long step(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
