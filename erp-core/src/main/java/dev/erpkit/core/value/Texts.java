package dev.erpkit.core.value;

/** Which texts every store can keep: databases refuse or silently replace the character NUL and half surrogate pairs. */
public final class Texts {
    private Texts() {}

    /** Whether a text, which may have several lines, has neither the character NUL nor half a surrogate pair. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether a name or an id is {@linkplain #isStorable storable} and has no control characters, so no line breaks. */
    public static boolean isLabel(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return isStorable(text);
    }
}
