package dev.erpkit.crm.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Folds what every country writes alike. */
enum PlainFolding implements Folding {
    INSTANCE;

    /** Marks on Latin, Greek and Cyrillic letters; those of kana belong to the letter. */
    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}])\\p{Mn}+");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final ImmutableSet<String> LEGAL_FORMS = Sets.immutable.of(
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "llc",
            "llp",
            "corp",
            "corporation",
            "co",
            "company",
            "plc",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "sa",
            "sarl",
            "sas",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "oy",
            "as",
            "kk");

    @Override
    public String person(String name) {
        return words(name);
    }

    @Override
    public String organisation(String name) {
        ImmutableList<String> words = Lists.immutable.of(words(name).split(" "));
        int last = words.size();
        while (last > 1 && LEGAL_FORMS.contains(words.get(last - 1))) {
            last--;
        }
        return words.take(last).makeString(" ");
    }

    @Override
    public String reading(String reading) {
        return words(reading);
    }

    @Override
    public String address(String address) {
        return words(address);
    }

    /** Words of letters and digits, with one space between them. */
    static String words(String text) {
        return stable(text, PlainFolding::once);
    }

    private static String once(String text) {
        String open = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String bare = ACCENTS.matcher(open).replaceAll("");
        return NO_WORD.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** Until nothing changes: lower case may compose anew what was compatible before. */
    static String stable(String text, UnaryOperator<String> fold) {
        String before = text;
        for (int i = 0; i < 8; i++) {
            String after = fold.apply(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }
}
