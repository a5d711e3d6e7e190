package dev.erpkit.crm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.matching.japan.JapaneseFolding;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.ContactPoint;
import dev.erpkit.crm.party.Identifier;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {
    private final CardMaker cards = new CardMaker(JapaneseFolding.INSTANCE, LibPhoneNumbers.in("JP"));

    private static PartyProfile taro(String id) {
        return PartyProfile.person(id, "山田　太郎")
                .add(ContactPoint.of(ContactKind.EMAIL, "Taro@Example.co.jp"))
                .add(ContactPoint.of(ContactKind.PHONE, "03-1234-5678"))
                .build();
    }

    /** The lines of the package's description. */
    @Test
    void the_first_lines_of_an_embedder() {
        ImmutableList<PartyProfile> known = Lists.immutable.of(
                taro("P-0"), PartyProfile.person("P-1", "鈴木 一郎").build());
        PartyProfile entered = PartyProfile.person("P-2", "山田太郎")
                .add(ContactPoint.of(ContactKind.PHONE, "+81 3 1234 5678"))
                .build();

        DuplicateFinder finder = new DuplicateFinder(MatchModel.standard());
        known.forEach(profile -> finder.add(cards.card(profile)));
        ImmutableList<DuplicateScore> found = finder.duplicates(cards.card(entered));

        assertThat(found).hasSize(1);
        DuplicateScore score = found.getOnly();
        assertThat(score.other(entered.party())).isEqualTo(PartyId.of("P-0"));
        assertThat(score.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(score.fields())
                .contains(
                        new FieldScore(MatchField.PERSON, Agreement.SAME, 129_658),
                        new FieldScore(MatchField.EMAIL, Agreement.UNKNOWN, 0));
        assertThat(score.weight()).isEqualTo(score.fields().sumOfLong(FieldScore::weight));
        assertThat(score.trace().render()).contains("match.PHONE").doesNotContain("1234");
    }

    @Test
    void a_score_is_the_same_both_ways_and_nobody_is_a_duplicate_of_oneself() {
        MatchCard one = cards.card(taro("A"));
        MatchCard two = cards.card(PartyProfile.person("B", "山田 花子")
                .add(ContactPoint.of(ContactKind.EMAIL, "hanako@example.co.jp"))
                .build());
        MatchModel model = MatchModel.standard();
        assertThat(DuplicateFinder.score(model, one, two)).isEqualTo(DuplicateFinder.score(model, two, one));
        assertThatThrownBy(() -> DuplicateFinder.score(model, one, one)).hasMessageContaining("match.same-party");
    }

    @Test
    void a_name_alone_is_no_duplicate_and_other_mail_and_phone_speak_against_it() {
        MatchModel model = MatchModel.standard();
        DuplicateScore namesakes = DuplicateFinder.score(
                model,
                cards.card(taro("A")),
                cards.card(PartyProfile.person("B", "山田太郎")
                        .add(ContactPoint.of(ContactKind.EMAIL, "yt@gmail.com"))
                        .add(ContactPoint.of(ContactKind.PHONE, "06-6543-2109"))
                        .build()));
        assertThat(namesakes.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(DuplicateFinder.score(
                                model,
                                cards.card(taro("A")),
                                cards.card(PartyProfile.person("B", "山田太郎").build()))
                        .verdict())
                .isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void a_public_domain_tells_nothing_a_private_one_something() {
        MatchModel model = MatchModel.leads();
        ImmutableList<MatchCard> leads = Lists.immutable
                .of("a@gmail.com", "b@gmail.com", "c@yamada.example", "d@yamada.example")
                .collect(mail -> cards.card(PartyProfile.organisation(mail, mail.substring(0, 1))
                        .add(ContactPoint.of(ContactKind.EMAIL, mail))
                        .build()));
        DuplicateFinder finder = new DuplicateFinder(model);
        leads.forEach(finder::add);
        assertThat(finder.pairs().collect(s -> s.first() + " " + s.second()))
                .containsExactly("c@yamada.example d@yamada.example");
    }

    @Test
    void who_was_taken_out_is_found_no_more_until_added_again() {
        DuplicateFinder finder = new DuplicateFinder(MatchModel.standard());
        finder.add(cards.card(taro("A")));
        MatchCard twin = cards.card(taro("B"));
        finder.remove(PartyId.of("A"));
        assertThat(finder.duplicates(twin)).isEmpty();
        finder.add(cards.card(taro("A")));
        assertThat(finder.duplicates(twin)).hasSize(1);
    }

    @Test
    void numbers_of_one_scheme_can_differ_those_of_two_cannot() {
        MatchCard one = cards.card(PartyProfile.organisation("A", "㈱山田")
                .add(new Identifier("jp-corporate-number", "7123456789012"))
                .build());
        MatchCard two = cards.card(PartyProfile.organisation("B", "山田株式会社")
                .add(new Identifier("vat", "DE1"))
                .build());
        MatchCard three = cards.card(PartyProfile.organisation("C", "山田株式会社")
                .add(new Identifier("jp-corporate-number", "4011001098993"))
                .build());
        MatchModel model = MatchModel.standard();
        assertThat(DuplicateFinder.score(model, one, two).verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(DuplicateFinder.score(model, one, three).verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void what_very_many_share_finds_nobody() {
        BlockingIndex index = new BlockingIndex(MatchModel.standard());
        for (int i = 0; i < 1000; i++) {
            index.add(cards.card(PartyProfile.person("P" + i, "佐藤")
                    .add(ContactPoint.of(ContactKind.EMAIL, "u" + i + "@example.jp"))
                    .build()));
        }
        MatchCard satou = cards.card(PartyProfile.person("X", "佐藤")
                .add(ContactPoint.of(ContactKind.EMAIL, "u7@example.jp"))
                .build());
        assertThat(index.candidates(satou)).containsExactly(PartyId.of("P7"));
    }

    @Test
    void who_is_added_often_is_found_and_who_is_taken_out_is_not() {
        BlockingIndex index = new BlockingIndex(MatchModel.standard());
        MatchCard satou = cards.card(PartyProfile.person("P", "佐藤").build());
        MatchCard other = cards.card(PartyProfile.person("Q", "佐藤").build());
        index.add(other);
        for (int i = 0; i < 1000; i++) {
            index.add(satou);
        }
        MatchCard asked = cards.card(PartyProfile.person("X", "佐藤").build());
        assertThat(index.candidates(asked)).containsExactly(PartyId.of("P"), PartyId.of("Q"));
        assertThat(index.candidates(satou)).containsExactly(PartyId.of("Q"));
        index.remove(PartyId.of("P"));
        assertThat(index.candidates(asked)).containsExactly(PartyId.of("Q"));
        index.add(satou);
        assertThat(index.candidates(asked)).containsExactly(PartyId.of("P"), PartyId.of("Q"));
    }

    @Test
    void weights_fall_and_thresholds_rise() {
        assertThatThrownBy(() -> new MatchModel.Weights(1, 2, 0)).hasMessageContaining("match.weights");
        MatchModel.Builder model = MatchModel.builder();
        assertThatThrownBy(() -> model.from(MatchModel.standard()).duplicate(1).build())
                .hasMessageContaining("match.thresholds");
    }
}
