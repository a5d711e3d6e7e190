package dev.erpkit.accounting.report.text;

/**
 * How many columns of a terminal a text takes: two for wide and full-width characters of East Asia, none for combining marks,
 * one for all others. After Unicode Standard Annex 11, by blocks; characters of ambiguous width count as one.
 */
final class DisplayWidth {
    /** First and last code points of wide blocks. */
    private static final int[] WIDE = {
        0x1100, 0x115F, // Hangul initial consonants
        0x2E80, 0x303E, // radicals, CJK punctuation
        0x3041, 0x33FF, // kana to squared words
        0x3400, 0x4DBF, // ideographs, extension A
        0x4E00, 0x9FFF, // ideographs
        0xA000, 0xA4CF, // Yi
        0xA960, 0xA97F, // Hangul, extended
        0xAC00, 0xD7A3, // Hangul syllables
        0xF900, 0xFAFF, // compatibility ideographs
        0xFE30, 0xFE6F, // compatibility and small forms
        0xFF00, 0xFF60, // full-width forms
        0xFFE0, 0xFFE6, // full-width signs
        0x1F300, 0x1F64F, // pictographs
        0x20000, 0x3FFFD // ideographs, further extensions
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
