package dev.erpkit.crm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
    /** Figures of commons-text's tests (Apache-2.0), as exact fractions. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 1",
        "foo, foo, 1",
        "frog, fog, 37/40",
        "fly, ant, 0",
        "elephant, hippo, 53/120",
        "ABC Corporation, ABC Corp, 68/75",
        "aaabcd, aaacdb, 113/120"
    })
    void names_are_alike_by_jaro_and_winkler(String one, String other, String similarity) {
        assertThat(Similarity.jaroWinkler(one, other)).isEqualTo(Rational.parse(similarity));
        assertThat(Similarity.jaroWinkler(other, one)).isEqualTo(Rational.parse(similarity));
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0, 0", "elephant, hippo, 7, 1", "frog, fog, 1, 3", "hippo, elephant, 7, 1", "a, '', 1, 0"})
    void texts_are_some_steps_apart(String one, String other, int steps, int common) {
        assertThat(Similarity.levenshtein(one, other)).isEqualTo(steps);
        assertThat(Similarity.longestCommonSubsequence(one, other)).isEqualTo(common);
    }

    @Test
    void sets_of_characters_and_counts_of_words() {
        assertThat(Similarity.jaccard("left", "right")).isEqualTo(Rational.of(1, 8));
        assertThat(Similarity.jaccard("", "")).isEqualTo(Rational.ONE);
        assertThat(Similarity.cosine(
                        Lists.immutable.of("the", "house"), Lists.immutable.of("da", "house"), MathContext.DECIMAL64))
                .isEqualByComparingTo(new BigDecimal("0.5"));
    }

    @Test
    void a_field_weighs_what_its_agreement_tells() {
        FellegiSunter.Evidence same = new FellegiSunter.Evidence(true, Rational.parse("0.9"), Rational.parse("0.01"));
        FellegiSunter.Evidence other = new FellegiSunter.Evidence(false, Rational.parse("0.95"), Rational.parse("0.2"));
        assertThat(same.weight()).isEqualTo(64_919);
        assertThat(other.weight()).isEqualTo(-40_000);
        assertThat(FellegiSunter.posterior(Rational.parse("0.001"), Lists.immutable.of(same, other)))
                .isEqualTo(Rational.of(5, 893));
        assertThatThrownBy(() -> new FellegiSunter.Evidence(true, Rational.ONE, Rational.parse("0.1")))
                .hasMessageContaining("match.probability");
    }
}
