package dev.erpkit.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other tests run on the class path; here a host has the module and what it needs on the module path. */
class ModulePathTest {
    private static final List<String> NEEDED = List.of(
            "money-api",
            "moneta-core",
            "okhttp",
            "okio-jvm",
            "kotlin-stdlib",
            "annotations-",
            "jakarta.",
            "eclipse-collections",
            "hibernate-validator",
            "jboss-logging",
            "classmate",
            "jspecify");

    @Test
    void a_host_uses_the_module_from_its_module_path() throws IOException, InterruptedException {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-p",
                        modulePath(),
                        "--add-modules",
                        "dev.erpkit.core",
                        "-cp",
                        Path.of("target/test-classes").toString(),
                        Embedder.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(host.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsSubsequence(
                        "dev.erpkit.core", "USD 5.10", "元日", "goods-sold", "[amounts NotEmpty, type NotBlank]");
    }

    private static String modulePath() {
        Stream<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NEEDED.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)));
        return Stream.concat(Stream.of(Path.of("target/classes").toString()), jars)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
