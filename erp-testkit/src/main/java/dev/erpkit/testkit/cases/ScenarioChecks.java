package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.DimensionBalance;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.testkit.cases.ScenarioReader.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What a scenario over books expects: outcomes of steps, balances, totals and entries. */
final class ScenarioChecks {
    /** Reasons in the words of cases, and the codes of refusals that say the same. */
    private static final Map<String, String> REASONS = Map.of(
            ".*(unbalanced|not balance|imbalance).*", "entry.unbalanced",
            ".*(closed|locked|frozen).*", "period.locked",
            ".*(different|other content|conflict|reused).*", "entry.id-reused",
            ".*already reversed.*", "entry.already-reversed",
            ".*(no lines|empty|without lines).*", "entry.empty",
            ".*newest.*", "close.not-newest");

    private final Case current;
    private final CaseBooks books;
    private final ImmutableList<JournalEntry> entries;
    private final ImmutableList<Step> steps;
    private final String retained;
    private final LocalDate asOf;

    ScenarioChecks(
            Case current,
            CaseBooks books,
            ImmutableList<JournalEntry> entries,
            ImmutableList<Step> steps,
            String retained,
            LocalDate asOf) {
        this.current = current;
        this.books = books;
        this.entries = entries;
        this.steps = steps;
        this.retained = retained;
        this.asOf = asOf;
    }

    void check() {
        for (String name : current.expect().names()) {
            Field field = current.expect().at(name);
            if (!outcome(field, name) && !total(field, name)) {
                balances(field, name);
            }
        }
    }

    private boolean outcome(Field field, String name) {
        switch (name) {
            case "steps", "results", "outcomes" -> {
                ImmutableList<Field> words = field.elements();
                current.differences().same(field, words.size(), steps.size());
                for (int i = 0; i < Math.min(words.size(), steps.size()); i++) {
                    word(words.get(i), steps.get(i));
                }
            }
            case "accepted", "posted", "balanced", "valid", "closed" ->
                current.differences().same(field, field.truth(), last().accepted());
            case "rejected", "refused" -> current.differences().same(field, field.truth(), !last().accepted());
            case "result", "outcome", "status", "state" -> word(field, last());
            case "error", "reason", "refusal", "code" ->
                current.differences().holds(field, reason(field.text(), last()));
            case "difference", "imbalance", "out_of_balance" -> {
                String difference = last().refusal()
                        .map(r -> String.valueOf(r.facts().get("difference")))
                        .filter(d -> !d.equals("null"))
                        .orElseThrow(() -> new UnsupportedCaseException("no difference"));
                current.differences()
                        .number(field, new BigDecimal(difference.substring(difference.indexOf(' ') + 1)).abs());
            }
            case "reversal", "reversal_entry", "reversal_postings" ->
                PostingLists.compareBase(
                        current, field, last().entry().orElseThrow(() -> new UnsupportedCaseException("no reversal")));
            case "postings", "closing_entry", "closing_postings" -> PostingLists.compareBase(current, field, newest());
            default -> {
                return false;
            }
        }
        return true;
    }

    private Step last() {
        if (steps.isEmpty()) {
            throw new UnsupportedCaseException("no step");
        }
        return steps.getLast();
    }

    private PostedEntry newest() {
        ImmutableList<PostedEntry> journal = books.services().journal();
        if (journal.isEmpty()) {
            throw new UnsupportedCaseException("no entry");
        }
        return journal.getLast();
    }

    /** A word such as posted, rejected or replayed, with a reason behind a colon. */
    private void word(Field field, Step step) {
        String[] parts = field.text().toLowerCase(Locale.ROOT).replace('_', ' ').split(": ", 2);
        boolean holds = outcome(parts[0], step);
        current.differences().holds(field, holds && (parts.length < 2 || reason(parts[1], step)));
    }

    private static boolean outcome(String word, Step step) {
        if (word.matches("accepted|posted|ok|created|booked|success|recorded|reversed|closed|locked|reopened")) {
            return step.accepted() && !step.replayed();
        }
        if (word.matches(
                "replayed|exists|duplicate|no effect|ignored|already posted|unchanged|same result|idempotent")) {
            return step.replayed();
        }
        if (word.matches("rejected|refused|error|failed|blocked|denied|invalid")) {
            return !step.accepted();
        }
        return !step.accepted() && reason(word, step);
    }

    private static boolean reason(String text, Step step) {
        String said = text.toLowerCase(Locale.ROOT).replace('_', ' ');
        String code = REASONS.keySet().stream()
                .filter(said::matches)
                .map(REASONS::get)
                .findFirst()
                .orElseThrow(() -> new UnsupportedCaseException("reason: " + text));
        return step.refusal()
                .map(Refusal::code)
                .filter(c -> c.value().equals(code))
                .isPresent();
    }

