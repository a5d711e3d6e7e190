package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** An amount reserved between two accounts and then posted in whole or in part, given up or left to run out. */
final class TwoPhaseReader {
    private static final String DEBITED = "debited";
    private static final String CREDITED = "credited";
    private static final Pattern AMOUNT = Pattern.compile("pending|reserved|reserve|amount|hold|pending_amount");
    private static final Pattern STEP = Pattern.compile(
            "(?:try to )?(reserve|hold|post|settle|void|release|cancel|expire|let it expire|(?:wait|let|advance|after)(?: it| the)?(?: until| \\d+| timeout)? ?[a-z ]*)"
                    + "(?: (?:the )?(?:full|whole|pending|reserved|rest)?(?: ?(?:amount|transfer|entry|reservation))?)?"
                    + "(?:(?: the)? ?(\\d+(?:\\.\\d+)?)(?: of it)?)?( again)?");
    private static final Duration LIFE = Duration.ofHours(1);

    private final Case current;
    private final CaseBooks books;
    private final BigDecimal amount;
    private final MutableList<String> outcomes = Lists.mutable.empty();
    private final MutableList<String> codes = Lists.mutable.empty();
    private final MutableList<Snapshot> snapshots = Lists.mutable.empty();

    private record Snapshot(BigDecimal pending, BigDecimal posted) {}

    private TwoPhaseReader(Case current, BigDecimal amount) {
        this.current = current;
        this.amount = amount;
        this.books = new CaseBooks(new CaseCurrencies(current, "USD").base());
    }

    static void run(Case current) {
        ImmutableList<String> names = current.given().names();
        ImmutableList<String> lives =
                names.select(n -> n.matches("timeout(_seconds)?|expires_in|expires_after(_seconds)?"));
        lives.forEach(n -> current.given().at(n).text());
        names = names.newWithoutAll(lives);
        if (names.size() != 1 || !AMOUNT.matcher(names.getOnly()).matches()) {
            throw new UnsupportedCaseException("no single amount to reserve");
        }
        Field pending = current.given().at(names.getOnly());
        if (pending.isObject() && pending.has("amount") && !pending.has("currency")) {
            Alias transfer = new Alias(pending);
            transfer.any("id", "debit", "from", "debit_account").ifPresent(Field::text);
            transfer.any("credit", "to", "credit_account").ifPresent(Field::text);
            CaseAmount amount = CaseAmount.of(transfer.need("amount"));
            transfer.nothingElse();
            new TwoPhaseReader(current, amount.number()).run();
            return;
        }
        new TwoPhaseReader(current, CaseAmount.of(pending).number()).run();
    }

    private void run() {
        ImmutableList<Matcher> steps = current.when().collect(step -> STEP.matcher(step.toLowerCase(Locale.ROOT)));
        if (steps.isEmpty() || !steps.allSatisfy(Matcher::matches)) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        if (!steps.getFirst().group(1).matches("reserve|hold")) {
            reserve();
        }
        steps.forEach(this::step);
        check();
    }

    private JournalEntry entry(String id, BigDecimal number) {
        return books.entry(
                id,
                CaseBooks.DAY,
                Lists.immutable.of(books.line(DEBITED, number), books.line(CREDITED, number.negate())));
    }

    private boolean reserve() {
        boolean accepted = books.services()
                .reservations()
                .reserve(
                        entry("reservation", amount),
                        Optional.of(books.clock().instant().plus(LIFE)),
                        KitBooks.CLERK)
                .isAccepted();
        snapshots.add(snapshot());
        return accepted;
    }

