package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.crm.matching.CardMaker;
import dev.erpkit.crm.matching.DuplicateFinder;
import dev.erpkit.crm.matching.Folding;
import dev.erpkit.crm.matching.MatchCard;
import dev.erpkit.crm.matching.MatchModel;
import dev.erpkit.crm.matching.Similarity;
import dev.erpkit.crm.matching.japan.JapaneseFolding;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import dev.erpkit.testkit.generate.CustomerArbitraries;
import dev.erpkit.testkit.generate.TextArbitraries;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reference section 3, party and merge: duplicates are a symmetric relation, folding is idempotent. */
class MatchInvariantProperties {
    private static final CardMaker CARDS = new CardMaker(JapaneseFolding.INSTANCE, LibPhoneNumbers.in("JP"));

    @Provide
    Arbitrary<List<PartyProfile>> profiles() {
        return CustomerArbitraries.nearDuplicates();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> japanese = Arbitraries.of(
                        "株式会社",
                        "㈱",
                        "(株)",
                        "カ)",
                        "(カ",
                        "一",
                        "十",
                        "三",
                        "丁目",
                        "番地",
                        "の",
                        "ノ",
                        "号",
                        "-",
                        "ー",
                        "ｶﾞ",
                        "が",
                        "1",
                        "２",
                        "〒100-0005",
                        " ",
                        "　",
                        "髙",
                        "A",
                        "é",
                        "Ltd",
                        "GmbH",
                        "İ",
                        "ﬀ",
                        "a",
                        "・",
                        "（",
                        "）")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(japanese, TextArbitraries.texts(20));
    }

    @Property(tries = 500)
    void duplicates_are_a_symmetric_relation(@ForAll("profiles") List<PartyProfile> profiles) {
        ImmutableList<MatchCard> cards = Lists.immutable.withAll(profiles).collect(CARDS::card);
        for (MatchModel model : Lists.immutable.of(MatchModel.standard(), MatchModel.leads())) {
            DuplicateFinder finder = new DuplicateFinder(model);
            cards.forEach(finder::add);
            assertThat(MatchInvariants.scoresAreSymmetric(model, cards)).isEmpty();
            assertThat(MatchInvariants.copiesScoreHighest(model, cards)).isEmpty();
            assertThat(MatchInvariants.relationIsSymmetric(finder, cards)).isEmpty();
        }
    }

    @Property(tries = 1000)
    void folding_what_is_folded_changes_nothing(@ForAll("texts") String text) {
        assertThat(MatchInvariants.foldingIsIdempotent(JapaneseFolding.INSTANCE, text))
                .isEmpty();
        assertThat(MatchInvariants.foldingIsIdempotent(Folding.plain(), text)).isEmpty();
    }

    @Property(tries = 500)
    void similarity_is_symmetric_and_of_equal_texts_whole(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(Similarity.jaroWinkler(one, other)).isEqualTo(Similarity.jaroWinkler(other, one));
        assertThat(Similarity.levenshtein(one, other)).isEqualTo(Similarity.levenshtein(other, one));
        assertThat(Similarity.jaccard(one, other)).isEqualTo(Similarity.jaccard(other, one));
        assertThat(Similarity.jaroWinkler(one, one).isWhole()).isTrue();
        assertThat(Similarity.levenshtein(one, other))
                .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
        int common = Similarity.longestCommonSubsequence(one, other);
        assertThat(common).isEqualTo(Similarity.longestCommonSubsequence(other, one));
        assertThat(Similarity.levenshtein(one, other)).isLessThanOrEqualTo(one.length() + other.length() - 2 * common);
    }
}
