package dev.erpkit.payslip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Slot;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.SlotNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayslipHostTest {
    private static final Path US = Path.of("samples", "us.json");
    private static final Path JAPAN = Path.of("samples", "japan.json");

    @TempDir
    private Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran runChanged(String from, String to) throws IOException {
        Path file = folder.resolve("input.json");
        Files.writeString(file, Files.readString(US).replace(from, to));
        return run(file.toString());
    }

    @Test
    void the_sample_gives_a_payslip_and_explains_it() {
        Ran plain = run(US.toString());
        assertThat(plain.err()).isEmpty();
        assertThat(plain.status()).isZero();
        assertThat(plain.out()).contains("Net pay").doesNotContain("law=");
        assertThat(run(US.toString(), "--explain").out()).contains("law=IRC 3101(a)", "version 2026");
        assertThat(run(US.toString(), "--html", "--language", "ja").out()).contains("差引支給額", "<details>");
    }

    /**
     * Premiums of the case JP-SI-14-1 (standard remuneration 410,000 in Tokyo at 46), employment insurance of 5 per mille
     * of 414,000, and the tax of the case JP-WH26-KOU-350000-0, in whose row of the printed table 350,431 falls.
     */
    @Test
    void a_month_in_japan() {
        Ran plain = run(JAPAN.toString());
        assertThat(plain.err()).isEmpty();
        assertThat(plain.status()).isZero();
        assertThat(plain.out())
                .containsPattern("健康保険料 +23,513\n")
                .containsPattern("子ども・子育て支援金 +471\n")
                .containsPattern("厚生年金保険料 +37,515\n")
                .containsPattern("雇用保険料 +2,070\n")
                .containsPattern("所得税 +11,730\n")
                .containsPattern("住民税 +15,000\n")
                .containsPattern("差引支給額 +323,701\n");
        assertThat(run(JAPAN.toString(), "--explain").out())
                .contains("law=Health Insurance Act arts 156, 160, 161, 167", "law=Income Tax Act arts 183 to 189")
                .contains("version 2026-04 for premium-month 2026-04-01", "tax-base = 350431");
    }

    @Test
    void the_lines_of_japan_have_names() {
        ImmutableList<Slot> lines = JapanPack.create().slots().reject(slot -> slot.kind() == SlotKind.BASE);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            SlotNames names = SlotNames.in(locale);
            assertThat(lines)
                    .allSatisfy(
                            line -> assertThat(names.of("japan", line.name())).isNotEqualTo(line.name()));
        }
    }

    @Test
    void the_readme_tells_the_facts_of_japan() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Pack japan = JapanPack.create();
        assertThat(japan.facts()).allSatisfy(fact -> assertThat(readme).contains("`" + fact.name() + "`"));
        assertThat(japan.accumulators()).allSatisfy(sum -> assertThat(readme).contains("`" + sum.name() + "`"));
        assertThat(japan.editions()).allSatisfy(edition -> assertThat(readme).contains("`" + edition.name() + "`"));
    }

    @Test
    void what_is_wrong_is_told() throws IOException {
        assertThat(run()).satisfies(ran -> assertThat(ran.status()).isEqualTo(2));
        assertThat(run("nowhere.json").status()).isEqualTo(1);
        assertThat(runChanged("us-federal", "atlantis").err()).contains("pack: there is none called atlantis");
        assertThat(runChanged("\"payment\"", "\"paid\"").err()).contains("paid: unknown");
        assertThat(runChanged("\"9500.00\"", "\"-1\"").err()).contains("wages: must not be below zero");
        assertThat(runChanged("\"9500.00\"", "\"1.001\"").err()).contains("wages: cannot be read as AMOUNT");
        assertThat(runChanged("\"wages\"", "\"salary\"").err()).contains("salary: is no fact");
        assertThat(runChanged("2026-03-31\",\n  \"facts", "2024-03-31\",\n  \"facts")
                        .err())
                .contains("payroll.outside-coverage");
        assertThat(runChanged("    \"pay-frequency\": \"monthly\",\n", "").err())
                .contains("payroll.fact-missing", "pay-frequency");
        assertThat(runChanged("}\n}", "}").err()).contains("is no JSON");
    }

    /** Each error of a payslip for Japan by the name of what is wrong. */
    @ParameterizedTest
    @CsvSource({
        "'\"japan\"', '\"atlantis\"', pack: there is none called atlantis",
        "'\"monthly\"', '\"weekly\"', edition: payroll.unknown-edition",
        "'\"payment\": \"2026-05-25\"', '\"payment\": \"2024-05-25\"', payment: payroll.outside-coverage",
        "'\"premiumMonth\": \"2026-04\"', '\"premiumMonth\": \"2026-02\"', premiumMonth: japan.premium-month",
        "'\"premiumMonth\": \"2026-04\",', '', premiumMonth: payroll.date-missing",
        "'\"noticeYear\": 2025', '\"noticeYear\": 2026', noticeYear: japan.resident-notice-missing",
        "'\"noticeYear\": 2025', '\"noticeYear\": \"soon\"', noticeYear: is no year",
        "'\"from\": \"2026-04-01\", ', '', period.from: is missing",
        "'\"dependants\": \"0\"', '\"dependants\": \"-1\"', facts.dependants: must not be below zero",
        "'\"dependants\": \"0\",', '', facts.dependants: payroll.fact-missing",
        "'\"1980-01-01\"', '\"2030-01-01\"', facts.born: japan.birthday-in-future",
        "'\"414000\"', '\"-414000\"', facts.pay: must not be below zero",
        "'\"13\"', '\"48\"', 'facts.prefecture: must be one of 01, 02'",
        "'\"accident-insured\": \"true\",', '', facts.accident-insured: payroll.fact-missing",
        "'\"born\"', '\"officer-pay\": \"500000\", \"born\"', facts.officer-pay: japan.officer-pay"
    })
    void what_is_wrong_is_told_by_its_name(String from, String to, String told) throws IOException {
        String sample = Files.readString(JAPAN);
        assertThat(sample).contains(from);
        Path file = folder.resolve("input.json");
        Files.writeString(file, sample.replace(from, to).replace("\"language\": \"ja\"", "\"language\": \"en\""));
        Ran ran = run(file.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(told);
    }

    @Test
    void a_notice_that_is_missing_is_asked_for_by_name() throws IOException {
        Path file = folder.resolve("input.json");
        Files.writeString(file, Files.readString(JAPAN).replace(",\n    \"resident-monthly\": \"15000\"", ""));
        assertThat(run(file.toString(), "--language", "en").err())
                .contains("facts.resident-monthly: japan.resident-notice-missing");
    }

    @Test
    void a_refusal_speaks_the_language_of_the_file() throws IOException {
        Path file = folder.resolve("input.json");
        Files.writeString(
                file,
                Files.readString(US)
                        .replace("    \"pay-frequency\": \"monthly\",\n", "")
                        .replace("\"en\"", "\"ja\""));
        assertThat(run(file.toString()).err()).contains("必要な情報 pay-frequency がありません");
    }
}
