package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.generate.ChartArbitraries;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * A run of commands, each the same whenever it is given: invoices, payments, matches, reservations that are settled,
 * reversals, locks. Sent again from the first one, those that have taken effect change nothing.
 */
final class Commands {
    static final int COUNT = 240;

    private static final Actor CLERK = Actor.of("clerk");
    private static final LocalDate START = LocalDate.of(2026, 4, 1);

    private final Books books;

    Commands(BooksStores stores) {
        books = Books.over(stores, BooksSetup.of("JPY"));
        books.open(ChartArbitraries.small());
    }

    Books books() {
        return books;
    }

    /** Gives one command and tells what it is called; numbered from 0. */
    String give(int number) {
        LocalDate day = START.plusDays(number / 12);
        int round = number / 6;
        switch (number % 6) {
            case 0 -> accept(books.post(invoice(round, day), CLERK));
            case 1 -> accept(books.post(payment(round, day), CLERK));
            case 2 -> accept(books.matching().match(match(round, day), matching(), CLERK));
            case 3 -> accept(books.reservations().reserve(rent("rent-" + round, day), Optional.empty(), CLERK));
            case 4 ->
                accept(books.reservations().settle(EntryId.of("rent-" + round), EntryId.of("settled-" + round), CLERK));
            default -> last(round, day);
        }
        return Integer.toString(number);
    }

    private void last(int round, LocalDate day) {
        if (round % 5 == 4) {
            // refused when a later lock stands already
            books.periods().lock(BookId.MAIN, LockScope.ALL, day.minusDays(2), CLERK);
        } else {
            accept(books.reverse(EntryId.of("settled-" + round), EntryId.of("reversed-" + round), day, CLERK));
        }
    }

    private static void accept(Outcome<?> outcome) {
        outcome.orElseThrow();
    }

    private static JournalEntry invoice(int round, LocalDate day) {
        return JournalEntry.builder()
                .id("invoice-" + round)
                .date(day)
                .narrative("請求 " + round)
                .source(SourceDocument.of("shop", "sales-invoice", "S" + round))
                .add(claim(round, yen(1_100 + round))
                        .document("INV-" + round)
                        .dueDate(day.plusDays(30))
                        .build())
                .credit("2200", yen(100))
                .add(JournalLine.builder()
                        .account("4000")
                        .inBase(yen(-1_000 - round))
                        .dimensions(
                                Dimensions.of("cost-centre", "c" + round % 3).with("project", "p"))
                        .note("note " + round)
                        .build())
                .build();
    }

    private static JournalEntry payment(int round, LocalDate day) {
        return JournalEntry.builder()
                .id("payment-" + round)
                .date(day)
                .debit("1000", yen(600))
                .add(claim(round, yen(-600)).build())
                .build();
    }

    private static JournalLine.Builder claim(int round, MonetaryAmount amount) {
        JournalLine.Builder line = JournalLine.builder().account("1100").inBase(amount);
        line.party(PartyId.of("customer-" + round % 4));
        return line;
    }

    private static JournalEntry rent(String id, LocalDate day) {
        return JournalEntry.builder()
                .id(id)
                .date(day)
                .debit("5100", yen(300))
                .credit("1000", yen(300))
                .build();
    }

    private static MatchRequest match(int round, LocalDate day) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id("match-" + round).date(day);
        return request.item(ItemId.of("invoice-" + round, 0))
                .item(ItemId.of("payment-" + round, 1))
                .build();
    }

    private static MatchingPolicy matching() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("4900", "5900").trading("1900"));
        return policy.build();
    }

    private static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, Amounts.currency("JPY"));
    }
}
