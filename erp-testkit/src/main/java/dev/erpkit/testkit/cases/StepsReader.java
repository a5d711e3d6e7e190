package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.outcome.ErpException;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** One entry and what is done to it, step by step: each step is accepted or refused. */
final class StepsReader {
    private static final Pattern REVERSE = Pattern.compile("reverse(?: it)? with posting date (\\d{4}-\\d{2}-\\d{2})");

    private final Case current;
    private final CaseBooks books;
    private final JournalEntry entry;
    private Optional<PostedEntry> posted = Optional.empty();
    private LocalDate closedThrough = LocalDate.MIN;
    private int reversals;

    private record Step(String word, Optional<Refusal> refusal, LocalDate date) {}

    private StepsReader(Case current) {
        this.current = current;
        this.books = new CaseBooks(new CaseCurrencies(current, "BASE").base());
        Field given = current.given().at("entry");
        Field postings = given.isList() ? given : given.at("postings");
        if (given.isObject()) {
            given.requireNames("date", "postings");
        }
        LocalDate date = given.isList() ? CaseBooks.DAY : given.at("date").date();
        this.entry = books.entry("entry", date, postings.elements().collect(this::line));
    }

    private JournalLine line(Field posting) {
        posting.find("party").ifPresent(Field::text);
        if (posting.names().anySatisfy(n -> !n.matches("account|amount|party"))) {
            throw new UnsupportedCaseException(posting.path() + " has the fields " + posting.names());
        }
        return books.line(posting.at("account").text(), posting.at("amount").decimal());
    }

    static void run(Case current) {
        if (current.given().names().anySatisfy(n -> !n.matches("entry|period|closed_through"))
                || !current.expect().has("steps")) {
            throw new UnsupportedCaseException("no entry with steps");
        }
        new StepsReader(current).run();
    }

    private void run() {
        current.given().find("period").ifPresent(period -> {
            if (!period.text().equals("open")) {
                throw new UnsupportedCaseException(period.path() + ": " + period.text());
            }
        });
        prepare();
        ImmutableList<Field> expected = current.expect().at("steps").elements();
        if (expected.size() != current.when().size()) {
            throw new UnsupportedCaseException("steps and outcomes differ in number");
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(expected.get(i), step(current.when().get(i).toLowerCase(Locale.ROOT)));
        }
        current.expect().names().reject("steps"::equals).forEach(this::compareRest);
    }

    private void prepare() {
        if (current.given().has("closed_through")) {
            posted = Optional.of(books.post(entry));
            lock(current.given().at("closed_through").date());
        }
    }

    private Step step(String text) {
        Matcher reverse = REVERSE.matcher(text);
        if (reverse.matches()) {
            return reverse(LocalDate.parse(reverse.group(1)));
        }
        return switch (text) {
            case "post the entry" -> posted(entry);
            case "post the entry again", "post it again" -> posted(entry);
            case "try to change its date" ->
                changed(JournalEntry.builder()
                        .from(entry)
                        .date(entry.date().plusDays(1))
                        .build());
            case "try to change its amount", "try to change its amounts" ->
                changed(JournalEntry.builder()
                        .from(entry)
                        .lines(entry.lines()
                                .collect(l -> JournalLine.builder()
                                        .from(l)
                                        .inBase(l.base().multiply(2))
                                        .build()))
                        .build());
            case "try to bring it back to draft", "try to delete it" -> overwritten();
            case "try to post an entry without lines" ->
                posted(JournalEntry.builder()
                        .id("empty")
                        .date(entry.date())
                        .lines(Lists.immutable.empty())
                        .build());
            case "close the period" ->
                closed(entry.date().withDayOfMonth(entry.date().lengthOfMonth()));
            case "try to enter the same entry dated in the closed period" ->
                posted(JournalEntry.builder().from(entry).id("again").build());
            default -> throw new UnsupportedCaseException("step: " + text);
        };
    }

