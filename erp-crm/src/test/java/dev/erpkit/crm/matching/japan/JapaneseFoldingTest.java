package dev.erpkit.crm.matching.japan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.party.japan.RegistrationNumber;
import dev.erpkit.crm.matching.Folding;
import dev.erpkit.crm.party.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseFoldingTest {
    private static final Folding FOLDING = JapaneseFolding.INSTANCE;

    @ParameterizedTest
    @ValueSource(strings = {"株式会社やまだ商事", "㈱ヤマダ商事", "ﾔﾏﾀﾞ商事 (株)", "ヤマダ商事（株）", "やまだ商事㍿", "カ)ヤマダ商事", "ヤマダ商事(カ"})
    void legal_forms_and_widths_of_a_company_do_not_count(String name) {
        assertThat(FOLDING.organisation(name)).isEqualTo("ヤマダ商事");
    }

    @ParameterizedTest
    @CsvSource({"髙橋 太郎, 高橋太郎", "山﨑　花子, 山崎花子", "渡邉ひろし, 渡辺ヒロシ", "𠮷田, 吉田", "Suzuki Ichirō, suzukiichiro"})
    void variants_in_names_do_not_count(String written, String folded) {
        assertThat(FOLDING.person(written)).isEqualTo(folded);
    }

    @Test
    void a_reading_is_katakana() {
        assertThat(FOLDING.reading("やまだ たろう"))
                .isEqualTo(FOLDING.reading("ﾔﾏﾀﾞ ﾀﾛｳ"))
                .isEqualTo("ヤマダタロウ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "東京都千代田区丸の内一丁目九番二号",
                "東京都千代田区丸の内１丁目９番地２号",
                "東京都千代田区丸の内1-9-2",
                "〒100-0005 東京都千代田区丸の内１－９－２",
                "東京都 千代田区 丸の内1丁目9番地の2"
            })
    void an_address_counts_by_its_numbers(String address) {
        assertThat(FOLDING.address(address)).isEqualTo("東京都千代田区丸ノ内1-9-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"株式会社", "", "(株)(株)", "二十三番地", "ヴ", "İ", "ﬁ㈱ A-1-", "ー"})
    void folding_what_is_folded_changes_nothing(String text) {
        for (Folding folding : new Folding[] {FOLDING, Folding.plain()}) {
            assertThat(folding.organisation(folding.organisation(text))).isEqualTo(folding.organisation(text));
            assertThat(folding.address(folding.address(text))).isEqualTo(folding.address(text));
            assertThat(folding.person(folding.person(text))).isEqualTo(folding.person(text));
        }
    }

    @Test
    void who_is_called_by_a_legal_form_keeps_a_name() {
        assertThat(FOLDING.organisation("株式会社")).isEqualTo("株式会社");
        assertThat(Folding.plain().organisation("Ltd.")).isEqualTo("ltd");
        assertThat(Folding.plain().organisation("Müller & Söhne GmbH & Co. KG")).isEqualTo("muller sohne");
    }

    @Test
    void a_registration_number_finds_the_corporation() {
        assertThat(JapaneseIdentifiers.of(RegistrationNumber.parse("T7123456789012")))
                .containsExactly(
                        new Identifier("jp-registration-number", "T7123456789012"),
                        new Identifier("jp-corporate-number", "7123456789012"));
        assertThat(JapaneseIdentifiers.of(RegistrationNumber.parse("T1234567890123")))
                .hasSize(1);
    }
}
