package dev.erpkit.testkit.cases;

import dev.erpkit.core.party.japan.CorporateNumber;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.matching.FellegiSunter;
import dev.erpkit.crm.matching.Similarity;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import dev.erpkit.crm.party.port.PhoneNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** How alike texts and phone numbers are, and what agreement of fields is worth. */
final class MatchingReaders {
    private MatchingReaders() {}

    /** Pairs of texts; the measure is named by a fact or by the case. */
    static void similarity(Case current) {
        ImmutableList<Field> pairs = pairs(current);
        String measure = Lists.immutable
                .of("metric", "measure", "method", "algorithm")
                .collect(name -> current.given().find(name).map(Field::text))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .orElse(current.id())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        check(current, current.expect(), pairs, measure);
    }

    private static void check(Case current, Field expect, ImmutableList<Field> pairs, String measure) {
        if (expect.isObject()) {
            expect.names().forEach(name -> check(current, expect.at(name), pairs, name + " " + measure));
            return;
        }
        ImmutableList<Field> expected = expect.elements();
        if (expected.size() != pairs.size()) {
            throw new UnsupportedCaseException("pairs and figures differ in number");
        }
        expected.forEachWithIndex((field, i) -> {
            ImmutableList<Field> pair = pairs.get(i).elements();
            BigDecimal figure = figure(measure, pair.get(0).text(), pair.get(1).text());
            current.differences().near(field, figure.doubleValue());
        });
    }

    private static BigDecimal figure(String measure, String one, String other) {
        boolean distance = measure.contains("distance");
        if (measure.contains("jaro")) {
            boolean winkler = measure.contains("winkler");
            return share(winkler ? Similarity.jaroWinkler(one, other) : Similarity.jaro(one, other), distance);
        }
        if (measure.contains("jaccard")) {
            return share(Similarity.jaccard(one, other), distance);
        }
        if (measure.contains("levenshtein") || measure.contains("edit")) {
            return BigDecimal.valueOf(Similarity.levenshtein(one, other));
        }
        if (measure.contains("subsequence") || measure.contains("lcs")) {
            int common = Similarity.longestCommonSubsequence(one, other);
            return BigDecimal.valueOf(distance ? one.length() + other.length() - 2L * common : common);
        }
        if (measure.contains("cosine")) {
            BigDecimal cosine = Similarity.cosine(words(one), words(other), MathContext.DECIMAL64);
            return distance ? BigDecimal.ONE.subtract(cosine) : cosine;
        }
        throw new UnsupportedCaseException("no measure in " + measure);
    }

    private static ImmutableList<String> words(String text) {
        return Lists.immutable.of(text.split("\\W+")).reject(String::isEmpty);
    }

    private static BigDecimal share(Rational similarity, boolean distance) {
        return decimal(distance ? Rational.ONE.subtract(similarity) : similarity);
    }

