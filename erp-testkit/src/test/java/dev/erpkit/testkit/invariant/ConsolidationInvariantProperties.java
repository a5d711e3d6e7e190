package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.consolidation.Consolidation;
import dev.erpkit.accounting.consolidation.ConsolidationFacts;
import dev.erpkit.accounting.consolidation.FrozenMember;
import dev.erpkit.accounting.consolidation.GroupRow;
import dev.erpkit.accounting.consolidation.TranslatedMember;
import dev.erpkit.accounting.consolidation.TranslationProof;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.testkit.generate.GroupArbitraries;
import dev.erpkit.testkit.generate.GroupArbitraries.Sample;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Invariant 40: group = members + eliminations + translation difference; the difference is proved; nothing is absorbed. */
class ConsolidationInvariantProperties {
    @Provide
    Arbitrary<Sample> groups() {
        return GroupArbitraries.groups();
    }

    @Provide
    Arbitrary<Sample> equalRates() {
        return GroupArbitraries.groupsAtEqualRates();
    }

    @Provide
    Arbitrary<Sample> single() {
        return GroupArbitraries.single();
    }

    @Property(tries = 300)
    void a_group_is_its_members_and_entries_and_its_differences_are_proved(@ForAll("groups") Sample sample) {
        Consolidation figures = sample.outcome().orElseThrow();
        assertThat(ConsolidationInvariants.groupIsTheSum(figures)).isEmpty();
        assertThat(ConsolidationInvariants.differencesAreProved(figures)).isEmpty();
        assertThat(ConsolidationInvariants.differencesAreReported(figures)).isEmpty();
        assertThat(figures.members().collect(m -> m.proof().unexplained()).distinct())
                .containsOnly(Rational.ZERO);
    }

    @Property(tries = 200)
    void equal_rates_leave_no_difference(@ForAll("equalRates") Sample sample) {
        Consolidation figures = sample.outcome().orElseThrow();
        assertThat(figures.members().collect(TranslatedMember::differenceMinor).distinct())
                .containsOnly(0L);
        assertThat(ConsolidationInvariants.equalRatesLeaveNothing(figures)).isEmpty();
    }

    @Property(tries = 100)
    void a_company_alone_is_its_group(@ForAll("single") Sample sample) {
        Consolidation figures = sample.outcome().orElseThrow();
        assertThat(ConsolidationInvariants.oneMemberIsItsGroup(
                        figures, sample.facts().books().getOnly()))
                .isEmpty();
    }

    /** The order in which books and facts come makes no difference. */
    @Property(tries = 100)
    void figures_do_not_depend_on_the_order_of_facts(@ForAll("groups") Sample sample) {
        Sample turned = new Sample(
                sample.group(),
                sample.chart(),
                sample.period(),
                ConsolidationFacts.of(sample.facts().books().toReversed())
                        .intercompany(sample.facts().intercompany().toReversed()),
                sample.policy(),
                sample.rates());
        assertThat(turned.outcome().orElseThrow().rows().collect(GroupRow::minor))
                .isEqualTo(sample.outcome().orElseThrow().rows().collect(GroupRow::minor));
        assertThat(turned.outcome().orElseThrow().freeze("g"))
                .isEqualTo(sample.outcome().orElseThrow().freeze("g"));
    }

    @Test
    void each_invariant_tells_a_group_that_breaks_it() {
        Sample sample = GroupArbitraries.groups()
                .filter(s -> s.outcome().orElseThrow().rows().size() > 3)
                .sample();
        Consolidation sound = sample.outcome().orElseThrow();
        GroupRow first = sound.rows().getFirst();
        GroupRow wrong = new GroupRow(first.account(), first.members(), first.eliminations(), first.minor() + 1);
        assertThat(ConsolidationInvariants.groupIsTheSum(
                        with(sound, sound.rows().newWith(wrong))))
                .isNotEmpty();
        TranslatedMember member = sound.members().getFirst();
        TranslatedMember unproved = new TranslatedMember(
                member.member(),
                member.share(),
                member.cells(),
                member.closingRate(),
                new TranslationProof(1, Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO, 0));
        Consolidation claimed = new Consolidation(
                sound.period(),
                sound.currency(),
                Lists.immutable.of(unproved),
                sound.entries(),
                sound.unmatched(),
                sound.withoutAcquisition(),
                sound.rows(),
                Lists.immutable.<FrozenMember>empty());
        assertThat(ConsolidationInvariants.differencesAreProved(claimed)).isNotEmpty();
    }

    private static Consolidation with(Consolidation sound, ImmutableList<GroupRow> rows) {
        return new Consolidation(
                sound.period(),
                sound.currency(),
                sound.members(),
                sound.entries(),
                sound.unmatched(),
                sound.withoutAcquisition(),
                rows,
                sound.frozenMembers());
    }
}
