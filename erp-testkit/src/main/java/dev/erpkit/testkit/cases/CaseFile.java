package dev.erpkit.testkit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * One worked case.
 *
 * @param id its name
 * @param topic what it is about
 * @param year the year whose law it is about, 0 when it is about none
 * @param given the facts
 * @param when what happens, step by step
 * @param expect the figures and outcomes
 */
public record CaseFile(String id, String topic, int year, JsonNode given, ImmutableList<String> when, JsonNode expect) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The case in a JSON document; what is missing is empty. */
    public static CaseFile of(JsonNode json) {
        MutableList<String> when = Lists.mutable.empty();
        JsonNode steps = json.path("when");
        if (steps.isTextual()) {
            when.add(steps.asText());
        }
        steps.forEach(step -> when.add(step.isValueNode() ? step.asText() : step.toString()));
        return new CaseFile(
                json.path("id").asText("without id"),
                json.path("topic").asText(""),
                json.path("year").asInt(0),
                json.path("given"),
                when.toImmutable(),
                json.path("expect"));
    }

    /** The case in a stream. */
    public static CaseFile read(InputStream in) {
        return readAll(in).getOnly();
    }

    /** The cases in a stream: one case, or a list of cases. */
    public static ImmutableList<CaseFile> readAll(InputStream in) {
        try {
            return all(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All cases in the JSON files of a folder and the folders below it, in the order of their paths. A file may hold one
     * case, or a list of cases.
     */
    public static ImmutableList<CaseFile> readAll(Path folder) {
        MutableList<CaseFile> cases = Lists.mutable.empty();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                cases.addAllIterable(all(JSON.readTree(file.toFile())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases.toImmutable();
    }

    private static ImmutableList<CaseFile> all(JsonNode json) {
        JsonNode list = json.isArray() ? json : json.path("cases");
        return list.isArray() ? Lists.immutable.ofAll(list).collect(CaseFile::of) : Lists.immutable.of(of(json));
    }
}
