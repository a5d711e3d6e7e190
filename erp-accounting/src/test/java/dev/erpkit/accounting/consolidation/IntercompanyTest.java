package dev.erpkit.accounting.consolidation;

import static dev.erpkit.accounting.consolidation.GroupSample.END;
import static dev.erpkit.accounting.consolidation.GroupSample.START;
import static dev.erpkit.accounting.consolidation.GroupSample.end;
import static dev.erpkit.accounting.consolidation.GroupSample.fact;
import static dev.erpkit.accounting.consolidation.GroupSample.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What members have with each other goes out as far as they agree; the rest is reported with its cause. */
class IntercompanyTest {
    private static final LocalDate AFTER = END.plusDays(3);

    /** The parent sold for 100; the sub has the purchase and owes for it. */
    private static GroupSample sample(long payable) {
        return new GroupSample()
                .member("parent", "USD", ConsolidationMethod.FULL, end("receivable", 250), end("revenue", -250))
                .member("sub", "USD", ConsolidationMethod.FULL, end("payable", -payable), end("expense", payable))
                .holding("parent", "sub", "1");
    }

    private static ImmutableList<IntercompanyFact> facts(long payable, LocalDate day) {
        return Lists.immutable.of(
                fact("inv-1", "parent", "sub", "receivable", START, "USD", 100),
                fact("inv-1", "parent", "sub", "revenue", START, "USD", -100),
                fact("inv-1", "sub", "parent", "payable", day, "USD", -payable),
                fact("inv-1", "sub", "parent", "expense", day, "USD", payable));
    }

    private static Consolidation figures(GroupSample sample, ImmutableList<IntercompanyFact> facts) {
        return sample.figures(ConsolidationFacts.of(sample.books()).intercompany(facts));
    }

    @Test
    void what_both_sides_agree_on_goes_out() {
        Consolidation figures = figures(sample(100), facts(100, START));
        assertThat(figures.minor("receivable")).isEqualTo(15_000);
        assertThat(figures.minor("payable")).isZero();
        assertThat(figures.minor("revenue")).isEqualTo(-15_000);
        assertThat(figures.minor("expense")).isZero();
        assertThat(figures.unmatched()).isEmpty();
        assertThat(figures.row("receivable").eliminations().getFirst().entry())
                .isEqualTo("intercompany:inv-1:parent:sub:balance");
    }

    @Test
    void another_amount_stays_and_is_reported() {
        Consolidation figures = figures(sample(90), facts(90, START));
        assertThat(figures.minor("receivable")).isEqualTo(25_000 - 9_000);
        assertThat(figures.minor("payable")).isZero();
        assertThat(figures.unmatched().collect(IntercompanyDifference::differenceMinor))
                .containsExactly(1_000L, -1_000L);
        assertThat(figures.unmatched().collect(IntercompanyDifference::cause).distinct())
                .containsExactly(DifferenceCause.AMOUNT);
        assertThat(figures.sumMinor()).isZero();
    }

    @Test
    void what_the_other_side_has_not_recorded_yet_is_in_transit() {
        Consolidation figures = figures(sample(0), facts(100, AFTER));
        assertThat(figures.minor("receivable")).isEqualTo(25_000);
        assertThat(figures.unmatched().collect(IntercompanyDifference::cause).distinct())
                .containsExactly(DifferenceCause.IN_TRANSIT);
        assertThat(figures(sample(0), facts(100, START).take(2))
                        .unmatched()
                        .collect(IntercompanyDifference::cause)
                        .distinct())
                .containsExactly(DifferenceCause.IN_TRANSIT);
        ImmutableList<IntercompanyFact> later = facts(60, START)
                .newWith(fact("inv-1", "sub", "parent", "payable", AFTER, "USD", -40))
                .newWith(fact("inv-1", "sub", "parent", "expense", AFTER, "USD", 40));
        assertThat(figures(sample(60), later)
                        .unmatched()
                        .collect(IntercompanyDifference::cause)
                        .distinct())
                .containsExactly(DifferenceCause.IN_TRANSIT);
    }

    /** Both have an invoice over 100 EUR; the parent keeps it at 115 USD, the sub's 100 EUR are 120 USD at the end. */
    @Test
    void one_amount_at_two_rates_differs_by_exchange() {
        GroupSample sample = new GroupSample()
                .member("parent", "USD", ConsolidationMethod.FULL, end("receivable", 115), end("revenue", -115))
                .member("sub", "EUR", ConsolidationMethod.FULL, end("payable", -100), end("expense", 100))
                .holding("parent", "sub", "1")
                .rate("EUR", RateType.CLOSING, END, "1.20")
                .rate("EUR", RateType.AVERAGE, END, "1.15");
        IntercompanyFact receivable = fact("inv-1", "parent", "sub", "receivable", START, "EUR", 100);
        IntercompanyFact at115 = new IntercompanyFact(
                receivable.pair(),
                receivable.member(),
                receivable.counterparty(),
                receivable.account(),
                START,
                10_000,
                receivable.currency(),
                11_500,
                receivable.document());
        Consolidation figures = figures(
                sample, Lists.immutable.of(at115, fact("inv-1", "sub", "parent", "payable", START, "EUR", -100)));
        assertThat(figures.minor("receivable")).isZero();
        assertThat(figures.minor("payable")).isEqualTo(-500);
        assertThat(figures.unmatched().getOnly().cause()).isEqualTo(DifferenceCause.FX);
        assertThat(figures.unmatched().getOnly().differenceMinor()).isEqualTo(-500);
        assertThat(figures.sumMinor()).isZero();
    }

