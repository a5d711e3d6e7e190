package dev.erpkit.accounting.bank;

import static dev.erpkit.accounting.payment.PaymentBooks.CLERK;
import static dev.erpkit.accounting.payment.PaymentBooks.DAY;
import static dev.erpkit.accounting.payment.PaymentBooks.code;
import static dev.erpkit.accounting.payment.PaymentBooks.eur;
import static dev.erpkit.accounting.payment.PaymentBooks.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.bank.LineMatch.Verdict;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.Clearing;
import dev.erpkit.accounting.payment.PaymentBooks;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentStatus;
import dev.erpkit.accounting.payment.PaymentSubject;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** Statements, lines and payments over books in memory. */
class BankInBooksTest {
    private final PaymentBooks books = new PaymentBooks();

    private static BankLine line(int day, String amount, String text) {
        return new BankLine("main", DAY.plusDays(day), eur(amount), text, Optional.empty());
    }

    private static StatementFile file(int from, int through, String opening, String closing, BankLine... lines) {
        return new StatementFile(
                "main",
                DAY.plusDays(from),
                DAY.plusDays(through),
                new BankStatement(eur(opening), Lists.immutable.of(lines), eur(closing)));
    }

    private Outcome<StatementTaken> take(String key, StatementFile file) {
        return books.statements.take(IdempotencyKey.of(key), file, CLERK);
    }

    private static BankLineId id(int number) {
        return new BankLineId("main", number);
    }

    private Outcome<LineHistory> settle(int line, Settlement settlement) {
        return books.lines.settle(IdempotencyKey.of("k" + line), id(line), settlement, standard(), CLERK);
    }

    private Outcome<LineHistory> clarify(int line, int day, Settlement settlement) {
        return books.lines.clarify(
                IdempotencyKey.of("c" + line), id(line), DAY.plusDays(day), settlement, standard(), CLERK);
    }

    private ImmutableList<LineHistory> all() {
        return books.statements.lines("main");
    }

    private Reconciliation reconciled(int day) {
        LocalDate asOf = DAY.plusDays(day);
        return books.statements.reconciliation("main", asOf, balance("bank", asOf), balance("transit", asOf));
    }

    private MonetaryAmount balance(String account, LocalDate day) {
        return books.books.balance(BookId.MAIN, AccountId.of(account), Amounts.currency("EUR"), day);
    }

    @Test
    void without_statements_there_is_nothing_to_reconcile() {
        assertThatThrownBy(() -> reconciled(0))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("statements of account main");
    }

    @Test
    void a_statement_that_does_not_add_up_is_refused_and_changes_nothing() {
        String before = books.state();
        assertThat(code(take("a", file(0, 0, "0", "10.01", line(0, "10", "x")))))
                .isEqualTo("bank.statement-difference");
        assertThat(books.state()).isEqualTo(before);
    }

    @Test
    void the_same_file_again_adds_nothing_and_overlapping_ones_only_what_is_new() {
        StatementFile first = file(0, 0, "0", "-20", line(0, "-10", "coffee"), line(0, "-10", "coffee"));
        StatementTaken taken = take("a", first).orElseThrow();
        assertThat(taken.added()).hasSize(2);
        assertThat(take("a", first)).isEqualTo(Outcome.replayed(taken));
        assertThat(take("b", first)).as("under another key").isEqualTo(Outcome.replayed(taken));
        StatementTaken second = take(
                        "b",
                        file(
                                0,
                                1,
                                "0",
                                "-23",
                                line(0, "-10", "coffee"),
                                line(0, "-10", "coffee"),
                                line(1, "-3", "bus")))
                .orElseThrow();
        assertThat(second.added().collect(StoredLine::id)).containsExactly(id(3));
        assertThat(second.gaps()).isEmpty();
        assertThat(code(take("b", file(2, 2, "-23", "-24", line(2, "-1", "x")))))
                .isEqualTo("bank.key-reused");
        StatementFile dollars = new StatementFile(
                "main",
                DAY,
                DAY,
                new BankStatement(Amounts.of("0", "USD"), Lists.immutable.empty(), Amounts.of("0", "USD")));
        assertThat(code(take("c", dollars))).isEqualTo("bank.other-currency");
    }

