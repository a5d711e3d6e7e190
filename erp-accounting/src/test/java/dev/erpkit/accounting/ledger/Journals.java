package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Journals of balanced entries: several books and currencies, dimensions, dates in any order, closings and reversals. */
public final class Journals {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    public static final List<BookId> BOOKS = List.of(BookId.MAIN, BookId.of("tax"));
    public static final List<String> ACCOUNTS = List.of("1000", "1100", "2000", "3000", "4000", "5000");
    public static final List<String> CURRENCIES = List.of("JPY", "USD", "KWD");

    private Journals() {}

    public static Arbitrary<List<PostedEntry>> any() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 120).withoutEdgeCases();
        return sizes.flatMap(
                size -> Arbitraries.longs().withoutEdgeCases().map(seed -> random(new Random(seed), size)));
    }

    public static List<PostedEntry> random(Random random, int size) {
        List<PostedEntry> journal = new ArrayList<>();
        Instant at = START;
        int span = 1 + random.nextInt(900);
        for (int position = 1; position <= size; position++) {
            at = at.plusSeconds(random.nextInt(3));
            journal.add(posted(entry(random, journal, position, span), position, at));
        }
        return journal;
    }

    public static PostedEntry posted(JournalEntry entry, long position, Instant at) {
        return new PostedEntry(
                entry,
                position,
                at,
                new EntryNumber(JournalId.GENERAL, entry.date().getYear(), position),
                Actor.of("clerk"),
                Optional.empty());
    }

    private static JournalEntry entry(Random random, List<PostedEntry> before, int position, int span) {
        LocalDate date = FIRST_DAY.plusDays(random.nextInt(span));
        if (!before.isEmpty() && random.nextInt(6) == 0) {
            JournalEntry reversed = before.get(random.nextInt(before.size())).entry();
            JournalEntry.Builder builder =
                    builder(position, reversed.book(), date).kind(EntryKind.REVERSAL);
            builder.reverses(reversed.id());
            reversed.lines()
                    .forEach(line -> builder.add(line(
                            line.account().value(),
                            -line.amountMinor(),
                            line.amount().getCurrency().getCurrencyCode(),
                            -line.baseMinor(),
                            line.dimensions())));
            return builder.build();
        }
        EntryKind kind = random.nextInt(8) == 0 ? EntryKind.CLOSING : EntryKind.NORMAL;
        JournalEntry.Builder builder =
                builder(position, BOOKS.get(random.nextInt(2)), date).kind(kind);
        String currency = CURRENCIES.get(random.nextInt(3));
        long rate = currency.equals("JPY") ? 1 : 1 + random.nextInt(200);
        int pairs = 1 + random.nextInt(3);
        for (int i = 0; i < pairs; i++) {
            long amount = (1 + random.nextInt(100_000)) * (random.nextBoolean() ? 1 : -1);
            builder.add(line(account(random), amount, currency, amount * rate, dimensions(random)));
            builder.add(line(account(random), -amount, currency, -amount * rate, dimensions(random)));
        }
        return builder.build();
    }

    private static JournalEntry.Builder builder(int position, BookId book, LocalDate date) {
        return JournalEntry.builder().id(EntryId.of("e" + position)).book(book).date(date);
    }

    public static JournalLine line(String account, long amount, String currency, long base, Dimensions dimensions) {
        return JournalLine.builder()
                .account(account)
                .amount(Amounts.ofMinor(amount, Amounts.currency(currency)))
                .base(Amounts.ofMinor(base, Amounts.currency("JPY")))
                .dimensions(dimensions)
                .build();
    }

    private static String account(Random random) {
        return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    }

    private static Dimensions dimensions(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Dimensions.of("centre", "a");
            case 1 -> Dimensions.of("centre", "b").with("project", "p" + random.nextInt(3));
            case 2 -> Dimensions.of("project", "p" + random.nextInt(12));
            default -> Dimensions.none();
        };
    }
}
