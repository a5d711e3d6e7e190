package dev.erpkit.company.report;

import java.util.Locale;

/** Figures and names as text of a page. */
final class Text {
    private Text() {}

    /** Minor units with thousands apart, and a triangle before what is negative, as Japanese statements have it. */
    static String amount(long minor, int digits) {
        String all = Long.toString(Math.abs(minor));
        String padded = "0".repeat(Math.max(0, digits + 1 - all.length())) + all;
        String whole = padded.substring(0, padded.length() - digits);
        StringBuilder text = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        if (digits > 0) {
            text.append('.').append(padded.substring(padded.length() - digits));
        }
        return minor < 0 ? "△" + text : text.toString();
    }

    /** Whole yen. */
    static String yen(long minor) {
        return amount(minor, 0);
    }

    /** The Japanese part of a name: what stands before the first blank. */
    static String japanese(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    /** The English part of a name: what stands behind the first blank. */
    static String english(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? "" : name.substring(blank + 1);
    }

    /** The Japanese part, and the English one small behind it. */
    static String name(String name) {
        String english = english(name);
        return html(japanese(name)) + (english.isEmpty() ? "" : " <small>" + html(english) + "</small>");
    }

    /** Text that cannot be taken for markup. */
    static String html(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