    @Test
    void a_gap_is_told_until_the_missing_file_comes() {
        take("a", file(0, 0, "100", "90", line(0, "-10", "a"))).orElseThrow();
        StatementTaken later =
                take("c", file(2, 2, "95", "94", line(2, "-1", "c"))).orElseThrow();
        assertThat(later.gaps().getOnly().missing()).isEqualTo(eur("5"));
        assertThat(later.gaps().getOnly().before().number()).isEqualTo(2);
        StatementTaken missing =
                take("b", file(1, 1, "90", "95", line(1, "5", "b"))).orElseThrow();
        assertThat(missing.gaps()).isEmpty();
    }

    @Test
    void lines_become_payments_and_what_is_known_of_them_is_proposed() {
        ItemId invoice = books.document("invoice", "INV-00042", "C", DAY, eur("100"));
        books.receive("R-90001", "50", Allocation.onAccount(), standard()).orElseThrow();
        take("a", file(0, 1, "0", "147", line(0, "100", "INV-00042"), line(1, "50", "R-90001"), line(1, "-3", "fees")))
                .orElseThrow();
        MutableList<Candidate> candidates = Lists.mutable.empty();
        MutableList<ItemHistory> open = Lists.mutable.empty();
        books.ports
                .items()
                .forEach(OpenItemQuery.all().openAsOf(LocalDate.MAX).on(AccountId.of("receivable")), open::add);
        open.collect(Candidate::of).forEach(candidates::add);
        books.ports.payments().forEach(payment -> candidates.add(Candidate.of(payment)));
        BankRule charges = BankRule.builder()
                .name("charges")
                .pattern("fees")
                .action(new BankRule.Book("bank-charges"))
                .build();
        ImmutableList<LineMatch> matches = new StatementMatching(
                        new CandidateIndex(candidates, Lists.immutable.empty(), NameForm.plain()),
                        Lists.immutable.of(charges),
                        books.lines.learned(),
                        ScoringPolicy.standard())
                .match(all().collect(history -> history.stored().line()));
        assertThat(matches.collect(LineMatch::verdict))
                .containsExactly(Verdict.AUTOMATIC, Verdict.AUTOMATIC, Verdict.BY_RULE);
        assertThat(matches.get(0).suggestions().getFirst().targets().getOnly().target())
                .isEqualTo(new MatchTarget.Item(invoice));
        assertThat(matches.get(1).suggestions().getFirst().targets().getOnly().target())
                .isEqualTo(new MatchTarget.InTransit(PaymentId.of("R-90001")));

        settle(1, new Settlement.OfParty(PartyId.of("C"), PaymentSubject.RECEIVABLE, Allocation.to(invoice)))
                .orElseThrow();
        settle(2, new Settlement.Clears(PaymentId.of("R-90001"), eur("0"))).orElseThrow();
        settle(3, new Settlement.Booked("bank-charges")).orElseThrow();
        assertThat(books.openMinor(invoice)).isZero();
        assertThat(books.balance("bank")).isEqualTo(14700);
        assertThat(books.balance("fees")).isEqualTo(300);
        assertThat(books.balance("transit")).isZero();
        assertThat(reconciled(1).explained()).isTrue();
        String before = books.state();
        assertThat(code(books.lines.settle(
                        IdempotencyKey.of("again"), id(3), new Settlement.Suspense(), standard(), CLERK)))
                .isEqualTo("bank.line-settled");
        assertThat(code(settle(3, new Settlement.Suspense()))).isEqualTo("bank.key-reused");
        assertThat(code(settle(9, new Settlement.Suspense()))).isEqualTo("bank.line-unknown");
        assertThat(books.state()).isEqualTo(before);
        books.lines.learn(id(1), PartyId.of("C"), NameForm.plain());
        assertThat(books.lines.learned().of("text:INV").get(PartyId.of("C"))).isEqualTo(1);
    }

