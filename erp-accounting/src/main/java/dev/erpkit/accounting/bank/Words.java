package dev.erpkit.accounting.bank;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Texts as runs of letters and digits, by 64-bit hashes that are computed on the way: looking up a million references in a
 * hundred thousand texts builds no strings. Whoever finds something by a hash compares the texts themselves.
 */
final class Words {
    /** FNV-1a over 16-bit characters. */
    private static final long BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    /** References have no more parts than this: {@code INV-2026-05-0042-1}. */
    private static final int MOST_PARTS = 6;

    private Words() {}

    /** The letters and digits of a text, in one width and in upper case. */
    static String bare(String text) {
        String folded = fold(text);
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
            }
        }
        return text.toUpperCase(Locale.ROOT);
    }

    static long hash(String bare) {
        long hash = BASIS;
        for (int i = 0; i < bare.length(); i++) {
            hash = (hash ^ bare.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** The digits behind the leading letters of a reference, where there are six or more; else nothing. */
    static String digits(String bare) {
        int start = 0;
        while (start < bare.length() && !Character.isDigit(bare.charAt(start))) {
            start++;
        }
        return start > 0 && bare.length() - start >= 6 ? bare.substring(start) : "";
    }

    /** Tells the hashes of all runs of one to six neighbouring words. */
    static void runs(String folded, LongConsumer sink) {
        int length = folded.length();
        int start = 0;
        while (start < length) {
            while (start < length && !Character.isLetterOrDigit(folded.charAt(start))) {
                start++;
            }
            long hash = BASIS;
            int parts = 0;
            int at = start;
            int next = -1;
            while (at < length && parts < MOST_PARTS) {
                while (at < length && Character.isLetterOrDigit(folded.charAt(at))) {
                    hash = (hash ^ folded.charAt(at)) * PRIME;
                    at++;
                }
                parts++;
                sink.accept(hash);
                if (next < 0) {
                    next = at;
                }
                while (at < length && !Character.isLetterOrDigit(folded.charAt(at))) {
                    at++;
                }
            }
            start = next < 0 ? length : next;
        }
    }
}
