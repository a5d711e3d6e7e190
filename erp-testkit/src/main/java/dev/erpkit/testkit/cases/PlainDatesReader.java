package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.interchange.DateBasis;
import dev.erpkit.accounting.interchange.JournalRules;
import dev.erpkit.accounting.interchange.LedgerQuery;
import dev.erpkit.accounting.interchange.PlainAmount;
import dev.erpkit.accounting.interchange.PlainBalance;
import dev.erpkit.accounting.interchange.PlainPosting;
import dev.erpkit.accounting.interchange.PlainTextLedger;
import dev.erpkit.accounting.interchange.PlainTextWriter;
import dev.erpkit.accounting.interchange.PlainTransaction;
import dev.erpkit.accounting.interchange.memory.MemorySources;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Entries whose postings have dates of their own, as a plain journal: balances by the one and by the other dates. */
final class PlainDatesReader {
    private static final Pattern STEP = Pattern.compile(
            "take (?:it|the (?:trial )?balances?) by (entry date|transaction date|(?:per-posting )?(?:effective|posting|value) dates?)"
                    + " as of (\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern SUM = Pattern.compile("by_(entry|transaction|effective|posting|value)_date_sum");
    private static final Pattern ACCOUNT =
            Pattern.compile("(.+)_(entry|transaction|effective|posting|value)(?:_date)?");

    private final Case current;
    private final PlainTextLedger ledger;

    private PlainDatesReader(Case current, PlainTextLedger ledger) {
        this.current = current;
        this.ledger = ledger;
    }

    static void run(Case current) {
        Field given = current.given();
        boolean one = given.has("entry");
        current.requireGiven(one ? "entry" : "entries");
        StringBuilder text = new StringBuilder();
        for (Field entry : one
                ? Lists.immutable.of(given.at("entry"))
                : given.at("entries").elements()) {
            text.append(PlainTextWriter.text(transaction(entry)));
        }
        PlainTextLedger ledger = PlainTextLedger.read(
                        MemorySources.of("case", text.toString()), "case", JournalRules.standard(), false)
                .outcome()
                .orElseThrow();
        new PlainDatesReader(current, ledger).check();
    }

    private static PlainTransaction transaction(Field entry) {
        entry.requireNames("date", "postings");
        PlainTransaction.Builder transaction = PlainTransaction.builder();
        transaction.date(entry.at("date").date());
        entry.at("postings").elements().forEach(posting -> transaction.add(posting(posting)));
        return transaction.build();
    }

    private static PlainPosting posting(Field field) {
        if (field.names().anySatisfy(n -> !n.matches("account|amount|(effective|posting|value)_date|date"))) {
            throw new UnsupportedCaseException(field.path() + " has the fields " + field.names());
        }
        CaseAmount amount = CaseAmount.of(field.at("amount"));
        PlainPosting.Builder posting = PlainPosting.builder();
        posting.account(field.at("account").text())
                .amount(new PlainAmount(amount.number(), amount.commodity().orElse("")));
        field.names()
                .select(n -> n.endsWith("date"))
                .forEach(n -> posting.addComment("date:" + field.at(n).date()));
        return posting.build();
    }

    private void check() {
        ImmutableList<Matcher> steps = current.when().collect(STEP::matcher);
        if (!steps.allSatisfy(Matcher::matches)) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            Matcher sum = SUM.matcher(name);
            Matcher account = ACCOUNT.matcher(name);
            if (sum.matches()) {
                current.differences()
                        .number(
                                expected,
                                balances(steps, sum.group(1))
                                        .collect(PlainBalance::amount)
                                        .injectInto(BigDecimal.ZERO, BigDecimal::add));
            } else if (account.matches()) {
                current.differences()
                        .number(
                                expected,
                                balances(steps, account.group(2))
                                        .select(b -> b.account().equals(account.group(1)))
                                        .collect(PlainBalance::amount)
                                        .injectInto(BigDecimal.ZERO, BigDecimal::add));
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private ImmutableList<PlainBalance> balances(ImmutableList<Matcher> steps, String word) {
        DateBasis basis = basis(word);
        Matcher step = steps.detect(s -> basis(s.group(1)) == basis);
        if (step == null) {
            throw new UnsupportedCaseException("no step takes balances by " + word + " date");
        }
        return ledger.balances(
                LedgerQuery.all().until(LocalDate.parse(step.group(2))).by(basis));
    }

    private static DateBasis basis(String word) {
        return word.startsWith("entry") || word.startsWith("transaction") ? DateBasis.TRANSACTION : DateBasis.POSTING;
    }
}
