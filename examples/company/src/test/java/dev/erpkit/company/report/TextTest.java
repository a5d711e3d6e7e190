package dev.erpkit.company.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void amounts_have_thousands_apart_and_a_triangle_when_negative() {
        assertThat(Text.yen(0)).isEqualTo("0");
        assertThat(Text.yen(999)).isEqualTo("999");
        assertThat(Text.yen(-1_234_567)).isEqualTo("△1,234,567");
        assertThat(Text.amount(5, 2)).isEqualTo("0.05");
        assertThat(Text.amount(-123_456_789, 2)).isEqualTo("△1,234,567.89");
    }

    @Test
    void markup_in_text_stays_text() {
        assertThat(Text.html("<a href=\"x\">&'")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
        assertThat(Text.name("甲<乙 A&B")).isEqualTo("甲&lt;乙 <small>A&amp;B</small>");
    }

    @Test
    void name_is_japanese_then_english() {
        assertThat(Text.japanese("現金 Cash on hand")).isEqualTo("現金");
        assertThat(Text.english("現金 Cash on hand")).isEqualTo("Cash on hand");
        assertThat(Text.english("現金")).isEmpty();
        assertThat(Text.name("現金")).isEqualTo("現金");
    }
}
