package dev.erpkit.hr.japan.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.BankAccount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class ZenginFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 25);
    private static final ZenginOrderer ORDERER =
            new ZenginOrderer("123", "カ)ヤマダショウジ", "0001", "ミズホ", "001", "トウキョウ", "1", "1234567");
    private static final BankAccount ACCOUNT = ZenginAccounts.of("0009", "123", "1", "0012345", "さとう はなこ");

    private static CreditTransfer transfer(BankAccount account, String amount, String currency) {
        return new CreditTransfer("2026-05/e-1", PartyId.of("e-1"), account, Amounts.of(amount, currency));
    }

    private static Outcome<ZenginFile> file(CreditTransfer... transfers) {
        return ZenginFile.of(ORDERER, ZenginFile.Kind.SALARY, DAY, Lists.immutable.of(transfers));
    }

    private static void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    @Test
    void the_records_are_those_of_the_layout() {
        ZenginFile file = file(transfer(ACCOUNT, "250000", "JPY"), transfer(ACCOUNT, "1", "JPY"))
                .orElseThrow();
        String header = "1110" + "0000000123" + "ｶ)ﾔﾏﾀﾞｼﾖｳｼﾞ" + " ".repeat(29) + "0525" + "0001" + "ﾐｽﾞﾎ"
                + " ".repeat(11) + "001" + "ﾄｳｷﾖｳ" + " ".repeat(10) + "1" + "1234567" + " ".repeat(17);
        String data = "2" + "0009" + " ".repeat(15) + "123" + " ".repeat(15) + "0000" + "1" + "0012345" + "ｻﾄｳ ﾊﾅｺ"
                + " ".repeat(23) + "0000250000" + "0" + "0".repeat(20) + " ".repeat(9);
        assertThat(file.records().get(0)).isEqualTo(header).hasSize(120);
        assertThat(file.records().get(1)).isEqualTo(data).hasSize(120);
        assertThat(file.records().get(3)).isEqualTo("8" + "000002" + "000000250001" + " ".repeat(101));
        assertThat(file.records().get(4)).isEqualTo("9" + " ".repeat(119));
        assertThat(file.bytes()).hasSize(5 * 122);
    }

    @Test
    void bytes_are_half_width_and_read_back() {
        ZenginFile file = file(transfer(ACCOUNT, "250000", "JPY")).orElseThrow();
        byte[] bytes = file.bytes();
        assertThat(bytes[14]).isEqualTo((byte) 0xB6);
        assertThat(ZenginFile.read(bytes, 2026)).isEqualTo(file);
        String plain = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "");
        assertThat(ZenginFile.read(plain.getBytes(StandardCharsets.ISO_8859_1), 2026))
                .isEqualTo(file);
        assertThat(file.toString() + file.transfers()).doesNotContain("250000", "0012345");
    }

    @Test
    void a_file_that_was_changed_is_not_read() {
        byte[] bytes = file(transfer(ACCOUNT, "250000", "JPY")).orElseThrow().bytes();
        byte[] more = bytes.clone();
        more[122 + 88] = '9';
        assertThatThrownBy(() -> ZenginFile.read(more, 2026)).hasMessageContaining("zengin.totals");
        byte[] cut = new byte[122 * 3];
        System.arraycopy(bytes, 0, cut, 0, cut.length);
        assertThatThrownBy(() -> ZenginFile.read(cut, 2026)).hasMessageContaining("zengin.records");
        byte[] kind = bytes.clone();
        kind[1] = '9';
        assertThatThrownBy(() -> ZenginFile.read(kind, 2026)).hasMessageContaining("zengin.kind");
        byte[] day = bytes.clone();
        day[54] = '2';
        assertThatThrownBy(() -> ZenginFile.read(day, 2026)).hasMessageContaining("zengin.day");
        byte[] letter = bytes.clone();
        letter[122 + 88] = 'X';
        assertThatThrownBy(() -> ZenginFile.read(letter, 2026)).hasMessageContaining("record.not-a-number");
    }

    @Test
    void what_cannot_be_sent_is_refused_as_a_whole() {
        CreditTransfer sound = transfer(ACCOUNT, "1", "JPY");
        refused(file(), "bank-file.empty");
        refused(file(sound, transfer(ACCOUNT, "1", "USD")), "bank-file.currency");
        refused(file(sound, transfer(ACCOUNT, "10000000000", "JPY")), "bank-file.amount");
        Outcome<ZenginFile> kanji =
                file(sound, transfer(ZenginAccounts.of("0009", "123", "1", "0012345", "佐藤 花子"), "1", "JPY"));
        refused(kanji, "bank-file.account");
        assertThat(kanji.refusal().orElseThrow().facts().get("check")).isEqualTo("zengin.holder");
        assertThat(kanji.refusal().orElseThrow().toString()).doesNotContain("佐藤", "0012345");
        Outcome<ZenginFile> savings =
                file(transfer(ZenginAccounts.of("0009", "123", "4", "0012345", "サトウ"), "1", "JPY"));
        assertThat(savings.refusal().orElseThrow().facts().get("check")).isEqualTo("zengin.salary-type");
        assertThatThrownBy(() -> transfer(ACCOUNT, "0", "JPY")).hasMessageContaining("transfer.amount");
        assertThatThrownBy(() -> new CreditTransfer("", PartyId.of("e"), ACCOUNT, Amounts.of("1", "JPY")))
                .hasMessageContaining("transfer.reference");
    }

    private static String check(String bank, String branch, String type, String number, String holder) {
        return ZenginAccounts.RULE
                .check(ZenginAccounts.of(bank, branch, type, number, holder))
                .orElseThrow()
                .code();
    }

    @Test
    void accounts_have_their_digits() {
        assertThat(check("001", "001", "1", "1234567", "ア")).isEqualTo("zengin.bank");
        assertThat(check("0001", "1", "1", "1234567", "ア")).isEqualTo("zengin.branch");
        assertThat(check("0001", "001", "3", "1234567", "ア")).isEqualTo("zengin.type");
        assertThat(check("0001", "001", "1", "123456", "ア")).isEqualTo("zengin.number");
        assertThat(check("0001", "001", "1", "1234567", "ガ".repeat(16)))
                .as("32 half-width letters")
                .isEqualTo("zengin.holder");
        assertThatThrownBy(() -> new ZenginOrderer("x", "ア", "0001", "", "001", "", "1", "1234567"))
                .hasMessageContaining("zengin.orderer-number");
        assertThatThrownBy(() -> new ZenginOrderer("1", "山田", "0001", "", "001", "", "1", "1234567"))
                .hasMessageContaining("zengin.orderer-name");
    }

    @Test
    void names_become_half_width_kana() {
        assertThat(HalfWidthKana.of("ガッコウ・ヲヴパーティー")).contains("ｶﾞﾂｺｳ.ｵｳﾞﾊﾟ-ﾃｲ-");
        assertThat(HalfWidthKana.of("Brown（株）")).as("a kanji in brackets").isEmpty();
        assertThat(HalfWidthKana.of("ｱﾞ ￥１「ａ」")).contains("ｱﾞ ¥1｢A｣");
        assertThat(HalfWidthKana.of("é")).isEmpty();
    }
}
