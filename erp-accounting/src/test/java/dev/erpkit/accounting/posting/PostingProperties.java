package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.DAY;
import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.entry;
import static dev.erpkit.accounting.posting.Desk.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.core.outcome.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;

/** Invariants 1, 2, 6, 8, 9, 10, 11 and 13 after every command of random histories. */
class PostingProperties {
    /** A command, told by numbers so that histories shrink: what it does follows from its kind. */
    record Command(int kind, int id, int other, int debit, int credit, int day, int amount) {}

    private static final List<String> ACCOUNTS = List.of("cash", "sales", "bank", "card");

    @Provide
    Arbitrary<List<Command>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-40, 400),
                        Arbitraries.integers().between(1, 300))
                .as(Command::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void after_every_command_the_books_are_sound(@ForAll("histories") List<Command> history) {
        Desk desk = new Desk();
        desk.post(entry("capital", "bank", "sales", 500)).orElseThrow();
        for (Command command : history) {
            desk.now = desk.now.plus(Duration.ofMinutes(command.amount() % 20));
            List<PostedEntry> before = desk.journal();
            Object outcome = run(desk, command);
            List<PostedEntry> after = desk.journal();

            assertThat(after.subList(0, before.size())).isEqualTo(before);
            if (refused(outcome)) {
                assertThat(after).isEqualTo(before);
            }
            soundEntries(after);
            soundNumbers(after);
            soundLimits(desk, after);
            soundReversals(desk, after);
            soundIndex(desk, after);
        }
    }

    @Property(tries = 200)
    void a_command_sent_twice_takes_effect_once(@ForAll("histories") List<Command> history) {
        Desk once = new Desk();
        Desk twice = new Desk();
        for (Command command : history) {
            once.now = once.now.plus(Duration.ofMinutes(command.amount()));
            twice.now = once.now;
            Object first = run(once, command);
            assertThat(run(twice, command)).isEqualTo(first);
            Object again = run(twice, command);
            assertThat(refused(again)).isEqualTo(refused(first));
            assertThat(twice.journal()).isEqualTo(once.journal());
        }
    }

    @Property(tries = 200)
    void balances_do_not_depend_on_the_order_of_independent_entries(
            @ForAll("histories") List<Command> history, @ForAll Random random) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            Command c = history.get(i);
            entries.add(entry("e" + i, DAY.plusDays(c.day()), "cash", c.kind() < 4 ? "sales" : "trading", c.amount()));
        }
        Desk straight = new Desk();
        Desk shuffled = new Desk();
        entries.forEach(e -> straight.post(e).orElseThrow());
        Collections.shuffle(entries, random);
        entries.forEach(e -> shuffled.post(e).orElseThrow());

        for (int day = -41; day <= 401; day += 13) {
            for (String account : List.of("cash", "sales", "trading")) {
                assertThat(shuffled.balance(account, DAY.plusDays(day)))
                        .isEqualTo(straight.balance(account, DAY.plusDays(day)));
            }
        }
    }

    private static Object run(Desk desk, Command c) {
        String id = "e" + c.id();
        JournalEntry entry = propose(id, c);
        return switch (c.kind()) {
            case 0, 1 -> desk.post(entry);
            case 2 -> desk.reverse("e" + c.other(), "r" + c.id(), DAY.plusDays(c.day()));
            case 3 -> desk.reverse("r" + c.other(), "rr" + c.id(), DAY.plusDays(c.day()));
            case 4 ->
                desk.books
                        .reservations()
                        .reserve(
                                entry,
                                c.amount() % 3 == 0
                                        ? Optional.of(desk.now.plus(Duration.ofHours(1)))
                                        : Optional.empty(),
                                POSTER);
            case 5 -> desk.books.reservations().settle(EntryId.of("e" + c.other()), propose("s" + c.id(), c), POSTER);
            case 6 -> {
                desk.books.reservations().expire(POSTER);
                yield desk.books.reservations().release(EntryId.of("e" + c.other()), POSTER);
            }
            default ->
                desk.books.post(
                        Batch.atomic(Lists.immutable.of(entry, propose("e" + c.other(), c), propose("b" + c.id(), c))),
                        POSTER);
        };
    }

    private static JournalEntry propose(String id, Command c) {
        String debit = ACCOUNTS.get(c.debit());
        String credit = ACCOUNTS.get(c.credit());
        return c.amount() % 5 == 0
                ? entry(id, line(debit, "1", "USD", c.amount()), line(credit, "-1", "USD", -c.amount()))
                : entry(id, DAY.plusDays(c.day()), debit, credit, c.amount());
    }

    private static boolean refused(Object outcome) {
        return outcome instanceof BatchOutcome batch
                ? !batch.allAccepted()
                : outcome instanceof Outcome<?> one && !one.isAccepted();
    }

    private static void soundEntries(List<PostedEntry> journal) {
        for (PostedEntry posted : journal) {
            assertThat(posted.entry().lines().size()).isGreaterThanOrEqualTo(2);
            assertThat(posted.entry()
                            .lines()
                            .collectLong(JournalLine::baseMinor)
                            .sum())
                    .isZero();
            assertThat(posted.entry()
                            .lines()
                            .sumByLong(l -> l.amount().getCurrency(), JournalLine::amountMinor)
                            .allSatisfy(sum -> sum == 0))
                    .isTrue();
            assertThat(posted.entry()
                            .lines()
                            .allSatisfy(l -> Long.signum(l.amountMinor()) == Long.signum(l.baseMinor())))
                    .isTrue();
        }
    }

    private static void soundNumbers(List<PostedEntry> journal) {
        Map<String, Long> last = new HashMap<>();
        for (int i = 0; i < journal.size(); i++) {
            EntryNumber number = journal.get(i).number();
            assertThat(journal.get(i).position()).isEqualTo(i + 1);
            assertThat(number.journal()).isEqualTo(JournalId.GENERAL);
            assertThat(number.fiscalYear())
                    .isEqualTo(journal.get(i).entry().date().getYear());
            assertThat(number.number()).isEqualTo(last.merge("" + number.fiscalYear(), 1L, Long::sum));
        }
    }

    /** Posted and reserved together keep the limits at the end of every day. */
    private static void soundLimits(Desk desk, List<PostedEntry> journal) {
        long[] reserved = new long[2];
        desk.books.stores().reservations().forEachOpen(r -> {
            if (!r.expiredAt(desk.now)) {
                reserved[0] += Math.min(0, yen(r, "bank"));
                reserved[1] += Math.max(0, yen(r, "card"));
            }
        });
        long bank = 0;
        for (long change : days(journal, "bank").values()) {
            bank += change;
            assertThat(bank).isNotNegative();
        }
        assertThat(bank + reserved[0]).isNotNegative();
        long card = 0;
        for (long change : days(journal, "card").values()) {
            card += change;
            assertThat(card).isLessThanOrEqualTo(500);
        }
        assertThat(card + reserved[1]).isLessThanOrEqualTo(500);
    }

    private static long yen(Reservation reservation, String account) {
        return yen(reservation.entry(), account);
    }

    private static long yen(JournalEntry entry, String account) {
        return entry.lines()
                .select(l -> l.account().value().equals(account)
                        && l.amount().getCurrency().getCurrencyCode().equals("JPY"))
                .sumOfLong(JournalLine::amountMinor);
    }

    private static TreeMap<LocalDate, Long> days(List<PostedEntry> journal, String account) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        journal.forEach(posted -> days.merge(posted.entry().date(), yen(posted.entry(), account), Long::sum));
        return days;
    }

    private static void soundReversals(Desk desk, List<PostedEntry> journal) {
        Map<EntryId, EntryId> reversals = new HashMap<>();
        for (PostedEntry posted : journal) {
            posted.entry().reverses().ifPresent(original -> {
                assertThat(reversals.put(original, posted.id())).isNull();
                assertThat(desk.books.stores().journal().reversalOf(original)).contains(posted.id());
                JournalEntry reversed = desk.books
                        .stores()
                        .journal()
                        .find(original)
                        .orElseThrow()
                        .entry();
                assertThat(posted.entry().lines()).isEqualTo(reversed.lines().collect(JournalLine::negated));
            });
        }
    }

    /** The index agrees with a fold of the journal. */
    private static void soundIndex(Desk desk, List<PostedEntry> journal) {
        for (String account : ACCOUNTS) {
            long sum = journal.stream()
                    .flatMap(posted -> posted.entry().lines().castToList().stream())
                    .filter(l -> l.account().value().equals(account))
                    .mapToLong(JournalLine::baseMinor)
                    .sum();
            assertThat(desk.balance(account, LocalDate.of(9999, 12, 31))).isEqualTo(sum);
        }
    }
}
