package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Test;

/**
 * Cases beside the shipped ones: other numbers, options and neighbouring shapes, written as somebody else would who reads the
 * tests of the same peers. Their figures were worked out by hand, from the statutory tables and by small programs apart from the
 * library, or were published with other programs. Each passes, and with any one of its expected figures changed none does.
 */
class NeighbouringFilesTest {
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*| .*)?");
    private static final int DATE_LENGTH = 10;
    /** Names what must not be there, or says more exactly what another figure says. */
    private static final ImmutableSet<String> NO_FIGURES = Sets.immutable.of("not_a_holiday", "forbidden", "after");

    private static final ImmutableList<CaseFile> BOOKS = cases("accounting");
    private static final ImmutableList<CaseFile> GOODS = cases("inventory");
    private static final ImmutableList<CaseFile> PEOPLE = cases("hr");
    private static final ImmutableList<CaseFile> CUSTOMERS = cases("crm");

    private static ImmutableList<CaseFile> cases(String folder) {
        try {
            return CaseFile.readAll(
                    Path.of(Objects.requireNonNull(NeighbouringFilesTest.class.getResource("neighbouring/" + folder))
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass(ImmutableList<CaseFile> cases) {
        assertThat(cases).isNotEmpty();
        CaseReport report = new CaseRunner().run(cases);
        assertThat(report.with(Verdict.FAILED)).isEmpty();
        assertThat(report.with(Verdict.UNSUPPORTED)).isEmpty();
        assertThat(report.with(Verdict.PASSED)).hasSameSizeAs(cases);
    }

    /** Where a case passes although another figure, date or verdict is expected there. */
    private static ImmutableList<String> unchecked(ImmutableList<CaseFile> cases) {
        MutableList<String> found = Lists.mutable.empty();
        CaseRunner runner = new CaseRunner();
        for (CaseFile one : cases) {
            MutableList<JsonPointer> leaves = Lists.mutable.empty();
            leaves(JsonPointer.empty(), one.expect(), leaves);
            for (JsonPointer leaf : leaves) {
                JsonNode other = with(one.expect(), leaf);
                CaseFile wrong = new CaseFile(one.id(), one.topic(), one.year(), one.given(), one.when(), other);
                if (runner.run(wrong).verdict() == Verdict.PASSED) {
                    found.add(one.id() + leaf);
                }
            }
        }
        return found.toImmutable();
    }

    private static void leaves(JsonPointer at, JsonNode node, MutableList<JsonPointer> leaves) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(at.appendIndex(i), node.get(i), leaves);
            }
        } else if (node.isObject()) {
            Lists.immutable
                    .fromStream(node.propertyStream().map(Map.Entry::getKey))
                    .reject(NO_FIGURES::contains)
                    .forEach(name -> leaves(at.appendProperty(name), node.get(name), leaves));
        } else if (!node.isTextual()
                || FIGURE.matcher(node.asText()).matches()
                || DATE.matcher(node.asText()).matches()) {
            leaves.add(at);
        }
    }

    private static JsonNode with(JsonNode expect, JsonPointer leaf) {
        if (leaf.matches()) {
            return other(expect);
        }
        JsonNode copy = expect.deepCopy();
        JsonNode parent = copy.at(leaf.head());
        JsonPointer last = leaf.last();
        if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), other(array.get(last.getMatchingIndex())));
        } else if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), other(object.get(last.getMatchingProperty())));
        }
        return copy;
    }

    private static JsonNode other(JsonNode value) {
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().add(BigDecimal.ONE).negate());
        }
        if (value.isNull()) {
            return DecimalNode.valueOf(BigDecimal.TEN);
        }
        String text = value.asText();
        if (FIGURE.matcher(text).matches()) {
            return TextNode.valueOf(
                    new BigDecimal(text).add(BigDecimal.ONE).negate().toPlainString());
        }
        // by more than a day: the end of a time is written with its last day or with the day after
        LocalDate later = LocalDate.parse(text.substring(0, DATE_LENGTH)).plusDays(40);
        return TextNode.valueOf(later + text.substring(DATE_LENGTH));
    }

    @Test
    void cases_of_books_pass() {
        pass(BOOKS);
    }

    @Test
    void cases_of_goods_pass() {
        pass(GOODS);
    }

    @Test
    void cases_of_people_pass() {
        pass(PEOPLE);
    }

    @Test
    void cases_of_customers_pass() {
        pass(CUSTOMERS);
    }

    @Test
    void no_case_passes_with_another_expectation() {
        assertThat(unchecked(BOOKS)).isEmpty();
        assertThat(unchecked(GOODS)).isEmpty();
        assertThat(unchecked(PEOPLE)).isEmpty();
        assertThat(unchecked(CUSTOMERS)).isEmpty();
    }

    @Test
    void no_shipped_case_passes_with_another_expectation() {
        assertThat(unchecked(ShippedCases.accounting())).isEmpty();
        assertThat(unchecked(ShippedCases.hr())).isEmpty();
        assertThat(unchecked(ShippedCases.crm())).isEmpty();
    }

    @Test
    void a_date_in_words_ends_one_case_and_not_the_run() {
        CaseReport report =
                new CaseRunner().run(PEOPLE.take(2).newWith(inWords()).newWithAll(CUSTOMERS.take(2)));
        assertThat(report.with(Verdict.UNSUPPORTED).collect(CaseReport.Result::id))
                .containsExactly("in-words");
        assertThat(report.with(Verdict.PASSED)).hasSize(4);
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
        CaseReader knows =
                current -> current.differences().number(current.expect().at("fx_gain"), 1);
        CaseFile bare = new CaseFile("x", "x", 0, MissingNode.getInstance(), odd.when(), odd.expect());
        assertThat(new CaseRunner(Lists.immutable.of(stumbles, knows)).run(bare).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(new CaseRunner(Lists.immutable.of(stumbles)).run(bare).verdict())
                .isEqualTo(Verdict.UNSUPPORTED);
    }

    private static CaseFile inWords() {
        String json = "{'id':'in-words','topic':'jp.leave.grant','year':2026,'given':{'hired':'the first of April',"
                + "'grant_index':2,'weekly_days':5,'weekly_hours':40},'expect':{'days':12}}";
        return CaseFile.read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