    @Test
    void what_is_in_suspense_is_cleared_exactly_and_told_as_of_any_day() {
        take("a", file(0, 0, "0", "70", line(0, "70", "?"))).orElseThrow();
        settle(1, new Settlement.Suspense()).orElseThrow();
        assertThat(books.balance("suspense")).isEqualTo(-7000);
        assertThat(code(clarify(1, -1, new Settlement.Booked("bank-charges")))).isEqualTo("bank.date");
        ItemId invoice = books.document("invoice", "I", "C", DAY.plusDays(3), eur("70"));
        Settlement known = new Settlement.OfParty(PartyId.of("C"), PaymentSubject.RECEIVABLE, Allocation.oldestFirst());
        clarify(1, 5, known).orElseThrow();
        assertThat(books.balance("suspense")).isZero();
        assertThat(books.openMinor(invoice)).isZero();
        assertThat(books.balance("bank")).isEqualTo(7000);
        assertThat(SuspenseRow.of(all(), DAY.plusDays(4))).containsExactly(new SuspenseRow(id(1), eur("70"), DAY, 4));
        assertThat(SuspenseRow.of(all(), DAY.plusDays(5))).isEmpty();
        assertThat(code(books.lines.clarify(IdempotencyKey.of("d"), id(1), DAY.plusDays(6), known, standard(), CLERK)))
                .isEqualTo("bank.not-in-suspense");
        for (int day = 0; day < 7; day++) {
            assertThat(reconciled(day).explained()).as("on day %s", day).isTrue();
        }
    }

    @Test
    void what_a_bank_takes_back_opens_the_invoice_again_with_the_fee_told_apart() {
        ItemId invoice = books.invoice("I", "100");
        books.receive("R", "100", Allocation.oldestFirst(), standard()).orElseThrow();
        take("a", file(0, 3, "0", "-4", line(0, "100", "R"), line(3, "-104", "returned")))
                .orElseThrow();
        settle(1, new Settlement.Clears(PaymentId.of("R"), eur("0"))).orElseThrow();
        assertThat(code(settle(1, new Settlement.Returns(PaymentId.of("R"))))).isEqualTo("bank.key-reused");
        settle(2, new Settlement.Returns(PaymentId.of("R"))).orElseThrow();
        assertThat(books.payments.find(PaymentId.of("R")).orElseThrow().status())
                .isEqualTo(PaymentStatus.FAILED);
        assertThat(books.openMinor(invoice)).isEqualTo(10000);
        assertThat(books.balance("fees")).isEqualTo(400);
        assertThat(books.balance("bank")).isEqualTo(-400);
        assertThat(reconciled(3).explained()).isTrue();
        assertThat(reconciled(2).explained()).isTrue();
    }

    @Test
    void payments_on_their_way_and_lines_not_booked_explain_the_difference_exactly() {
        books.receive("R1", "100", Allocation.onAccount(), standard()).orElseThrow();
        books.receive("R2", "30", Allocation.onAccount(), standard()).orElseThrow();
        take("a", file(0, 2, "0", "95", line(1, "100", "R1"), line(2, "-5", "?")))
                .orElseThrow();
        settle(1, new Settlement.Clears(PaymentId.of("R1"), eur("0"))).orElseThrow();
        Reconciliation now = reconciled(2);
        assertThat(now.statement()).isEqualTo(eur("95"));
        assertThat(now.bank()).isEqualTo(eur("100"));
        assertThat(now.unbooked().collect(l -> l.stored().id())).containsExactly(id(2));
        assertThat(now.inTransit().collect(p -> p.payment().id())).containsExactly(PaymentId.of("R2"));
        assertThat(now.explained()).isTrue();
        assertThat(reconciled(0).inTransit()).hasSize(2);
        assertThat(reconciled(0).explained()).isTrue();
        books.payments
                .clear(
                        IdempotencyKey.of("no-line"),
                        PaymentId.of("R2"),
                        Clearing.of(DAY.plusDays(2), eur("30")),
                        standard(),
                        CLERK)
                .orElseThrow();
        assertThat(reconciled(2).unexplained()).as("no line shows it").isEqualTo(eur("30"));
    }
}