    /** The scenario of Tryton's account_consolidation: marked entries leave the sum on each side, matched or not. */
    @Test
    void each_side_in_whole_gives_the_figures_of_systems_that_leave_out_marked_entries() {
        GroupSample sample = new GroupSample()
                .member(
                        "dunder",
                        "USD",
                        ConsolidationMethod.FULL,
                        end("receivable", 200),
                        end("revenue", -200),
                        end("payable", -100),
                        end("expense", 100))
                .member(
                        "saber",
                        "EUR",
                        ConsolidationMethod.FULL,
                        end("receivable", 50),
                        end("revenue", -50),
                        end("payable", -40),
                        end("expense", 40))
                .holding("dunder", "saber", "1")
                .rate("EUR", RateType.CLOSING, END, "0.5")
                .rate("EUR", RateType.AVERAGE, END, "0.5");
        ImmutableList<IntercompanyFact> facts = Lists.immutable.of(
                fact("", "dunder", "saber", "payable", START, "USD", -100),
                fact("", "dunder", "saber", "expense", START, "USD", 100),
                fact("", "saber", "dunder", "receivable", START, "EUR", 50),
                fact("", "saber", "dunder", "revenue", START, "EUR", -50));
        ConsolidationPolicy policy = policy().account(GroupRole.ELIMINATION_DIFFERENCE, "elimination-difference")
                .elimination(EliminationPolicy.EACH_SIDE)
                .build();
        Consolidation figures = sample.outcome(
                        ConsolidationFacts.of(sample.books()).intercompany(facts), policy)
                .orElseThrow();
        assertThat(figures.minor("receivable") + figures.minor("payable")).isEqualTo(18_000);
        assertThat(figures.minor("revenue") + figures.minor("expense")).isEqualTo(-18_000);
        assertThat(figures.minor("elimination-difference")).isZero();
        assertThat(figures.unmatched().collect(IntercompanyDifference::differenceMinor))
                .containsExactly(-7_500L, 7_500L);
    }

    @Test
    void a_joint_operation_is_taken_out_to_its_share() {
        GroupSample sample = new GroupSample()
                .member("parent", "USD", ConsolidationMethod.FULL, end("receivable", 100), end("revenue", -100))
                .member("joint", "USD", ConsolidationMethod.PROPORTIONAL, end("payable", -100), end("expense", 100))
                .holding("parent", "joint", "0.4");
        Consolidation figures = figures(
                sample,
                Lists.immutable.of(
                        fact("i", "parent", "joint", "receivable", START, "USD", 100),
                        fact("i", "joint", "parent", "payable", START, "USD", -100)));
        assertThat(figures.minor("receivable")).isEqualTo(6_000);
        assertThat(figures.minor("payable")).isZero();
        assertThat(figures.unmatched()).isEmpty();
    }

    @Test
    void lines_that_name_an_affiliate_are_facts() {
        JournalLine receivable = JournalLine.builder()
                .account("receivable")
                .inBase(Amounts.of("100", "USD"))
                .dimensions(Dimensions.of(IntercompanyFacts.AXIS, "sub"))
                .document("inv-1")
                .build();
        JournalLine revenue = JournalLine.builder()
                .account("revenue")
                .inBase(Amounts.of("-100", "USD"))
                .dimensions(Dimensions.of(IntercompanyFacts.AXIS, "sub").with(IntercompanyFacts.PAIR, "order-7"))
                .build();
        JournalEntry entry = JournalEntry.builder()
                .id("sale")
                .date(START)
                .add(receivable)
                .add(revenue)
                .add(JournalLine.of("assets", Amounts.of("5", "USD")))
                .add(JournalLine.of("revenue", Amounts.of("-5", "USD")))
                .build();
        ImmutableList<IntercompanyFact> facts = IntercompanyFacts.of(MemberId.of("parent"), entry);
        assertThat(facts.collect(IntercompanyFact::pair)).containsExactly("inv-1", "order-7");
        assertThat(facts.collect(IntercompanyFact::baseMinor)).containsExactly(10_000L, -10_000L);
    }
}
