package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * Cases beside the shipped ones, written as somebody else would who reads the tests of the same peers: each passes, and with any
 * one of its expected figures changed none does.
 */
class NeighbouringFilesTest {
    private static ImmutableList<CaseFile> cases(String file) {
        try (InputStream in =
                Objects.requireNonNull(NeighbouringFilesTest.class.getResourceAsStream("neighbours/" + file))) {
            return CaseFile.readAll(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void passes(ImmutableList<CaseFile> cases) {
        CaseReport report = new CaseRunner().run(cases);
        assertThat(report.with(Verdict.FAILED)).isEmpty();
        assertThat(report.with(Verdict.UNSUPPORTED)).isEmpty();
    }

    /** The case with other expectations. */
    private static CaseFile with(CaseFile file, JsonNode expect) {
        return new CaseFile(file.id(), file.topic(), file.year(), file.given(), file.when(), expect);
    }

    /** Each expected figure, or yes and no, in turn made another. */
    private static ImmutableList<CaseFile> changed(CaseFile file) {
        MutableList<CaseFile> changed = Lists.mutable.empty();
        for (int place = 0; ; place++) {
            JsonNode copy = file.expect().deepCopy();
            if (!change(copy, new int[] {place})) {
                return changed.toImmutable();
            }
            changed.add(with(file, copy));
        }
    }

    private static boolean change(JsonNode node, int[] place) {
        if (node instanceof ObjectNode object) {
            for (String name : Lists.immutable.ofAll(object::fieldNames)) {
                JsonNode child = object.get(name);
                if (name.equals("forbidden")) {
                    continue;
                }
                if (isFigure(child) && !name.equals("after") && place[0]-- == 0) {
                    object.set(name, other(child));
                    return true;
                }
                if (change(child, place)) {
                    return true;
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (isFigure(array.get(i)) && place[0]-- == 0) {
                    array.set(i, other(array.get(i)));
                    return true;
                }
                if (change(array.get(i), place)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFigure(JsonNode node) {
        return node.isBoolean() || node.isValueNode() && node.asText().matches("-?\\d+(\\.\\d+)?");
    }

    private static JsonNode other(JsonNode figure) {
        return figure.isBoolean()
                ? TextNode.valueOf(String.valueOf(!figure.asBoolean()))
                : TextNode.valueOf(
                        new BigDecimal(figure.asText()).add(BigDecimal.TEN).toPlainString());
    }

    private static ImmutableList<String> unchecked(ImmutableList<CaseFile> cases) {
        return new CaseRunner()
                .run(cases.flatCollect(NeighbouringFilesTest::changed))
                .with(Verdict.PASSED)
                .collect(CaseReport.Result::id);
    }

    @Test
    void neighbours_of_the_books_pass_and_each_figure_counts() {
        passes(cases("accounting.json"));
        assertThat(unchecked(cases("accounting.json"))).isEmpty();
    }

    @Test
    void neighbours_of_goods_pass_and_each_figure_counts() {
        passes(cases("inventory.json"));
        assertThat(unchecked(cases("inventory.json"))).isEmpty();
    }

    @Test
    void a_shape_that_a_reader_stumbles_over_stops_no_run() {
        CaseFile odd = CaseFile.readAll(new ByteArrayInputStream(
                        "{\"id\":\"x\",\"given\":{\"invoice\":{},\"rate_eur_per_usd\":\"2\",\"base\":\"USD\"},\"when\":\"pay\",\"expect\":{\"fx_gain\":\"1\"}}"
                                .getBytes(StandardCharsets.UTF_8)))
                .getOnly();
        assertThat(odd.when()).containsExactly("pay");
        assertThat(new CaseRunner().run(odd).verdict()).isEqualTo(Verdict.UNSUPPORTED);
        CaseReader stumbles = current -> {
            throw new IllegalStateException("not a shape of mine");
        };
        CaseReader knows = current -> current.differences().number(current.expect().at("fx_gain"), 1);
        CaseFile bare = new CaseFile("x", "x", 0, MissingNode.getInstance(), odd.when(), odd.expect());
        assertThat(new CaseRunner(Lists.immutable.of(stumbles, knows)).run(bare).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(new CaseRunner(Lists.immutable.of(stumbles)).run(bare).verdict())
                .isEqualTo(Verdict.UNSUPPORTED);
    }

    @Test
    void each_figure_of_the_shipped_cases_counts() {
        assertThat(unchecked(ShippedCases.accounting().toImmutable())).isEmpty();
    }
}
