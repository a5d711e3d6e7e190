package dev.erpkit.accounting.bank;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings names to a form in which different spellings of one name are equal. Pure. */
@FunctionalInterface
public interface NameForm {
    /** The name in this form; may be empty. */
    String normalise(String name);

    /**
     * Width, case, punctuation and spaces do not matter, nor do the usual words for a legal form: {@code ACME Ltd.} and
     * {@code Acme} are one name.
     */
    static NameForm plain() {
        return Plain.FORM;
    }

    /** The letters and digits of a text in one width and in upper case, words parted by single spaces. */
    static String words(String text) {
        String wide = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        String upper = wide.toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == 'ー') {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Keeps the pattern out of the interface. */
    final class Plain {
        private static final Pattern LEGAL_FORM = Pattern.compile(
                " (?:GMBH|AG|KG|OHG|UG|SE|LTD|LIMITED|LLC|LLP|PLC|INC|CORP|CORPORATION|CO|COMPANY|SA|SARL|SAS|BV|NV|SPA"
                        + "|SRL|OY|AB|AS|APS|PTY)(?= |$)");
        private static final NameForm FORM =
                name -> LEGAL_FORM.matcher(words(name)).replaceAll("").replace(" ", "");

        private Plain() {}
    }
}