    private Step posted(JournalEntry wanted) {
        Outcome<PostedEntry> outcome = books.services().posting().post(wanted, KitBooks.CLERK);
        if (wanted == entry && outcome.isAccepted()) {
            posted = Optional.of(outcome.orElseThrow());
        }
        return new Step(outcome.isAccepted() ? "posted" : "rejected", outcome.refusal(), wanted.date());
    }

    /** A posted entry is changed by nothing but other entries: its id with other content is refused. */
    private Step changed(JournalEntry other) {
        Step step = posted(other);
        Optional<PostedEntry> stored = books.services().harness().journal().find(entry.id());
        return stored.equals(posted) ? step : new Step("changed", Optional.empty(), other.date());
    }

    /** No service takes a posted entry back; the store itself refuses to write over it. */
    private Step overwritten() {
        try {
            books.services().harness().journal().append(Lists.immutable.of(posted.orElseThrow()));
            return new Step("overwritten", Optional.empty(), entry.date());
        } catch (ErpException refused) {
            return new Step("rejected", Optional.empty(), entry.date());
        }
    }

    private Step closed(LocalDate through) {
        boolean done = lock(through);
        return new Step(done ? "closed" : "rejected", Optional.empty(), through);
    }

    private boolean lock(LocalDate through) {
        closedThrough = through;
        return books.services()
                .periods()
                .lock(BookId.MAIN, LockScope.ALL, through, KitBooks.CLERK)
                .isAccepted();
    }

    /** An entry is reversed once, so another reversal is an attempt on the same facts in books of its own. */
    private Step reverse(LocalDate date) {
        if (reversals > 0) {
            StepsReader twin = new StepsReader(current);
            twin.prepare();
            return twin.reverse(date);
        }
        Outcome<PostedEntry> outcome = books.services()
                .posting()
                .reverse(entry.id(), EntryId.of("reversal-" + reversals++), date, KitBooks.CLERK);
        LocalDate dated = outcome.isAccepted() ? outcome.orElseThrow().entry().date() : date;
        return new Step(outcome.isAccepted() ? "accepted" : "rejected", outcome.refusal(), dated);
    }

    private void compare(Field expected, Step step) {
        String[] parts = expected.text().split(": ", 2);
        current.differences().same(expected, parts[0], step.word());
        if (parts.length < 2) {
            return;
        }
        for (String claim : parts[1].split(", ")) {
            current.differences().holds(expected, holds(claim, step));
        }
    }

    private boolean holds(String claim, Step step) {
        if (claim.matches("dated \\d{4}-\\d{2}-\\d{2}")) {
            return step.date().equals(LocalDate.parse(claim.substring(6)));
        }
        return switch (claim) {
            case "balances return to 0" ->
                entry.lines()
                        .allSatisfy(line ->
                                books.base(line.account().value(), step.date()).compareTo(BigDecimal.ZERO) == 0);
            case "date lies in a closed period" ->
                refusedWith(step, "period.locked") && !step.date().isAfter(closedThrough);
            default -> throw new UnsupportedCaseException("claim: " + claim);
        };
    }

    private static boolean refusedWith(Step step, String code) {
        return step.refusal().filter(r -> r.code().value().equals(code)).isPresent();
    }

    private void compareRest(String name) {
        Field expected = current.expect().at(name);
        switch (name) {
            case "original_unchanged" ->
                current.differences()
                        .holds(
                                expected,
                                expected.truth()
                                        == books.services()
                                                .harness()
                                                .journal()
                                                .find(entry.id())
                                                .equals(posted));
            case "link" -> {
                if (!expected.text().equals("reversal refers to the original and the original to its reversal")) {
                    throw new UnsupportedCaseException(expected.text());
                }
                current.differences().holds(expected, linkedBothWays());
            }
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private boolean linkedBothWays() {
        Optional<EntryId> reversal = books.services().harness().journal().reversalOf(entry.id());
        return reversal.flatMap(books.services().harness().journal()::find)
                .flatMap(r -> r.entry().reverses())
                .equals(Optional.of(entry.id()));
    }
}