    static BigDecimal decimal(Rational number) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), 18, RoundingMode.HALF_EVEN);
    }

    private static ImmutableList<Field> pairs(Case current) {
        return current.given()
                .find("pairs")
                .filter(Field::isList)
                .map(Field::elements)
                .filter(pairs -> pairs.allSatisfy(
                        pair -> pair.isList() && pair.elements().size() == 2))
                .orElseThrow(() -> new UnsupportedCaseException("no pairs"));
    }

    /** Pairs of phone numbers and how they match. */
    static void phoneMatches(Case current) {
        ImmutableList<Field> pairs = pairs(current);
        if (!current.expect().isList() || current.expect().elements().size() != pairs.size()) {
            throw new UnsupportedCaseException("pairs and matches differ in number");
        }
        PhoneNumbers phones = phones(current);
        current.expect().elements().forEachWithIndex((field, i) -> {
            ImmutableList<Field> pair = pairs.get(i).elements();
            String match = switch (phones.match(pair.get(0).text(), pair.get(1).text())) {
                case EXACT -> "EXACT";
                case NATIONAL -> "NSN";
                case SHORT_NATIONAL -> "SHORT_NSN";
                case NONE -> "NO";
                case NOT_A_NUMBER -> "NOT_A_NUMBER";
            };
            if (!field.text().matches("EXACT|NSN|SHORT_NSN|NO|NOT_A_NUMBER")) {
                throw new UnsupportedCaseException("no match of phone numbers: " + field.text());
            }
            current.differences().text(field, match);
        });
    }

    private static PhoneNumbers phones(Case current) {
        return current.given()
                .find("region")
                .or(() -> current.given().find("country"))
                .map(region -> LibPhoneNumbers.in(region.text()))
                .orElseGet(LibPhoneNumbers::anywhere);
    }

    /** Phone numbers as they are written, and their international form or whether they can exist. */
    static void phoneForms(Case current) {
        ImmutableList<Field> numbers = Lists.immutable
                .of("numbers", "phones", "raw", "number")
                .collect(name -> current.given().find(name))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .map(field -> field.isList() ? field.elements() : Lists.immutable.of(field))
                .orElseThrow(() -> new UnsupportedCaseException("no numbers"));
        if (numbers.allSatisfy(number -> number.text().matches("T?\\d{13}"))) {
            corporate(current, numbers);
            return;
        }
        PhoneNumbers phones = phones(current);
        Field expect = current.expect();
        if (expect.isObject()) {
            expect.names().forEach(name -> forms(current, expect.at(name), numbers, phones));
        } else {
            forms(current, expect, numbers, phones);
        }
    }

    /** Numbers of Japanese corporations, or those of invoices: whether their check digit fits. */
    private static void corporate(Case current, ImmutableList<Field> numbers) {
        Alias expect = new Alias(current.expect());
        Field valid = expect.need("valid", "is_valid");
        ImmutableList<Field> verdicts = valid.isList() ? valid.elements() : Lists.immutable.of(valid);
        current.differences().same(valid, verdicts.size(), numbers.size());
        verdicts.zip(numbers)
                .forEach(pair -> current.differences()
                        .same(
                                pair.getOne(),
                                pair.getOne().truth(),
                                CorporateNumber.isValid(pair.getTwo().text().replaceFirst("^T", ""))));
        expect.nothingElse();
    }

    private static void forms(Case current, Field expect, ImmutableList<Field> numbers, PhoneNumbers phones) {
        ImmutableList<Field> expected = expect.isList() ? expect.elements() : Lists.immutable.of(expect);
        if (expected.size() != numbers.size()) {
            throw new UnsupportedCaseException("numbers and forms differ in number");
        }
        expected.forEachWithIndex((field, i) -> {
            Optional<String> form = phones.international(numbers.get(i).text());
            String text = field.text();
            boolean verdict = text.equals("true") || text.equals("false");
            current.differences().text(field, verdict ? String.valueOf(form.isPresent()) : form.orElse("null"));
        });
    }

    /** Fields that agree or not, with how often they do by chance and in truth. */
    static void evidence(Case current) {
        ImmutableList<Field> fields = current.given()
                .find("fields")
                .filter(Field::isList)
                .map(Field::elements)
                .orElseThrow(() -> new UnsupportedCaseException("no fields"));
        ImmutableList<FellegiSunter.Evidence> evidence = fields.collect(field -> new FellegiSunter.Evidence(
                (field.has("agree") ? field.at("agree") : field.at("agrees")).truth(),
                Rational.of(field.at("m").decimal()),
                Rational.of(field.at("u").decimal())));
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "weights" ->
                    expected.elements()
                            .forEachWithIndex((weight, i) -> current.differences()
                                    .near(weight, evidence.get(i).weight() / 10_000.0));
                case "total", "match_weight", "weight", "sum" ->
                    current.differences().near(expected, evidence.sumOfLong(e -> e.weight()) / 10_000.0);
                case "posterior", "probability", "match_probability" ->
                    current.differences()
                            .near(
                                    expected,
                                    decimal(FellegiSunter.posterior(prior(current), evidence))
                                            .doubleValue());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static Rational prior(Case current) {
        return Rational.of(current.given().at("prior").decimal());
    }
}
