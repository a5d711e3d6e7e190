package dev.erpkit.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... args) {
        return Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void file(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }

    private static String unmatch(String id, String open) {
        return "{'id':'" + id + "','given':{'total':'220.00','paid':'220.00'},'when':['remove the reconciliation'],"
                + "'expect':{'invoice_state':'open','open':'" + open + "'}}";
    }

    @Test
    void a_folder_of_cases_is_summed_up_with_what_did_not_pass() throws IOException {
        file("a.json", unmatch("good", "220"));
        file("b.json", "{'id':'odd','given':{'x':'1'},'when':['do something'],'expect':{'y':'2'}}");
        assertEquals(0, run(folder.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8)
                .startsWith("passed 1, failed 0, unsupported 1\nunsupported odd: "));
    }

    @Test
    void a_figure_that_differs_fails_the_run() throws IOException {
        file("a.json", unmatch("bad", "219.99"));
        assertEquals(1, run(folder.toString()));
        assertTrue(
                out.toString(StandardCharsets.UTF_8).contains("failed bad: expect.open: expected 219.99, got 220.00"));
    }

    @Test
    void an_expected_field_that_nobody_checks_is_unsupported_and_never_passed() throws IOException {
        file("a.json", unmatch("more", "220").replace("'open':'220'", "'open':'220','colour':'blue'"));
        assertEquals(0, run(folder.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("passed 0, failed 0, unsupported 1"));
    }

    @Test
    void wrong_use_is_told_apart_from_failing_cases() throws IOException {
        assertEquals(2, run());
        assertEquals(2, run(folder.resolve("nowhere").toString()));
        file("a.json", "{ not json");
        assertEquals(2, run(folder.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("usage: cases DIR"));
    }
}
