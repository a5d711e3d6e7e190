package dev.erpkit.accounting.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The snippets of terms, credit and dunning are the very lines that tests run. */
class PackageSnippetsTest {
    @ParameterizedTest
    @CsvSource({
        "terms, PaymentTermsTest",
        "terms/japan, ClosingDayTermsTest",
        "credit, CreditServiceTest",
        "dunning, DunningServiceTest"
    })
    void the_snippet_is_run(String folder, String test) throws IOException {
        String room = "java/dev/erpkit/accounting/" + folder + "/";
        String shown = between(read("src/main/" + room + "package-info.java"), "{@code\n", " * }</pre>")
                .replace(" * ", "");
        String run = between(read("src/test/" + room + test + ".java"), "// begin\n", "// end");
        assertThat(plain(shown)).isNotEmpty().isEqualTo(plain(run));
    }

    private static String read(String path) throws IOException {
        return Files.readString(Path.of(path));
    }

    /** Without line breaks and indentation, which formatting changes. */
    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
