package dev.erpkit.accounting.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Who holds what on which day. */
class GroupTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 7, 1);

    private static Outcome<Group> group(Holding... holdings) {
        return Group.of(
                MemberId.of("p"),
                Lists.immutable.of("p", "a", "b", "c").collect(id -> GroupMember.of(id, "JPY")),
                Lists.immutable.with(holdings));
    }

    private static RefusalCode refused(Holding... holdings) {
        return group(holdings).refusal().orElseThrow().code();
    }

    @Test
    void shares_multiply_along_each_way_and_add_up_over_all() {
        Group group = group(
                        Holding.of("p", "a", "0.8", DAY),
                        Holding.of("a", "b", "0.6", DAY),
                        Holding.of("p", "b", "0.1", DAY))
                .orElseThrow();
        assertThat(group.effectiveShare(MemberId.of("b"), DAY)).isEqualTo(Rational.parse("0.58"));
        assertThat(group.heldDirectly(MemberId.of("b"), DAY)).isEqualTo(Rational.parse("0.7"));
        assertThat(group.effectiveShare(MemberId.of("c"), DAY)).isEqualTo(Rational.ZERO);
    }

    @Test
    void a_share_holds_until_a_later_fact() {
        Group group = group(Holding.of("p", "a", "1", LATER), Holding.of("p", "a", "1/3", DAY))
                .orElseThrow();
        assertThat(group.effectiveShare(MemberId.of("a"), DAY.minusDays(1))).isEqualTo(Rational.ZERO);
        assertThat(group.effectiveShare(MemberId.of("a"), LATER.minusDays(1))).isEqualTo(Rational.of(1, 3));
        assertThat(group.effectiveShare(MemberId.of("a"), LATER)).isEqualTo(Rational.ONE);
    }

    @Test
    void circles_are_refused_on_whatever_day_they_close() {
        assertThat(refused(Holding.of("a", "b", "0.5", DAY), Holding.of("b", "a", "0.1", LATER)))
                .isEqualTo(ConsolidationRefusals.CIRCULAR);
        assertThat(refused(Holding.of("p", "p", "0.1", DAY))).isEqualTo(ConsolidationRefusals.CIRCULAR);
        assertThat(refused(Holding.of("p", "a", "1", DAY), Holding.of("a", "p", "0.1", DAY)))
                .isEqualTo(ConsolidationRefusals.CIRCULAR);
        assertThat(group(
                                Holding.of("a", "b", "0.5", DAY),
                                Holding.of("a", "b", "0", LATER),
                                Holding.of("b", "a", "0.1", LATER))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void shares_above_the_whole_and_below_nothing_are_refused() {
        assertThat(refused(Holding.of("p", "a", "1.01", DAY))).isEqualTo(ConsolidationRefusals.SHARE);
        assertThat(refused(Holding.of("p", "a", "-0.1", DAY))).isEqualTo(ConsolidationRefusals.SHARE);
        assertThat(refused(Holding.of("p", "b", "0.7", DAY), Holding.of("a", "b", "0.4", LATER)))
                .isEqualTo(ConsolidationRefusals.SHARE);
    }

    @Test
    void strangers_and_twins_are_refused() {
        assertThat(refused(Holding.of("p", "x", "1", DAY))).isEqualTo(ConsolidationRefusals.UNKNOWN_MEMBER);
        assertThat(Group.of(
                                MemberId.of("p"),
                                Lists.immutable.of(GroupMember.of("p", "JPY"), GroupMember.of("p", "USD")),
                                Lists.immutable.empty())
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(ConsolidationRefusals.DUPLICATE_MEMBER);
    }
}
