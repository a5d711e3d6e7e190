package dev.erpkit.hr.japan.bankfile;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Names as transfer files hold them: half-width kana with sound marks apart, no small kana, no ヲ, capitals, digits and the
 * signs {@code ( ) ｢ ｣ / . , - ¥}. Long vowels and dashes become a hyphen. Readings of kanji are not guessed.
 */
public final class HalfWidthKana {
    /** The letters from U+FF66 to U+FF9F in their order, in full width. */
    private static final String FULL = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

    private static final char FIRST = '\uFF66';
    private static final String SMALL = "ァィゥェォャュョッヮヵヶヲヰヱ";
    private static final String LARGE = "アイウエオヤユヨツワカケオイエ";
    private static final String DASHES = "ー‐‑‒–—―−";
    private static final String SIGNS = " ()/.,-¥｢｣";

    /** Of JIS X 0201, where it differs from ASCII. */
    private static final int YEN = 0x5C;

    private HalfWidthKana() {}

    /** The name in the letters of transfer files; nothing when it has others, such as kanji. */
    public static Optional<String> of(String name) {
        String marks = Normalizer.normalize(Normalizer.normalize(name, Normalizer.Form.NFKC), Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(marks.length());
        for (char c : marks.toUpperCase(Locale.ROOT).toCharArray()) {
            char letter = letter(c);
            if (letter == 0) {
                return Optional.empty();
            }
            out.append(letter);
        }
        return Optional.of(out.toString());
    }

    private static char letter(char c) {
        char kana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c;
        int small = SMALL.indexOf(kana);
        char large = small < 0 ? kana : LARGE.charAt(small);
        if (DASHES.indexOf(large) >= 0) {
            return '-';
        }
        return switch (large) {
            case '\u3099' -> 'ﾞ';
            case '\u309A' -> 'ﾟ';
            case '「' -> '｢';
            case '」' -> '｣';
            case '・' -> '.';
            case '\\' -> '¥';
            default -> plain(large);
        };
    }

    private static char plain(char c) {
        int kana = FULL.indexOf(c);
        if (kana >= 0) {
            return (char) (FIRST + kana);
        }
        boolean kept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || SIGNS.indexOf(c) >= 0;
        return kept ? c : 0;
    }

    /** The bytes of JIS X 0201. */
    static byte[] encode(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = (byte) (c == '¥' ? YEN : c >= 0xFF61 ? c - 0xFF61 + 0xA1 : c);
        }
        return bytes;
    }

    /** The text of bytes of JIS X 0201. */
    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            text.append(c == YEN ? '¥' : c >= 0xA1 && c <= 0xDF ? (char) (c - 0xA1 + 0xFF61) : c);
        }
        return text.toString();
    }
}
