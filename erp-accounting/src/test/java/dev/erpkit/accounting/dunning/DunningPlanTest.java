package dev.erpkit.accounting.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.dunning.DunningChange.Blocked;
import dev.erpkit.accounting.dunning.DunningChange.Drafted;
import dev.erpkit.accounting.dunning.DunningChange.Removed;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningChange.Unblocked;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.openitem.StatementLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class DunningPlanTest {
    private static final LocalDate DUE = LocalDate.of(2026, 1, 1);
    private static final DunningProcedure LEVELS = DunningProcedure.builder()
            .id("standard")
            .add(DunningLevel.after(5, "friendly"))
            .add(DunningLevel.after(20, "firm"))
            .add(DunningLevel.after(40, "last"))
            .build();

    private final DunningState state = new DunningState();
    private int records;

    private static OpenItem item(String entry, String party, long minor) {
        OpenItem.Builder item = OpenItem.builder();
        return item.id(ItemId.of(entry, 0))
                .book(BookId.MAIN)
                .account(AccountId.of("1200"))
                .control(ControlKind.RECEIVABLE)
                .party(PartyId.of(party))
                .currency(Amounts.currency("EUR"))
                .amountMinor(minor)
                .baseCurrency(Amounts.currency("EUR"))
                .baseMinor(minor)
                .date(DUE.minusDays(30))
                .dueDate(DUE)
                .position(1)
                .recordedAt(Instant.EPOCH)
                .build();
    }

    private DunningPlan run(DunningProcedure procedure, int day, OpenItem... open) {
        LocalDate on = DUE.plusDays(day);
        ImmutableList<StatementLine> lines = Lists.immutable
                .of(open)
                .collect(item -> new StatementLine(
                        item,
                        new Residual(item.amountMinor(), item.baseMinor()),
                        ChronoUnit.DAYS.between(item.due(), on)));
        return DunningPlan.of(lines, state, party -> Optional.of(procedure), on);
    }

    private void record(int day, DunningChange... changes) {
        state.apply(new DunningRecord(
                ++records,
                IdempotencyKey.of("k" + records),
                Digest.ZERO,
                DUE.plusDays(day),
                Instant.EPOCH,
                Actor.of("me"),
                Lists.immutable.of(changes)));
    }

    private void drafted(DunningPlan plan, int day) {
        record(day, plan.proposals().collect(Drafted::new).toArray(new DunningChange[0]));
    }

    /** tryton modules/account_dunning/tests/scenario_account_dunning.rst. */
    @Test
    void an_item_climbs_one_level_after_the_other() {
        OpenItem item = item("a", "C-1", 10_000);
        assertThat(run(LEVELS, 4, item).proposals()).isEmpty();
        DunningPlan first = run(LEVELS, 5, item);
        assertThat(first.proposals().collect(DunningProposal::level)).containsExactly(1);
        drafted(first, 5);
        assertThat(run(LEVELS, 30, item).proposals()).isEmpty();
        record(6, new Sent(item.id()));
        Blocked block = new Blocked(new DunningScope.OfItem(item.id()), Optional.empty(), "disputed");
        record(7, block);
        assertThat(run(LEVELS, 30, item).proposals()).isEmpty();
        record(8, new Unblocked(block.scope()));
        DunningPlan second = run(LEVELS, 30, item);
        assertThat(second.proposals().collect(DunningProposal::level)).containsExactly(2);
        drafted(second, 30);
        assertThat(run(LEVELS, 50).settled()).containsExactly(item.id());
        record(50, new Removed(item.id(), RemovalReason.SETTLED));
        assertThat(run(LEVELS, 50)).isEqualTo(new DunningPlan(Lists.immutable.empty(), Lists.immutable.empty()));
    }

    @Test
    void an_item_that_opens_again_goes_on_where_it_was() {
        OpenItem item = item("a", "C-1", 10_000);
        drafted(run(LEVELS, 5, item), 5);
        record(5, new Sent(item.id()));
        record(10, new Removed(item.id(), RemovalReason.SETTLED));
        assertThat(run(LEVELS, 10, item).proposals()).isEmpty();
        assertThat(run(LEVELS, 20, item).proposals().collect(DunningProposal::level))
                .containsExactly(2);
    }

    @Test
    void the_highest_level_is_reached_at_once_where_the_procedure_says_so() {
        DunningProcedure.Builder highest = DunningProcedure.builder();
        highest.from(LEVELS).step(LevelStep.HIGHEST);
        OpenItem item = item("a", "C-1", 10_000);
        assertThat(run(highest.build(), 45, item).proposals().collect(DunningProposal::level))
                .containsExactly(3);
        assertThat(run(LEVELS, 45, item).proposals().collect(DunningProposal::level))
                .containsExactly(1);
    }

    @Test
    void days_must_pass_since_the_level_before() {
        DunningProcedure procedure = DunningProcedure.builder()
                .id("p")
                .add(DunningLevel.after(5, "a"))
                .add(DunningLevel.builder()
                        .overdueDays(5)
                        .daysSinceLast(10)
                        .textKey("b")
                        .build())
                .build();
        OpenItem item = item("a", "C-1", 10_000);
        drafted(run(procedure, 30, item), 30);
        record(31, new Sent(item.id()));
        assertThat(run(procedure, 40, item).proposals()).isEmpty();
        assertThat(run(procedure, 41, item).proposals()).hasSize(1);
    }

    @Test
    void small_sums_payments_and_blocked_parties_are_left_alone() {
        DunningProcedure procedure = DunningProcedure.builder()
                .id("p")
                .add(DunningLevel.builder()
                        .overdueDays(5)
                        .minimum(Amounts.of("100", "EUR"))
                        .textKey("a")
                        .build())
                .build();
        assertThat(run(procedure, 9, item("a", "C-1", 9_999)).proposals()).isEmpty();
        assertThat(run(procedure, 9, item("a", "C-1", 5_000), item("b", "C-1", 5_000))
                        .proposals())
                .hasSize(2);
        assertThat(run(procedure, 9, item("a", "C-1", -50_000)).proposals()).isEmpty();
        record(0, new Blocked(new DunningScope.OfParty(PartyId.of("C-1")), Optional.of(DUE.plusDays(9)), "moved"));
        assertThat(run(procedure, 9, item("a", "C-1", 10_000)).proposals()).isEmpty();
        assertThat(run(procedure, 10, item("a", "C-1", 10_000)).proposals()).hasSize(1);
    }

    private static DunningProcedure charging(FeePer per) {
        return DunningProcedure.builder()
                .id("p")
                .add(DunningLevel.builder()
                        .overdueDays(15)
                        .textKey("second")
                        .fee(new DunningFee.Fixed(Amounts.of("10", "EUR")))
                        .interest(LateInterest.of("10", DayCount.ACTUAL_365))
                        .build())
                .add(DunningLevel.builder()
                        .overdueDays(30)
                        .textKey("third")
                        .fee(new DunningFee.Percent(new BigDecimal("15")))
                        .interest(LateInterest.of("10", DayCount.ACTUAL_365))
                        .build())
                .feePer(per)
                .build();
    }

    /** erpnext test_dunning.py (0.41 and 10.00 on 100.00, 15 days at 10 %), tryton account_dunning_fee (15 % of 100). */
    @Test
    void a_level_charges_its_fee_and_the_interest_since_the_last_charge() {
        OpenItem item = item("a", "C-1", 10_000);
        DunningPlan first = run(charging(FeePer.ITEM), 15, item);
        DunningProposal proposal = first.proposals().getOnly();
        assertThat(proposal.interestMinor()).isEqualTo(41);
        assertThat(proposal.feeMinor()).isEqualTo(1_000);
        assertThat(proposal.total()).isEqualTo(Amounts.of("110.41", "EUR"));
        drafted(first, 15);
        record(16, new Sent(item.id()));
        DunningProposal second =
                run(charging(FeePer.ITEM), 35, item).proposals().getOnly();
        assertThat(second.feeMinor()).isEqualTo(1_500);
        assertThat(second.interestMinor()).as("20 days").isEqualTo(55);
    }

    @Test
    void a_fee_per_letter_is_borne_once() {
        DunningPlan plan =
                run(charging(FeePer.LETTER), 15, item("b", "C-1", 500), item("a", "C-1", 700), item("c", "C-2", 9));
        assertThat(plan.proposals().collect(p -> p.item().entry() + ":" + p.feeMinor()))
                .containsExactly("a:1000", "b:0", "c:1000");
        ImmutableList<DunningLetter> letters = DunningLetter.of(plan.proposals());
        assertThat(letters.collect(letter -> letter.party() + " " + letter.fees() + " " + letter.textKey()))
                .containsExactly("C-1 EUR 10 second", "C-2 EUR 10 second");
        assertThat(letters.getFirst().plainText())
                .isEqualTo("a#0 due 2026-01-01: EUR 7.00, fee EUR 10.00, interest EUR 0.03\n"
                        + "b#0 due 2026-01-01: EUR 5.00, interest EUR 0.02\ntotal: EUR 22.05\n");
    }

    @Test
    void years_are_counted_as_the_convention_says() {
        LocalDate from = LocalDate.of(2023, 12, 1);
        LocalDate to = LocalDate.of(2024, 3, 31);
        assertThat(DayCount.ACTUAL_365.fraction(from, to)).hasToString("121/365");
        assertThat(DayCount.ACTUAL_360.fraction(from, to)).hasToString("121/360");
        assertThat(DayCount.THIRTY_360.fraction(from, to)).hasToString("119/360");
        assertThat(DayCount.ACTUAL_ACTUAL.fraction(from, to))
                .isEqualTo(Rational.of(31, 365).add(Rational.of(90, 366)));
        for (DayCount count : DayCount.values()) {
            assertThat(DayCount.parse(count.text())).isEqualTo(count);
        }
    }

    @Test
    void what_is_no_procedure_is_refused() {
        refused(
                () -> DunningProcedure.builder()
                        .id("p")
                        .add(DunningLevel.after(5, "a"))
                        .add(DunningLevel.after(5, "b"))
                        .build(),
                "dunning.levels");
        refused(() -> DunningLevel.after(-1, "a"), "dunning.days");
        refused(() -> DunningLevel.after(1, " "), "NotBlank");
        refused(() -> new DunningFee.Fixed(Amounts.of("-1", "EUR")), "dunning.fee");
        refused(() -> new DunningFee.Percent(new BigDecimal("101")), "dunning.fee");
        refused(() -> LateInterest.of("-1", DayCount.ACTUAL_360), "dunning.interest");
        refused(() -> DayCount.parse("sometimes"), "dunning.policy");
        refused(() -> FeePer.parse("page"), "dunning.policy");
        refused(() -> LevelStep.parse("lift"), "dunning.policy");
        refused(() -> RemovalReason.parse("bored"), "dunning.policy");
        refused(() -> new Blocked(new DunningScope.OfParty(PartyId.of("C-1")), Optional.empty(), ""), "dunning.reason");
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as("%s", e).isTrue());
    }
}
