package dev.erpkit.accounting.bank.japan;

import dev.erpkit.accounting.bank.NameForm;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Names as Japanese banks print them. Transfer files of the Zengin format hold half-width kana in which small letters are
 * written large, and legal forms are cut to one letter before or after a bracket: {@code ｶ)ﾔﾏﾀﾞｼﾖｳｼﾞ} is
 * {@code カ）ヤマダショウジ}, and {@code 株式会社ヤマダ商事} is {@code ヤマダ商事（株）}.
 *
 * <p>Readings of kanji are not guessed: give a party its name in kana as a second name.
 */
public final class JapaneseNames {
    /** Whole words, and their marks in brackets. */
    private static final Pattern LEGAL_FORM = Pattern.compile("株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|[(（][株有同資名][)）]");

    /** The marks of transfer files: at the beginning before a bracket, at the end behind one, or between two. */
    private static final Pattern MARK =
            Pattern.compile("^(?:カ|ユ|ド|シ|メ|シヤ|ザイ|ガク|フク)[)）]|[(（](?:カ|ユ|ド|シ|メ|シヤ|ザイ|ガク|フク)[)）]?$"
                    + "|[(（](?:カ|ユ|ド|シ|メ|シヤ|ザイ|ガク|フク)[)）]");

    private static final String SMALL = "ァィゥェォッャュョヮ";
    private static final String LARGE = "アイウエオツヤユヨワ";

    private JapaneseNames() {}

    /** The form in which these spellings are equal. */
    public static NameForm form() {
        return JapaneseNames::normalise;
    }

    private static String normalise(String name) {
        String wide = large(Normalizer.normalize(name, Normalizer.Form.NFKC)).strip();
        String bare = MARK.matcher(LEGAL_FORM.matcher(wide).replaceAll("")).replaceAll("");
        String words = NameForm.plain().normalise(bare);
        return words.replace("ー", "");
    }

    /** Katakana for hiragana, and large letters for small ones. */
    private static String large(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char kana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 0x60) : c;
            int small = SMALL.indexOf(kana);
            out.append(small < 0 ? kana : LARGE.charAt(small));
        }
        return out.toString();
    }
}
