package dev.erpkit.crm.matching.japan;

import dev.erpkit.crm.matching.Folding;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Folding for Japan: full and half width are one, hiragana are katakana, variants of characters in family names are the common
 * one, legal forms such as 株式会社, (株), ㈱ and カ) are left out, and 一丁目2番地3号 is 1-2-3. Latin texts fold as elsewhere.
 */
public enum JapaneseFolding implements Folding {
    /** The only one. */
    INSTANCE;

    /** What family names are written with, and the character that is common for it. */
    private static final Map<Character, Character> VARIANTS = Map.ofEntries(
            Map.entry('髙', '高'),
            Map.entry('﨑', '崎'),
            Map.entry('濵', '浜'),
            Map.entry('濱', '浜'),
            Map.entry('邊', '辺'),
            Map.entry('邉', '辺'),
            Map.entry('齋', '斎'),
            Map.entry('齊', '斉'),
            Map.entry('澤', '沢'),
            Map.entry('廣', '広'),
            Map.entry('國', '国'),
            Map.entry('櫻', '桜'),
            Map.entry('眞', '真'),
            Map.entry('德', '徳'),
            Map.entry('榮', '栄'),
            Map.entry('嶋', '島'),
            Map.entry('嶌', '島'),
            Map.entry('惠', '恵'),
            Map.entry('渕', '淵'));

    private static final ImmutableList<String> LEGAL_FORMS = Lists.immutable.of(
            "株式会社",
            "有限会社",
            "合同会社",
            "合名会社",
            "合資会社",
            "相互会社",
            "一般社団法人",
            "一般財団法人",
            "公益社団法人",
            "公益財団法人",
            "特定非営利活動法人",
            "医療法人社団",
            "医療法人財団",
            "医療法人",
            "学校法人",
            "社会福祉法人",
            "宗教法人",
            "(株)",
            "(有)",
            "(同)",
            "(名)",
            "(資)",
            "(一社)",
            "(一財)",
            "(公社)",
            "(公財)",
            "(医)",
            "(学)",
            "(福)");

    /** As banks write them: カ)ヤマダ, ヤマダ(カ. */
    private static final Pattern BANK_FORMS = Pattern.compile("^[カユドメシ]\\)|\\([カユドメシ]$|\\([カユドメシ]\\)");

    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−ー－\\-]+");
    private static final Pattern SPACES = Pattern.compile("[\\s・･.,]+");
    private static final Pattern POST_CODE = Pattern.compile("〒?\\d{3}-\\d{4}(?=\\D)");
    private static final Pattern STRAY = Pattern.compile("-(?!\\d)|(?<!\\d)-");
    private static final Pattern BLOCK = Pattern.compile("([一二三四五六七八九十]+)(?=丁目|番|号|地割)");
    private static final Pattern UNITS = Pattern.compile("(?<=\\d)(?:丁目|番地ノ?|番ノ?|号室|号|ノ(?=\\d))");

    @Override
    public String person(String text) {
        return stable(text, JapaneseFolding::personOnce);
    }

    private static String personOnce(String name) {
        return Folding.plain().person(common(name)).replace(" ", "");
    }

    @Override
    public String organisation(String text) {
        return stable(text, JapaneseFolding::organisationOnce);
    }

    private static String organisationOnce(String name) {
        String bare = common(name).strip();
        String before;
        do {
            before = bare;
            for (String form : LEGAL_FORMS) {
                if (bare.startsWith(form)) {
                    bare = bare.substring(form.length()).strip();
                }
                if (bare.endsWith(form)) {
                    bare = bare.substring(0, bare.length() - form.length()).strip();
                }
            }
            bare = BANK_FORMS.matcher(bare).replaceAll("").strip();
        } while (!bare.equals(before));
        String folded = Folding.plain().organisation(bare).replace(" ", "");
        // who is called no more than 株式会社 keeps that name
        return folded.isEmpty() ? Folding.plain().person(common(name)).replace(" ", "") : folded;
    }

    @Override
    public String reading(String text) {
        return stable(text, JapaneseFolding::readingOnce);
    }

    private static String readingOnce(String reading) {
        return Folding.plain().reading(common(reading)).replace(" ", "");
    }

    @Override
    public String address(String text) {
        return stable(text, JapaneseFolding::addressOnce);
    }

    private static String addressOnce(String address) {
        String text = SPACES.matcher(common(address)).replaceAll("");
        text = BLOCK.matcher(text).replaceAll(found -> String.valueOf(number(found.group(1))));
        text = DASHES.matcher(text).replaceAll("-");
        text = POST_CODE.matcher(text).replaceAll("");
        text = UNITS.matcher(text).replaceAll("-");
        return trimmed(text.replaceAll("-+", "-"));
    }

    /** Until nothing changes: what is left of a name may look like a legal form again. Texts only get shorter. */
    private static String stable(String text, UnaryOperator<String> fold) {
        String before = text;
        String after = fold.apply(before);
        for (int i = 0; i < text.length() + 8 && !after.equals(before); i++) {
            before = after;
            after = fold.apply(before);
        }
        return after;
    }

    /** A dash counts between digits only. */
    private static String trimmed(String text) {
        return STRAY.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** From 一 to 九十九. */
    private static int number(String kanji) {
        int tens = kanji.indexOf('十');
        if (tens < 0) {
            int value = 0;
            for (char digit : kanji.toCharArray()) {
                value = value * 10 + digit(digit);
            }
            return value;
        }
        int high = tens == 0 ? 1 : digit(kanji.charAt(tens - 1));
        int low = tens + 1 < kanji.length() ? digit(kanji.charAt(tens + 1)) : 0;
        return high * 10 + low;
    }

    private static int digit(char kanji) {
        return Math.max(0, "一二三四五六七八九".indexOf(kanji) + 1);
    }

    private static String common(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(compatible.length());
        for (int i = 0; i < compatible.length(); i++) {
            char c = compatible.charAt(i);
            // hiragana stand 0x60 below their katakana
            boolean hiragana = c >= '\u3041' && c <= '\u3096' || c == '\u309d' || c == '\u309e';
            out.append(hiragana ? (char) (c + 0x60) : VARIANTS.getOrDefault(c, c));
        }
        return out.toString().replace("𠮷", "吉");
    }
}
