package dev.erpkit.testkit.cases;

import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Prefectures of Japan as cases write them, by their JIS codes in order. */
final class Prefectures {
    private static final ImmutableList<String> NAMES =
            Lists.immutable.of(("北海道,青森県,岩手県,宮城県,秋田県,山形県,福島県,茨城県,栃木県,群馬県,埼玉県,千葉県,東京都,神奈川県,新潟県,富山県,石川県,福井県,山梨県,長野県,"
                            + "岐阜県,静岡県,愛知県,三重県,滋賀県,京都府,大阪府,兵庫県,奈良県,和歌山県,鳥取県,島根県,岡山県,広島県,山口県,徳島県,香川県,愛媛県,高知県,"
                            + "福岡県,佐賀県,長崎県,熊本県,大分県,宮崎県,鹿児島県,沖縄県")
                    .split(","));
    private static final ImmutableList<String> ROMAN = Lists.immutable.of(
            ("hokkaido,aomori,iwate,miyagi,akita,yamagata,fukushima,ibaraki,tochigi,gunma,saitama,chiba,tokyo,kanagawa,"
                            + "niigata,toyama,ishikawa,fukui,yamanashi,nagano,gifu,shizuoka,aichi,mie,shiga,kyoto,osaka,"
                            + "hyogo,nara,wakayama,tottori,shimane,okayama,hiroshima,yamaguchi,tokushima,kagawa,ehime,"
                            + "kochi,fukuoka,saga,nagasaki,kumamoto,oita,miyazaki,kagoshima,okinawa")
                    .split(","));

    private Prefectures() {}

    /** The JIS code of a prefecture by its code or name. */
    static String code(String text) {
        if (text.matches("\\d{1,2}")) {
            return text.length() == 1 ? "0" + text : text;
        }
        int index = NAMES.detectIndex(name -> name.startsWith(text));
        if (index < 0) {
            index = ROMAN.indexOf(text.toLowerCase(Locale.ROOT));
        }
        if (index < 0) {
            throw new UnsupportedCaseException("prefecture " + text);
        }
        return index < 9 ? "0" + (index + 1) : String.valueOf(index + 1);
    }
}
