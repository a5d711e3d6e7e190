package dev.erpkit.accounting.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.bank.Associations;
import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankPorts;
import dev.erpkit.accounting.bank.BankRule;
import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.Candidate;
import dev.erpkit.accounting.bank.CandidateIndex;
import dev.erpkit.accounting.bank.LineMatch;
import dev.erpkit.accounting.bank.NameForm;
import dev.erpkit.accounting.bank.PartyNames;
import dev.erpkit.accounting.bank.ScoringPolicy;
import dev.erpkit.accounting.bank.StatementFile;
import dev.erpkit.accounting.bank.StatementMatching;
import dev.erpkit.accounting.bank.StatementService;
import dev.erpkit.accounting.bank.StatementTaken;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.bank.japan.JapaneseNames;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The code that the packages of payments and bank show compiles, runs and is the code here. */
class SnippetTest {
    private static final Path HERE = Path.of("src/test/java/dev/erpkit/accounting/payment/SnippetTest.java");
    private final Actor clerk = Actor.of("clerk");

    private final PaymentBooks books = new PaymentBooks();

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static void shows(String room, String name) throws IOException {
        String info = Files.readString(Path.of("src/main/java/dev/erpkit/accounting/" + room + "/package-info.java"));
        String shown = between(info, "<pre>{@code\n", "}</pre>").replaceAll("(?m)^ \\*", "");
        String run = between(Files.readString(HERE), "// begin " + name + "\n", "// end " + name);
        assertThat(run.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", ""));
    }

    @Test
    void a_receipt_is_recorded() throws IOException {
        PaymentPorts ports = books.ports;
        MatchingPolicy matching = PaymentBooks.matching().build();
        ItemId invoice = books.document("invoice", "I", "C-1", LocalDate.of(2026, 5, 1), PaymentBooks.eur("1100"));
        // begin payment
        PaymentService payments = new PaymentService(ports);
        Payment receipt =
                Payment.received("receipt-7", "C-1", LocalDate.of(2026, 5, 29), Amounts.of("1100", "EUR"), "main");
        PaymentPolicy policy = PaymentPolicy.standard(matching);
        payments.record(receipt, Allocation.oldestFirst(), policy, clerk).orElseThrow();
        // end payment
        assertThat(books.openMinor(invoice)).isZero();
        shows("payment", "payment");
    }

    @Test
    void a_statement_is_taken_in_and_matched() throws IOException {
        BankPorts ports = books.bank;
        ItemId invoice = books.invoice("INV-00042", "10");
        ImmutableList<Candidate> candidates = Lists.immutable.of(
                Candidate.of(books.ports.items().find(invoice).orElseThrow()));
        ImmutableList<PartyNames> names = Lists.immutable.empty();
        ImmutableList<BankRule> rules = Lists.immutable.empty();
        Associations learned = new Associations();
        LocalDate day = PaymentBooks.DAY;
        BankLine line = new BankLine("main", day, PaymentBooks.eur("10"), "INV-00042", Optional.empty());
        StatementFile file = new StatementFile(
                "main",
                day,
                day,
                new BankStatement(PaymentBooks.eur("0"), Lists.immutable.of(line), PaymentBooks.eur("10")));
        // begin bank
        StatementService statements = new StatementService(ports);
        StatementTaken taken =
                statements.take(IdempotencyKey.of("june.xml"), file, clerk).orElseThrow();
        CandidateIndex index = new CandidateIndex(candidates, names, NameForm.plain());
        ImmutableList<LineMatch> matches = new StatementMatching(index, rules, learned, ScoringPolicy.standard())
                .match(taken.added().collect(StoredLine::line));
        // end bank
        assertThat(matches.getOnly().verdict()).isEqualTo(LineMatch.Verdict.AUTOMATIC);
        shows("bank", "bank");
    }

    @Test
    void a_japanese_name_is_known_in_two_forms() throws IOException {
        // begin japan
        NameForm form = JapaneseNames.form();
        boolean same = form.normalise("ｶ)ﾔﾏﾀﾞｼﾖｳｼﾞ").equals(form.normalise("ヤマダショウジ株式会社"));
        // end japan
        assertThat(same).isTrue();
        shows("bank/japan", "japan");
    }
}
