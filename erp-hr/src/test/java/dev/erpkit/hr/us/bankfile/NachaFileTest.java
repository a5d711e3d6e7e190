package dev.erpkit.hr.us.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.BankAccount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class NachaFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 29);
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 5, 27, 9, 5);
    private static final NachaOriginator ORIGINATOR =
            new NachaOriginator("021000021", "FIRST BANK", "1123456789", "ACME INC");
    private static final BankAccount CHECKING = AchAccounts.of("011401533", "checking", "0012345", "John Brown");
    private static final BankAccount SAVINGS = AchAccounts.of("021000021", "savings", "98-1", "Ann O'Hara");

    private static CreditTransfer transfer(String reference, BankAccount account, String amount) {
        return new CreditTransfer(reference, PartyId.of("e-1"), account, Amounts.of(amount, "USD"));
    }

    private static Outcome<NachaFile> file(CreditTransfer... transfers) {
        return NachaFile.of(ORIGINATOR, DAY, MADE, Lists.immutable.of(transfers));
    }

    private static void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    @Test
    void the_records_are_those_of_the_layout() {
        NachaFile file = file(transfer("A1", CHECKING, "1234.56"), transfer("A2", SAVINGS, "0.01"))
                .orElseThrow();
        assertThat(file.records()).hasSize(10).allMatch(record -> record.length() == 94);
        assertThat(file.records().get(0))
                .startsWith("101 0210000211123456789" + "260527" + "0905" + "A094101" + "FIRST BANK");
        assertThat(file.records().get(2))
                .isEqualTo("622" + "01140153" + "3" + "0012345          " + "0000123456" + "A1             "
                        + "John Brown            " + "  " + "0" + "021000020000001");
        assertThat(file.records().get(3)).startsWith("632");
        assertThat(file.entryHash()).isEqualTo(1_140_153 + 2_100_002);
        assertThat(file.records().get(4)).startsWith("8220000002" + "0003240155" + "000000000000" + "000000123457");
        assertThat(file.records().get(5)).startsWith("9000001" + "000001" + "00000002" + "0003240155");
        assertThat(file.records().get(9)).isEqualTo("9".repeat(94));
    }

    @Test
    void files_read_back_and_changed_ones_do_not() {
        NachaFile file = file(transfer("A1", CHECKING, "1234.56"), transfer("A2", SAVINGS, "0.01"))
                .orElseThrow();
        assertThat(NachaFile.read(file.bytes())).isEqualTo(file);
        byte[] more = new String(file.bytes(), StandardCharsets.US_ASCII)
                .replace("0000123456", "0000923456")
                .getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> NachaFile.read(more)).hasMessageContaining("nacha.totals");
        byte[] bank = new String(file.bytes(), StandardCharsets.US_ASCII)
                .replace("62201140153", "62201140154")
                .getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> NachaFile.read(bank))
                .as("the hash sees the bank")
                .hasMessageContaining("nacha.totals");
        assertThatThrownBy(() -> NachaFile.read("x".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("nacha.records");
        byte[] day = new String(file.bytes(), StandardCharsets.US_ASCII)
                .replace("260529", "261329")
                .getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> NachaFile.read(day)).hasMessageContaining("nacha.day");
    }

    @Test
    void ten_records_need_no_filling_and_eleven_do() {
        CreditTransfer[] six = new CreditTransfer[6];
        for (int i = 0; i < 6; i++) {
            six[i] = transfer("A" + i, CHECKING, "1");
        }
        assertThat(file(six).orElseThrow().records()).hasSize(10);
        assertThat(file(six).orElseThrow().records().getLast()).startsWith("9000001000001");
        CreditTransfer[] seven =
                Lists.immutable.of(six).newWith(transfer("A7", CHECKING, "1")).toArray(new CreditTransfer[7]);
        assertThat(file(seven).orElseThrow().records()).hasSize(20);
        assertThat(file(seven).orElseThrow().records().get(10)).startsWith("9000001000002");
    }

    @Test
    void what_cannot_be_sent_is_refused_as_a_whole() {
        CreditTransfer sound = transfer("A1", CHECKING, "1");
        refused(file(), "bank-file.empty");
        refused(
                file(sound, new CreditTransfer("A2", PartyId.of("e"), CHECKING, Amounts.of("1", "JPY"))),
                "bank-file.currency");
        refused(file(sound, transfer("A2", CHECKING, "100000000")), "bank-file.amount");
        refused(file(sound, transfer("a reference that is too long", CHECKING, "1")), "bank-file.reference");
        Outcome<NachaFile> bad = file(sound, transfer("A2", AchAccounts.of("011401534", "checking", "1", "x"), "1"));
        refused(bad, "bank-file.account");
        assertThat(bad.refusal().orElseThrow().facts().get("check")).isEqualTo("ach.check-digit");
        assertThatThrownBy(() -> new NachaOriginator("021000022", "B", "1123456789", "A"))
                .hasMessageContaining("nacha.originator");
    }

    private static String check(String routing, String type, String number, String holder) {
        return AchAccounts.RULE
                .check(AchAccounts.of(routing, type, number, holder))
                .orElseThrow()
                .code();
    }

    @Test
    void accounts_have_their_form() {
        assertThat(check("01140153", "checking", "1", "x")).isEqualTo("ach.routing");
        assertThat(check("011401533", "giro", "1", "x")).isEqualTo("ach.type");
        assertThat(check("011401533", "savings", "1".repeat(18), "x")).isEqualTo("ach.number");
        assertThat(check("011401533", "savings", "1", "山田")).isEqualTo("ach.holder");
        assertThat(AchAccounts.RULE.check(SAVINGS)).isEmpty();
    }
}
