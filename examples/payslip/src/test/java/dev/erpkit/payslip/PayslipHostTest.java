package dev.erpkit.payslip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayslipHostTest {
    private static final Path US = Path.of("samples", "us.json");

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

    @Test
    void what_is_wrong_is_told() throws IOException {
        assertThat(run()).satisfies(ran -> assertThat(ran.status()).isEqualTo(2));
        assertThat(run("nowhere.json").status()).isEqualTo(1);
        assertThat(runChanged("us-federal", "atlantis").err()).contains("pack: there is none called atlantis");
        assertThat(runChanged("\"payment\"", "\"paid\"").err()).contains("paid: unknown");
        assertThat(runChanged("\"9500.00\"", "\"-1\"").err()).contains("wages: must not be below zero");
        assertThat(runChanged("\"9500.00\"", "\"1.001\"").err()).contains("wages: cannot be read as AMOUNT");
        assertThat(runChanged("\"wages\"", "\"salary\"").err()).contains("salary: is no fact");
        assertThat(runChanged("2026-03-31\",\n  \"facts", "2024-03-31\",\n  \"facts").err())
                .contains("payroll.outside-coverage");
        assertThat(runChanged("    \"pay-frequency\": \"monthly\",\n", "").err())
                .contains("payroll.fact-missing", "pay-frequency");
        assertThat(runChanged("}\n}", "}").err()).contains("is no JSON");
    }

    @Test
    void a_refusal_speaks_the_language_of_the_file() throws IOException {
        Path file = folder.resolve("input.json");
        Files.writeString(file, Files.readString(US).replace("    \"pay-frequency\": \"monthly\",\n", "").replace("\"en\"", "\"ja\""));
        assertThat(run(file.toString()).err()).contains("必要な情報 pay-frequency がありません");
    }
}
