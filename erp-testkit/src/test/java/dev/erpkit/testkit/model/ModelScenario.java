package dev.erpkit.testkit.model;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/** Commands in an order that every kind of answer is given in; each is compared with the reference as drawn ones are. */
final class ModelScenario {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ModelPair pair;
    private final ModelCommands books;

    private ModelScenario(Map<String, Integer> answers) {
        pair = new ModelPair(answers);
        books = new ModelCommands(pair);
    }

    /** Runs them on books of their own and counts the answers. */
    static void run(Map<String, Integer> answers) {
        new ModelScenario(answers).entries();
        new ModelScenario(answers).reversals();
        new ModelScenario(answers).items();
        new ModelScenario(answers).locks();
        new ModelScenario(answers).reservations();
        new ModelScenario(answers).years();
        new ModelScenario(answers).emptyYears();
    }

    private static EntryId id(String id) {
        return EntryId.of(id);
    }

    private static JournalEntry entry(String id, LocalDate date, String debit, String credit, long amount) {
        return entry(id, date, debit, credit, amount, amount);
    }

    private static JournalEntry entry(
            String id, LocalDate date, String debit, String credit, long amount, long contrary) {
        return JournalEntry.builder()
                .id(id)
                .date(date)
                .debit(debit, Amounts.ofMinor(amount, ModelPair.JPY))
                .credit(credit, Amounts.ofMinor(contrary, ModelPair.JPY))
                .build();
    }

    private static JournalEntry sale(String id, LocalDate date) {
        return entry(id, date, "cash", "sales", 100);
    }

    private void entries() {
        books.post(sale("a", FEBRUARY));
        books.post(sale("a", FEBRUARY));
        books.post(sale("a", MARCH));
        books.post(JournalEntry.builder().id("b").date(FEBRUARY).build());
        books.post(entry("b", FEBRUARY, "cash", "sales", 10, 11));
        books.post(entry("b", FEBRUARY, "heading", "sales", 10));
        books.post(entry("b", FEBRUARY, "nowhere", "sales", 10));
        books.post(entry("b", FEBRUARY, "claims", "sales", 10));
        books.post(entry("b", FEBRUARY, "purse", "sales", 151));
        books.post(batch(sale("c", FEBRUARY), entry("d", FEBRUARY, "cash", "sales", 1, 2)));
        books.post(batch(sale("a", FEBRUARY), sale("a", MARCH)));
        books.post(batch(sale("c", FEBRUARY), sale("c", FEBRUARY)));
        JournalEntry.Builder dollars = JournalEntry.builder();
        dollars.id("dollars").date(FEBRUARY);
        books.post(dollars.add(dollars("dollars", 500, 600))
                .add(dollars("retained", -500, -600))
                .build());
        books.revalue(id("v"), MARCH);
        books.revalue(id("v"), MARCH);
        books.revalue(id("v"), MARCH.plusMonths(1));
    }

    private static Batch batch(JournalEntry... chain) {
        return Batch.atomic(Lists.immutable.of(chain));
    }

    private static JournalLine dollars(String account, long cents, long yen) {
        return JournalLine.builder()
                .account(account)
                .amount(Amounts.ofMinor(cents, ModelPair.USD))
                .base(Amounts.ofMinor(yen, ModelPair.JPY))
                .build();
    }

    private void reversals() {
        books.post(sale("a", FEBRUARY));
        books.reverse(id("none"), id("r"), FEBRUARY);
        books.reverse(id("a"), id("r"), FEBRUARY.minusDays(1));
        books.reverse(id("a"), id("a"), FEBRUARY);
        books.reverse(id("a"), id("r"), FEBRUARY);
        books.reverse(id("a"), id("r"), FEBRUARY);
        books.reverse(id("a"), id("s"), FEBRUARY);
    }

    private static JournalEntry claim(String id, String party, LocalDate date, long minor) {
        return JournalEntry.builder()
                .id(id)
                .date(date)
                .add(JournalLine.builder()
                        .account("claims")
                        .inBase(Amounts.ofMinor(minor, ModelPair.JPY))
                        .party(PartyId.of(party))
                        .build())
                .add(JournalLine.of("sales", Amounts.ofMinor(-minor, ModelPair.JPY)))
                .build();
    }

