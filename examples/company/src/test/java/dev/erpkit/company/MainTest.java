package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "--folder x, unknown argument --folder",
        "x, unknown argument x",
        "--dir, --dir needs a folder behind it",
        "--dir a b, unknown argument b"
    })
    void a_wrong_command_line_is_told_with_the_usage(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("company: " + message + "\nUsage: ");
        assertThat(out.size()).isZero();
    }

    @Test
    void no_arguments_are_told_what_is_missing() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--dir");
    }

    @Test
    void help_is_no_error() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ");
        assertThat(err.size()).isZero();
    }

    @Test
    void a_folder_that_is_a_file_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        assertThat(run("--dir", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("company: the books in " + file + " cannot be kept: it is a file, not a folder\n");
        assertThat(run("--dir", "a\0b")).isEqualTo(1);
    }

    @Test
    void a_database_that_is_none_is_told() throws IOException {
        Files.writeString(folder.resolve("books.mv.db"), "not a database");
        assertThat(run("--dir", folder.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("company: the books in " + folder);
    }
}
