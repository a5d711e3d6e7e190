package dev.erpkit.accounting.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.bank.LineMatch.Verdict;
import dev.erpkit.accounting.bank.japan.JapaneseNames;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class StatementMatchingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final MutableList<Candidate> candidates = Lists.mutable.empty();
    private final MutableList<PartyNames> names = Lists.mutable.empty();
    private final MutableList<BankRule> rules = Lists.mutable.empty();
    private final Associations learned = new Associations();
    private ScoringPolicy policy = ScoringPolicy.standard();

    private Candidate open(String document, String party, long minor) {
        Candidate candidate = new Candidate(
                new MatchTarget.Item(ItemId.of(document, 0)),
                PartyId.of(party),
                Amounts.currency("EUR"),
                minor,
                DAY.plusDays(60),
                Lists.immutable.of(document),
                Optional.empty());
        candidates.add(candidate);
        return candidate;
    }

    private void party(String id, String name, String account) {
        names.add(new PartyNames(PartyId.of(id), Lists.immutable.of(name), Lists.immutable.of(account)));
    }

    private static BankLine line(String amount, String text) {
        return new BankLine("main", DAY, Amounts.of(amount, "EUR"), text, Optional.empty());
    }

    private LineMatch match(BankLine line) {
        return matchAll(line).getOnly();
    }

    private ImmutableList<LineMatch> matchAll(BankLine... lines) {
        CandidateIndex index = new CandidateIndex(candidates, names.toImmutable(), NameForm.plain());
        return new StatementMatching(index, rules, learned, policy).match(Lists.immutable.of(lines));
    }

    private static ImmutableList<Candidate> best(LineMatch match) {
        return match.suggestions().getFirst().targets();
    }

    @Test
    void reference_and_amount_are_enough_however_the_reference_is_written() {
        Candidate invoice = open("INV/2019/00001", "C", 10000);
        open("INV/2019/00002", "C", 10000);
        for (String text :
                new String[] {"pay INV/2019/00001", "inv-2019-00001 thanks", "INV 2019 00001", "ＩＮＶ/2019/00001"}) {
            LineMatch match = match(line("100", text));
            assertThat(match.verdict()).as(text).isEqualTo(Verdict.AUTOMATIC);
            assertThat(best(match)).containsExactly(invoice);
        }
        LineMatch partly = match(line("100", "invoice 2019-00001"));
        assertThat(partly.verdict()).isEqualTo(Verdict.PROPOSED);
        assertThat(best(partly)).containsExactly(invoice);
        assertThat(match(line("-100", "INV/2019/00001")).verdict())
                .as("the other way")
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_score_is_the_sum_of_its_reasons_and_says_them() {
        open("INV-00042", "C", 10000);
        party("C", "Acme Ltd.", "DE1");
        Suggestion best = match(line("100", "INV-00042").by(Counterparty.of("DE1", "ACME")))
                .suggestions()
                .getFirst();
        assertThat(best.score()).isEqualTo(50 + 30 + 25 + 20);
        assertThat(best.trace(policy).render())
                .contains("bank.score = 125")
                .contains("reference = 50")
                .contains("amount = 30")
                .contains("account = 25")
                .contains("name = 20");
    }

    @Test
    void equally_good_ones_are_never_automatic() {
        policy = policy.from("eager", 30, 30);
        open("A-10001", "C", 10000);
        open("A-10002", "D", 10000);
        assertThat(match(line("100", "nothing")).verdict()).isEqualTo(Verdict.AMBIGUOUS);
        candidates.remove(1);
        assertThat(match(line("100", "nothing")).verdict()).isEqualTo(Verdict.AUTOMATIC);
        assertThat(matchAll(line("100", "one"), line("100", "two")).collect(LineMatch::verdict))
                .as("two lines for one item")
                .containsExactly(Verdict.AMBIGUOUS, Verdict.AMBIGUOUS);
        assertThat(matchAll(line("100", "one"), line("100", "A-10001")).collect(LineMatch::verdict))
                .as("the better claim wins")
                .containsExactly(Verdict.AMBIGUOUS, Verdict.AUTOMATIC);
    }

    @Test
    void several_documents_in_the_text_are_settled_together() {
        Candidate one = open("R-10001", "C", 10000);
        Candidate two = open("R-10002", "C", 5000);
        open("R-10003", "C", 15000);
        LineMatch match = match(line("150", "R-10001, R-10002"));
        assertThat(match.verdict()).isEqualTo(Verdict.AUTOMATIC);
        assertThat(best(match)).containsExactly(one, two);
    }

    @Test
    void a_sum_of_a_partys_items_is_proposed_unless_two_sums_fit() {
        party("C", "Acme", "DE1");
        Candidate one = open("R-10001", "C", 10000);
        Candidate credit = open("R-10002", "C", -2000);
        open("R-10003", "C", 33300);
        LineMatch match = match(line("80", "x").by(Counterparty.of("DE1", "?")));
        assertThat(match.verdict()).isEqualTo(Verdict.PROPOSED);
        assertThat(best(match)).containsExactly(one, credit);
        open("R-10004", "C", 4000);
        open("R-10005", "C", 4000);
        policy = policy.from("eager", 30, 30);
        assertThat(match(line("80", "x").by(Counterparty.of("DE1", "?"))).verdict())
                .isEqualTo(Verdict.AMBIGUOUS);
    }

    @Test
    void discounts_and_tolerances_count_less_than_the_amount_itself() {
        candidates.add(open("R-10001", "C", 10000).less(9800, DAY));
        candidates.remove(0);
        LineMatch discounted = match(line("98", "R-10001"));
        assertThat(discounted.suggestions().getFirst().because(Criterion.DISCOUNTED_AMOUNT))
                .isTrue();
        assertThat(discounted.verdict()).isEqualTo(Verdict.AUTOMATIC);
        candidates.add(open("R-10002", "C", 20000).less(19600, DAY.minusDays(1)));
        candidates.remove(1);
        assertThat(match(line("196", "R-10002")).verdict()).as("too late").isEqualTo(Verdict.PROPOSED);
        policy = policy.tolerating("five cents", 5);
        assertThat(match(line("199.95", "R-10002")).suggestions().getFirst().because(Criterion.NEAR_AMOUNT))
                .isTrue();
    }

    @Test
    void a_party_alone_is_a_payment_on_account() {
        party("C", "Acme", "DE1");
        policy = policy.from("eager", 20, 20);
        LineMatch match = match(line("80", "x").by(Counterparty.named("ACME GmbH")));
        assertThat(match.verdict()).isEqualTo(Verdict.PROPOSED);
        assertThat(match.suggestions().getFirst().party()).isEqualTo(PartyId.of("C"));
        assertThat(best(match)).isEmpty();
    }

    @Test
    void confirmed_matches_are_remembered() {
        open("R-10001", "C", 10000);
        BankLine line = line("100", "monthly").by(Counterparty.named("A. Person"));
        int before = match(line).suggestions().getFirst().score();
        for (int i = 0; i < 5; i++) {
            Association.keys(line, NameForm.plain())
                    .forEach(key -> learned.learn(new Association(key, PartyId.of("C"))));
        }
        assertThat(match(line).suggestions().getFirst().score()).isEqualTo(before + 15);
    }

    @Test
    void the_first_rule_that_a_line_meets_decides() {
        open("R-10001", "C", -500);
        rules.add(BankRule.builder()
                .name("late")
                .order(2)
                .action(new BankRule.Suggest("other"))
                .build());
        rules.add(BankRule.builder()
                .name("charges")
                .order(1)
                .direction(BankRule.Direction.OUT)
                .pattern("charges|fees")
                .without("refund")
                .most(Amounts.of("10", "EUR"))
                .action(new BankRule.Book("bank-charges"))
                .build());
        LineMatch booked = match(line("-5", "Monthly CHARGES"));
        assertThat(booked.verdict()).isEqualTo(Verdict.BY_RULE);
        assertThat(booked.rule().map(BankRule::name)).contains("charges");
        for (BankLine other : new BankLine[] {
            line("5", "Monthly CHARGES"),
            line("-11", "Monthly CHARGES"),
            line("-5", "refund of charges"),
            line("-5", "rent")
        }) {
            assertThat(match(other).rule().map(BankRule::name)).contains("late");
            assertThat(match(other).verdict()).isEqualTo(Verdict.PROPOSED);
        }
        rules.clear();
        rules.add(BankRule.builder()
                .name("party")
                .pattern("rent")
                .action(new BankRule.OfParty(PartyId.of("C")))
                .build());
        assertThat(match(line("-5", "rent")).suggestions().getFirst().because(Criterion.RULE))
                .isTrue();
        assertThatThrownBy(() -> BankRule.builder()
                        .name("broken")
                        .pattern("(")
                        .action(new BankRule.Book("x"))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("bank.pattern");
    }

    @Test
    void the_order_of_lines_changes_nothing() {
        for (int i = 0; i < 30; i++) {
            open("R-1000" + i, "P" + i % 3, 1000 + 100 * (i % 5));
        }
        MutableList<BankLine> lines = Lists.mutable.empty();
        for (int i = 0; i < 30; i++) {
            lines.add(line(String.valueOf(10 + i % 5), i % 2 == 0 ? "R-1000" + i : "nothing " + i));
        }
        ImmutableList<LineMatch> forward = matchAll(lines.toArray(new BankLine[0]));
        ImmutableList<LineMatch> backward = matchAll(lines.toReversed().toArray(new BankLine[0]));
        assertThat(backward.toReversed()).isEqualTo(forward);
    }

    @Test
    void japanese_names_of_transfer_files_are_found() {
        NameForm form = JapaneseNames.form();
        String name = form.normalise("ヤマダショウジ株式会社");
        for (String written :
                new String[] {"ｶ)ﾔﾏﾀﾞｼﾖｳｼﾞ", "カ）ヤマダショウジ", "ヤマダシヨウジ（カ", "ﾔﾏﾀﾞｼﾖｳｼﾞ(ｶ)", "（株）やまだしょうじ", "㈱ヤマダショウジ"}) {
            assertThat(form.normalise(written)).as(written).isEqualTo(name);
        }
        assertThat(form.normalise("ユ)スズキ")).isEqualTo(form.normalise("有限会社スズキ"));
        assertThat(form.normalise("スーパー")).isEqualTo(form.normalise("スパ"));
        assertThat(form.normalise("カトウ")).isNotEqualTo(form.normalise("トウ"));
    }
}