    private static MatchRequest match(String id, LocalDate date, String... items) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id).date(date);
        for (String item : items) {
            String[] parts = item.split(" ");
            if (parts.length > 1) {
                request.item(ItemId.of(parts[0], 0), Amounts.ofMinor(Long.parseLong(parts[1]), ModelPair.JPY));
            } else {
                request.item(ItemId.of(item, 0));
            }
        }
        return request.build();
    }

    private void items() {
        books.post(claim("i", "A", FEBRUARY, 30));
        books.post(claim("p", "A", FEBRUARY, -20));
        books.post(claim("q", "B", FEBRUARY, -20));
        books.post(claim("late", "A", MARCH, -5));
        books.match(match("m", FEBRUARY, "i", "none"));
        books.match(match("m", FEBRUARY, "i", "q"));
        books.match(match("m", FEBRUARY, "p", "late"));
        books.match(match("m", FEBRUARY, "i", "late"));
        books.match(match("m", FEBRUARY, "i 35", "p"));
        books.match(match("m", FEBRUARY, "i 30", "p"));
        books.match(match("m", FEBRUARY, "i", "p"));
        books.match(match("m", FEBRUARY, "i", "p"));
        books.match(match("m", MARCH, "i", "p"));
        books.match(match("n", FEBRUARY, "i", "p"));
        books.reverse(id("i"), id("r"), MARCH);
        books.undo("u", "none", MARCH);
        books.undo("u", "m", FEBRUARY.minusDays(1));
        books.lock(FEBRUARY);
        books.undo("u", "m", FEBRUARY);
        books.match(match("n", FEBRUARY, "i", "q"));
        books.match(match("n", FEBRUARY, "i 5", "p"));
        books.undo("u", "m", MARCH);
        books.undo("u", "m", MARCH);
        books.undo("m", "m", MARCH);
        books.undo("w", "m", MARCH);
        books.undo("w", "u", MARCH);
        books.unlock(FEBRUARY);
        books.lock(MARCH);
        books.match(match("n", MARCH, "i", "p"));
    }

    private void locks() {
        books.unlock(FEBRUARY);
        books.lock(FEBRUARY);
        books.lock(FEBRUARY);
        books.lock(FEBRUARY.minusDays(1));
        books.post(sale("a", FEBRUARY));
        books.grant("x", FEBRUARY.plusDays(1), NOW);
        books.grant("x", FEBRUARY.plusDays(1), NOW.plus(Duration.ofDays(1)));
        books.grant("x", FEBRUARY.plusDays(1), NOW.plus(Duration.ofDays(1)));
        books.grant("x", FEBRUARY, NOW.plus(Duration.ofDays(1)));
        books.post(sale("a", FEBRUARY));
        books.endException("none");
        books.endException("x");
        books.endException("x");
        books.post(sale("b", FEBRUARY));
        books.lock(MARCH);
        books.unlock(FEBRUARY);
        books.unlock(MARCH);
        books.unlock(MARCH);
    }

    private void reservations() {
        JournalEntry wanted = entry("r", FEBRUARY, "purse", "sales", 100);
        Optional<Instant> tomorrow = Optional.of(NOW.plus(Duration.ofDays(1)));
        books.reserve(entry("r", FEBRUARY, "purse", "sales", 151), Optional.empty());
        books.reserve(wanted, Optional.empty());
        books.reserve(wanted, Optional.empty());
        books.reserve(wanted, tomorrow);
        books.reserve(entry("s", FEBRUARY, "purse", "sales", 20), tomorrow);
        books.post(entry("too-much", FEBRUARY, "purse", "sales", 31));
        books.post(sale("taken", FEBRUARY));
        books.settle(id("none"), id("e"), 100);
        books.settle(id("r"), id("e"), 120);
        books.settle(id("r"), id("taken"), 100);
        books.settle(id("r"), id("e"), 50);
        books.settle(id("r"), id("e"), 50);
        books.settle(id("r"), id("f"), 50);
        books.release(id("none"));
        books.release(id("r"));
        books.reserve(entry("t", FEBRUARY, "purse", "sales", 1), Optional.empty());
        books.release(id("t"));
        books.release(id("t"));
        pair.pass(Duration.ofDays(2));
        books.reserve(entry("past", FEBRUARY, "cash", "sales", 1), tomorrow);
        books.settle(id("s"), id("g"), 100);
        books.expire();
        books.settle(id("s"), id("g"), 100);
    }

    private static FiscalYear year(int number) {
        return ModelPair.CALENDAR.yearOf(LocalDate.of(number, 6, 1));
    }

    private void years() {
        LocalDate last = LocalDate.of(2025, 12, 31);
        books.post(sale("a", last.minusDays(9)));
        books.reopen(year(2025));
        books.close(year(2026));
        books.reserve(sale("r", last), Optional.empty());
        books.close(year(2025));
        books.release(id("r"));
        books.lock(last);
        books.close(year(2025));
        books.close(year(2025));
        books.post(sale("b", last));
        books.unlock(last);
        books.grant("x", last.plusDays(1), NOW.plus(Duration.ofDays(1)));
        books.reopen(year(2025));
        books.reopen(year(2025));
        books.unlock(last);
        String closing = "close:main:" + year(2025).name() + ":1:1";
        books.reverse(id("reopen:" + closing.substring(6)), id("again"), last.plusDays(1));
        books.close(year(2025));
        books.close(year(2026));
        books.reopen(year(2025));
        books.reopen(year(2026));
    }

    /** Years without results may be closed out of their order; the older one is late then. */
    private void emptyYears() {
        books.close(year(2026));
        books.close(year(2025));
    }
}