    private boolean total(Field field, String name) {
        switch (name) {
            case "numbers" -> {
                ImmutableList<PostedEntry> journal = books.services().journal();
                ImmutableList<Field> rows = field.elements();
                current.differences().same(field, rows.size(), journal.size());
                for (int i = 0; i < Math.min(rows.size(), journal.size()); i++) {
                    String digits = rows.get(i).text().replaceAll(".*?(\\d+)$", "$1");
                    if (!digits.matches("\\d+")) {
                        throw new UnsupportedCaseException(rows.get(i).path());
                    }
                    current.differences()
                            .same(
                                    rows.get(i),
                                    Long.parseLong(digits),
                                    journal.get(i).number().number());
                }
            }
            case "sum", "trial_balance_sum", "sum_of_all_postings", "total_sum" ->
                number(field, all().sumOfLong(b -> b.base().movementMinor()));
            case "number_of_postings", "postings_count", "lines", "number_of_lines" ->
                current.differences().number(field, newest().entry().lines().count(l -> !isTrading(l)));
            case "entries", "number_of_entries", "entries_count", "transactions" ->
                current.differences().number(field, books.services().journal().size());
            case "total_debit", "debit_total", "debits", "total_debits" ->
                number(field, all().sumOfLong(b -> b.base().debitMinor()));
            case "total_credit", "credit_total", "credits", "total_credits" ->
                number(field, all().sumOfLong(b -> b.base().creditMinor()));
            case "total", "totals" -> {
                if (!field.isObject()) {
                    return false;
                }
                field.names().forEach(side -> {
                    if (!side.matches("debit|credit")) {
                        throw new UnsupportedCaseException(field.path() + "." + side);
                    }
                    number(
                            field.at(side),
                            all().collectLong(b -> side.equals("debit") ? net(b) : -net(b))
                                    .select(n -> n > 0)
                                    .sum());
                });
            }
            case "net_income", "profit" ->
                number(field, -minor(retained, b -> b.base().movementMinor()));
            case "equity", "equity_change" -> {
                if (field.isObject() || known(name)) {
                    return false;
                }
                number(field, minor(retained, b -> b.base().movementMinor()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long net(AccountBalance balance) {
        return balance.base().movementMinor();
    }

    private static boolean isTrading(JournalLine line) {
        return line.account().value().equals("trading");
    }

    private ImmutableList<AccountBalance> all() {
        return books.services().index().balances(LedgerQuery.asOf(BookId.MAIN, asOf));
    }

    private void number(Field field, long minor) {
        current.differences().number(field, CaseCurrencies.decimal(minor, books.base()));
    }

    private void balances(Field field, String name) {
        if (name.matches(
                "balances?|after|trial_balance|final|accounts|after_close|balances_after|after_reversal|by_account|carried_forward|opening_balances|opening")) {
            if (field.isList()) {
                field.elements().forEach(row -> sides(row, row.at("account").text()));
            } else {
                field.names().forEach(account -> balance(field.at(account), account));
            }
        } else if (field.isObject() && name.matches("by_.*")) {
            String axis = name.substring(3).replace('_', '-');
            field.names().forEach(value -> onAxis(field.at(value), axis, value));
        } else {
            balance(field, name);
        }
    }

    private void balance(Field field, String account) {
        ImmutableList<String> axes = known(account) ? Lists.immutable.empty() : axesOf(account);
        if (axes.size() == 1) {
            onAxis(field, axes.getOnly(), account);
            return;
        }
        if (!known(account)) {
            throw new UnsupportedCaseException(field.path() + ": no account of that name");
        }
        if (field.isObject()) {
            sides(field, account);
        } else {
            number(field, minor(account, b -> b.base().movementMinor()));
        }
    }

    private void sides(Field field, String account) {
        for (String side : field.names()) {
            switch (side) {
                case "account" -> field.at(side).text();
                case "debit" ->
                    number(field.at(side), minor(account, b -> b.base().debitMinor()));
                case "credit" ->
                    number(field.at(side), minor(account, b -> b.base().creditMinor()));
                case "balance", "amount", "base" ->
                    number(field.at(side), minor(account, b -> b.base().movementMinor()));
                default -> throw new UnsupportedCaseException(field.path() + "." + side);
            }
        }
    }

    /** An account of this name, or the heading of accounts named below it. */
    private static boolean isOf(AccountId account, String name) {
        String said = name.replace('_', '-');
        return account.value().equals(name)
                || account.value().equals(said)
                || account.value().startsWith(name + ":");
    }

    private boolean known(String name) {
        return name.replace('_', '-').equals(retained)
                || entries.flatCollect(JournalEntry::lines).anySatisfy(l -> isOf(l.account(), name))
                || all().anySatisfy(b -> isOf(b.account(), name));
    }

    private long minor(String name, ToLongFunction<AccountBalance> part) {
        return all().select(b -> isOf(b.account(), name)).sumOfLong(part::applyAsLong);
    }

    /** The axes on which lines have this value; what is unassigned is so on the only axis there is. */
    private ImmutableList<String> axesOf(String value) {
        ImmutableList<JournalLine> lines = entries.flatCollect(JournalEntry::lines);
        ImmutableList<String> axes =
                lines.flatCollect(l -> l.dimensions().values().keysView()).distinct();
        return value.equals("unassigned")
                ? axes
                : axes.select(axis -> lines.anySatisfy(
                        l -> l.dimensions().get(axis).filter(value::equals).isPresent()));
    }

    private void onAxis(Field field, String axis, String value) {
        ImmutableList<DimensionBalance> parts = books.services()
                .index()
                .balancesBy(axis, LedgerQuery.asOf(BookId.MAIN, asOf))
                .select(b -> b.value().orElse("unassigned").equals(value));
        if (field.isObject()) {
            field.names()
                    .forEach(account -> number(
                            field.at(account),
                            parts.select(p -> isOf(p.balance().account(), account))
                                    .sumOfLong(p -> p.balance().base().movementMinor())));
        } else {
            number(field, parts.sumOfLong(p -> p.balance().base().movementMinor()));
        }
    }
}