    private void step(Matcher step) {
        EntryId reservation = EntryId.of("reservation");
        EntryId posted = EntryId.of("posted-" + outcomes.size());
        switch (step.group(1)) {
            case "reserve", "hold" -> {
                outcomes.add(reserve() ? "reserved" : "rejected");
                codes.add("");
            }
            case "post", "settle" -> {
                Outcome<?> outcome = step.group(2) == null
                        ? books.services().reservations().settle(reservation, posted, KitBooks.CLERK)
                        : books.services()
                                .reservations()
                                .settle(
                                        reservation,
                                        entry(posted.value(), new BigDecimal(step.group(2))),
                                        KitBooks.CLERK);
                outcomes.add(outcome.isAccepted() ? "posted" : "rejected");
                codes.add(outcome.refusal().map(r -> r.code().value()).orElse(""));
            }
            case "void", "release", "cancel" -> {
                // giving up again is a replay to the library; only what changes something counts as a step
                Outcome<?> outcome = books.services().reservations().release(reservation, KitBooks.CLERK);
                boolean fresh = outcome instanceof Outcome.Accepted<?> accepted && !accepted.replayed();
                outcomes.add(fresh ? "voided" : "rejected");
                codes.add(outcome.refusal().map(r -> r.code().value()).orElse(fresh ? "" : "reservation.resolved"));
            }
            default -> {
                books.clock().advance(LIFE);
                boolean ended = books.services()
                        .reservations()
                        .expire(KitBooks.CLERK)
                        .orElseThrow()
                        .notEmpty();
                outcomes.add(ended ? "expired" : "rejected");
                codes.add("");
            }
        }
        snapshots.add(snapshot());
    }

    private Snapshot snapshot() {
        long[] pending = new long[1];
        books.services()
                .harness()
                .reservations()
                .forEachOpen(r -> pending[0] += r.expiredAt(books.clock().instant())
                        ? 0
                        : r.entry().lines().select(l -> l.baseMinor() > 0).sumOfLong(JournalLine::baseMinor));
        long posted = books.services()
                .index()
                .balances(LedgerQuery.asOf(BookId.MAIN, CaseBooks.DAY))
                .select(b -> b.account().value().equals(DEBITED))
                .sumOfLong((AccountBalance b) -> b.base().movementMinor());
        return new Snapshot(
                CaseCurrencies.decimal(pending[0], books.base()), CaseCurrencies.decimal(posted, books.base()));
    }

    private void check() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (name.equals("steps") || name.equals("results")) {
                outcomes(expected);
            } else if (name.matches("error|reason|code")) {
                current.differences().same(expected, codeOf(expected.text()), codes.getLast());
            } else if (name.matches("after_(pending|reserve|reserving|reservation)")) {
                compare(expected, snapshots.getFirst());
            } else if (name.matches("after|final|after_(post|posting|void|voiding|expire|expiry|release)")) {
                compare(expected, snapshots.getLast());
            } else {
                figure(expected, name, snapshots.getLast());
            }
        }
    }

    private void outcomes(Field expected) {
        ImmutableList<Field> fields = expected.elements();
        current.differences().same(expected, fields.size(), outcomes.size());
        for (int i = 0; i < Math.min(fields.size(), outcomes.size()); i++) {
            String text = fields.get(i).text();
            String word = text.replaceAll("^(accepted|ok|created)$", "posted")
                    .replaceAll("^(released|cancelled)$", "voided")
                    .replaceAll("^(refused|error)$", "rejected");
            if (word.matches("posted|voided|expired|reserved|rejected")) {
                current.differences().same(fields.get(i), word, outcomes.get(i));
            } else {
                current.differences().same(fields.get(i), codeOf(text), codes.get(i));
            }
        }
    }

    /** What peers call the reasons for which a reserved amount is not posted. */
    private static String codeOf(String text) {
        String said = text.toLowerCase(Locale.ROOT).replace('_', ' ');
        if (said.matches(".*exceed.*")) {
            return "reservation.exceeded";
        }
        if (said.matches(".*expired.*")) {
            return "reservation.expired";
        }
        if (said.matches(".*(already|resolved|posted|voided).*")) {
            return "reservation.resolved";
        }
        throw new UnsupportedCaseException("reason: " + text);
    }

    private void compare(Field expected, Snapshot snapshot) {
        expected.names().forEach(name -> figure(expected.at(name), name, snapshot));
    }

    private void figure(Field expected, String name, Snapshot snapshot) {
        if (expected.isObject()) {
            compare(expected, snapshot);
            return;
        }
        BigDecimal actual = switch (name) {
            case "pending", "reserved", "debits_pending", "credits_pending" -> snapshot.pending();
            case "posted", "debits_posted", "credits_posted" -> snapshot.posted();
            default -> throw new UnsupportedCaseException(expected.path());
        };
        current.differences().number(expected, actual);
    }
}
