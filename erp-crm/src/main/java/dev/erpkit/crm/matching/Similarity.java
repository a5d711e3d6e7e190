package dev.erpkit.crm.matching;

import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.eclipse.collections.api.bag.Bag;
import org.eclipse.collections.api.factory.Bags;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/** How alike two texts are: exact fractions and counts over UTF-16 units, the same whichever text comes first. */
public final class Similarity {
    private static final int PREFIX = 4;

    private Similarity() {}

    /**
     * The similarity of M. Jaro (1989), from 0 to 1: common characters within half the longer text of each other, and how many
     * of them stand in another order, each for half a transposition.
     */
    public static Rational jaro(String one, String other) {
        boolean swap = one.length() > other.length() || one.length() == other.length() && one.compareTo(other) > 0;
        String small = swap ? other : one;
        String large = swap ? one : other;
        if (large.isEmpty()) {
            return Rational.ONE;
        }
        int reach = Math.max(large.length() / 2 - 1, 0);
        boolean[] taken = new boolean[large.length()];
        char[] common = new char[small.length()];
        int matches = 0;
        for (int i = 0; i < small.length(); i++) {
            int end = Math.min(i + reach + 1, large.length());
            for (int j = Math.max(i - reach, 0); j < end; j++) {
                if (!taken[j] && small.charAt(i) == large.charAt(j)) {
                    taken[j] = true;
                    common[matches++] = small.charAt(i);
                    break;
                }
            }
        }
        return matches == 0 ? Rational.ZERO : jaro(small, large, matches, moved(large, taken, common));
    }

    private static int moved(String large, boolean[] taken, char[] common) {
        int moved = 0;
        int next = 0;
        for (int j = 0; j < large.length(); j++) {
            if (taken[j]) {
                moved += large.charAt(j) == common[next++] ? 0 : 1;
            }
        }
        return moved;
    }

    private static Rational jaro(String small, String large, int matches, int moved) {
        return Rational.of(matches, small.length())
                .add(Rational.of(matches, large.length()))
                .add(Rational.of(2L * matches - moved, 2L * matches))
                .divide(Rational.of(3));
    }

    /**
     * Jaro's similarity, raised for up to four equal first characters where it is 0.7 or more (W. Winkler, 1990), by a tenth of
     * what is missing for each.
     */
    public static Rational jaroWinkler(String one, String other) {
        Rational jaro = jaro(one, other);
        if (jaro.compareTo(Rational.of(7, 10)) < 0) {
            return jaro;
        }
        int prefix = 0;
        while (prefix < Math.min(PREFIX, Math.min(one.length(), other.length()))
                && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro.add(Rational.of(prefix, 10).multiply(Rational.ONE.subtract(jaro)));
    }

    /** The fewest insertions, deletions and replacements of a character that turn one text into the other (Levenshtein). */
    public static int levenshtein(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(before, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            int[] swap = before;
            before = row;
            row = swap;
        }
        return before[other.length()];
    }

    /** The length of the longest text whose characters stand in both in the same order. */
    public static int longestCommonSubsequence(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= other.length(); j++) {
                int above = before[j];
                before[j] = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, before[j - 1]);
                diagonal = above;
            }
        }
        return before[other.length()];
    }

    /** The share of the characters of either text that both have; 1 for two empty texts. */
    public static Rational jaccard(String one, String other) {
        return jaccard(characters(one), characters(other));
    }

    /** The share of the elements of either set that both have; 1 for two empty sets. */
    public static Rational jaccard(ImmutableSet<?> one, ImmutableSet<?> other) {
        MutableSet<Object> all = Sets.mutable.withAll(one);
        all.addAllIterable(other);
        int common = one.size() + other.size() - all.size();
        return all.isEmpty() ? Rational.ONE : Rational.of(common, all.size());
    }

    /** The cosine of the angle between the counts of words, to the digits of the context; 0 where a text has no word. */
    public static BigDecimal cosine(ImmutableList<String> one, ImmutableList<String> other, MathContext context) {
        Bag<String> a = Bags.immutable.withAll(one);
        Bag<String> b = Bags.immutable.withAll(other);
        long dot = a.toSet().sumOfInt(word -> a.occurrencesOf(word) * b.occurrencesOf(word));
        long lengths = squares(a) * squares(b);
        return lengths == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(dot).divide(BigDecimal.valueOf(lengths).sqrt(context), context);
    }

    private static long squares(Bag<String> bag) {
        return bag.toSet().sumOfInt(word -> bag.occurrencesOf(word) * bag.occurrencesOf(word));
    }

    private static ImmutableSet<Character> characters(String text) {
        MutableSet<Character> all = Sets.mutable.empty();
        for (int i = 0; i < text.length(); i++) {
            all.add(text.charAt(i));
        }
        return all.toImmutable();
    }
}
