package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.testkit.books.KitBooks;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Entries or balances, what is done with them step by step, and the outcomes, balances and totals that follow. */
final class ScenarioReader {
    private static final Pattern ENTRIES = Pattern.compile("entry|entries|transactions?|journal|transfers?|moves?");
    private static final Pattern BALANCES =
            Pattern.compile("balances?|opening|opening_balances?|trial_balance|before|accounts");
    private static final Pattern LOCK = Pattern.compile("(closed|locked|frozen)_(through|until|upto)|lock_date");
    private static final Pattern RETAINED =
            Pattern.compile("closing_account|retained_earnings|equity_account|closing_account_head");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
    private static final Pattern POST = Pattern.compile(
            "(?:try to )?(?:post|submit|enter|record|book|send)(?: (the|each|all|it|this|both|them|every))?(?: of)?(?: the)?"
                    + "(?: (first|second|third|same))?(?: (?:journal )?(?:entry|entries|transactions?|transfers?|batch|invoice))?"
                    + "(?: (again|twice|a second time|once more))?(?: with the same (?:key|id))?(?: on .*)?");
    private static final Pattern OTHER = Pattern.compile(
            "(?:try to )?(?:post|submit|enter|record|book|send)\\b.* with (?:an?other|a different|other)? ?(amount|date|account|content)s?\\b.*");
    private static final Pattern REVERSE = Pattern.compile("(?:try to )?(?:reverse|cancel)\\b.*");
    private static final Pattern YEAR = Pattern.compile(
            "(close|reopen|try to close|try to reopen)(?: the)?(?: (?:fiscal )?(?:year|books))?(?: (\\d{4}))?(?: (?:to|into|keeping) .*)?");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:close|lock)(?: the)?(?: (?:period|books|month|ledger))?(?: (?:through|until|to|up to))? .*");
    private static final Pattern QUESTION = Pattern.compile(
            "(?:take |compute |show |draw up |read )?(?:the )?(?:trial |account |closing )?(?:balances?|report|sum|totals?|query|check|income statement)\\b.*");

    private final Case current;
    private final CaseBooks books;
    private final EntryForms forms;
    private final MutableList<JournalEntry> entries = Lists.mutable.empty();
    private final MutableList<Step> steps = Lists.mutable.empty();
    private String retained = "retained-earnings";
    private LocalDate asOf = LocalDate.of(9999, 12, 31);

    /** What became of a step; the entry that it made or would have made. */
    record Step(boolean accepted, boolean replayed, Optional<Refusal> refusal, Optional<PostedEntry> entry) {
        static Step of(Outcome<?> outcome) {
            boolean replayed = outcome instanceof Outcome.Accepted<?> accepted && accepted.replayed();
            Optional<PostedEntry> entry = outcome.isAccepted() && outcome.orElseThrow() instanceof PostedEntry posted
                    ? Optional.of(posted)
                    : Optional.empty();
            return new Step(outcome.isAccepted(), replayed, outcome.refusal(), entry);
        }
    }

    private ScenarioReader(Case current, String base) {
        this.current = current;
        CaseCurrencies currencies = new CaseCurrencies(current, base);
        this.books = new CaseBooks(currencies.base());
        this.forms = new EntryForms(books, currencies);
    }

    static void run(Case current) {
        Field given = current.given();
        ImmutableList<String> names = given.names();
        boolean facts = names.anySatisfy(
                n -> ENTRIES.matcher(n).matches() || BALANCES.matcher(n).matches());
        boolean others = names.anySatisfy(n -> !n.matches("currency|base|base_currency|years?")
                && !ENTRIES.matcher(n).matches()
                && !BALANCES.matcher(n).matches()
                && !LOCK.matcher(n).matches()
                && !RETAINED.matcher(n).matches());
        boolean years = names.contains("years");
        if (!(facts || years) || others || current.when().isEmpty()) {
            throw new UnsupportedCaseException("no entries or balances with steps");
        }
        String base = Lists.immutable
                .of("base", "base_currency", "currency")
                .select(given::has)
                .collect(n -> given.at(n).text())
                .getFirstOptional()
                .orElse("USD");
        new ScenarioReader(current, base).run(given);
    }

    private void run(Field given) {
        given.find("year").ifPresent(Field::text);
        given.find("years").ifPresent(list -> list.elements().forEach(Field::text));
        for (String name : given.names()) {
            Field field = given.at(name);
            if (RETAINED.matcher(name).matches()) {
                retained = field.text();
            } else if (ENTRIES.matcher(name).matches()) {
                read(name, field);
            }
        }
        books.account(retained, AccountClass.EQUITY);
        given.names().select(n -> BALANCES.matcher(n).matches()).forEach(n -> books.post(opening(given.at(n))));
        boolean posts = current.when().anySatisfy(s -> POST.matcher(lower(s)).matches());
        if (!posts) {
            entries.forEach(e -> steps.add(Step.of(books.services().posting().post(e, KitBooks.CLERK))));
            if (!steps.allSatisfy(Step::accepted)) {
                throw new UnsupportedCaseException("facts that are refused");
            }
            steps.clear();
        }
        given.names()
                .select(n -> LOCK.matcher(n).matches())
                .forEach(n -> lock(given.at(n).date()));
        current.when().forEach(step -> step(lower(step)));
        new ScenarioChecks(current, books, entries.toImmutable(), steps.toImmutable(), retained, asOf).check();
    }

    private static String lower(String step) {
        return step.toLowerCase(Locale.ROOT).strip();
    }

    private void read(String name, Field field) {
        boolean several = field.isList()
                && field.elements().notEmpty()
                && (field.elements().getFirst().isList()
                        || !field.elements().getFirst().has("account"));
        if (several) {
            field.elements().forEachWithIndex((e, i) -> entries.add(forms.entry("entry-" + i, e)));
        } else {
            entries.add(forms.entry(name, field));
        }
    }

    /** Balances as one entry of the first day; what does not sum to zero are no balances. */
    private JournalEntry opening(Field field) {
        ImmutableList<JournalLine> lines = field.isObject()
                ? field.names()
                        .collect(n -> books.line(n, CaseAmount.of(field.at(n)).number()))
                : field.elements().collect(forms::line);
        ImmutableList<JournalLine> moved = lines.select(l -> l.baseMinor() != 0);
        if (moved.isEmpty() || moved.sumOfLong(JournalLine::baseMinor) != 0) {
            throw new UnsupportedCaseException("balances that do not sum to zero");
        }
        return books.entry("opening", CaseBooks.DAY, moved);
    }

    private Step lock(LocalDate through) {
        return Step.of(books.services().periods().lock(BookId.MAIN, LockScope.ALL, through, KitBooks.CLERK));
    }

    private void step(String text) {
        Matcher post = POST.matcher(text);
        Matcher year = YEAR.matcher(text);
        Matcher other = OTHER.matcher(text);
        if (other.matches()) {
            steps.add(Step.of(books.services().posting().post(changed(other.group(1)), KitBooks.CLERK)));
        } else if (post.matches()) {
            post(post);
        } else if (REVERSE.matcher(text).matches()) {
            steps.add(reverse(text));
        } else if (year.matches()) {
            steps.add(year(year));
        } else if (PERIOD.matcher(text).matches() && DATE.matcher(text).find()) {
            steps.add(lock(date(text)));
        } else if (QUESTION.matcher(text).matches()) {
            if (DATE.matcher(text).find()) {
                asOf = date(text);
            }
        } else {
            throw new UnsupportedCaseException("step: " + text);
        }
    }

    private void post(Matcher step) {
        ImmutableList<JournalEntry> wanted = entries.toImmutable();
        if (step.group(2) != null && !step.group(2).equals("same")) {
            int index = Lists.immutable.of("first", "second", "third").indexOf(step.group(2));
            if (index >= entries.size()) {
                throw new UnsupportedCaseException("no entry " + step.group(2));
            }
            wanted = Lists.immutable.of(entries.get(index));
        }
        int times = "twice".equals(step.group(3)) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            wanted.forEach(e -> steps.add(Step.of(books.services().posting().post(e, KitBooks.CLERK))));
        }
    }

    /** The last entry under its id with other content. */
    private JournalEntry changed(String what) {
        JournalEntry entry = entries.getLast();
        JournalEntry.Builder changed = JournalEntry.builder().from(entry);
        return what.equals("date")
                ? changed.date(entry.date().plusDays(1)).build()
                : changed.lines(entry.lines()
                                .collect(l -> JournalLine.builder()
                                        .from(l)
                                        .inBase(l.base().multiply(2))
                                        .build()))
                        .build();
    }

    private Step reverse(String text) {
        JournalEntry entry = entries.getLast();
        LocalDate date = DATE.matcher(text).find() ? date(text) : entry.date();
        return Step.of(books.services()
                .posting()
                .reverse(entry.id(), EntryId.of("reversal-" + steps.size()), date, KitBooks.CLERK));
    }

    private Step year(Matcher step) {
        int number = step.group(2) == null ? CaseBooks.DAY.getYear() : Integer.parseInt(step.group(2));
        FiscalYear year =
                FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR).yearOf(LocalDate.of(number, 6, 30));
        if (step.group(1).endsWith("reopen")) {
            return Step.of(books.services()
                    .yearEnd()
                    .reopen(BookId.MAIN, year.id().toString(), "the case reopens it", KitBooks.CLERK));
        }
        ClosePolicy.Builder policy = ClosePolicy.builder();
        return Step.of(books.services()
                .yearEnd()
                .close(BookId.MAIN, year, policy.retainedEarnings(retained).build(), KitBooks.CLERK));
    }

    private static LocalDate date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.find()) {
            throw new UnsupportedCaseException("no date: " + text);
        }
        String found = date.group();
        return found.length() == 7 ? YearMonth.parse(found).atEndOfMonth() : LocalDate.parse(found);
    }
}
