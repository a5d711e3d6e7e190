package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.testkit.generate.DateArbitraries;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What the commands of the model are about: few ids, days and amounts, so that they meet. */
final class ModelEntries {
    private ModelEntries() {}

    static Arbitrary<EntryId> ids(String prefix) {
        return Arbitraries.integers().between(0, prefix.equals("e") ? 15 : 3).map(i -> EntryId.of(prefix + i));
    }

    /** Days on which something was matched can be matched later still, so half of them are the last. */
    static Arbitrary<LocalDate> matchDays() {
        return Arbitraries.oneOf(days(), Arbitraries.just(LocalDate.of(2027, 2, 1)));
    }

    static Arbitrary<LocalDate> days() {
        return DateArbitraries.between(LocalDate.of(2025, 11, 1), LocalDate.of(2027, 2, 1));
    }

    private static Arbitrary<Integer> amounts() {
        return Arbitraries.integers().between(1, 100);
    }

    static Arbitrary<JournalEntry> entries(String prefix) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, plain(prefix)), Tuple.of(4, claims(prefix)), Tuple.of(1, dollars(prefix)));
    }

    /** Balanced most of the time, on accounts that take it most of the time. */
    private static Arbitrary<JournalEntry> plain(String prefix) {
        Arbitrary<String> account = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of("cash", "sales", "rent", "purse", "purse")),
                Tuple.of(1, Arbitraries.of("heading", "nowhere", "claims")));
        Arbitrary<Integer> off = Arbitraries.frequency(Tuple.of(20, 0), Tuple.of(1, 1));
        return Combinators.combine(ids(prefix), days(), account, account, amounts(), off)
                .as((id, date, to, from, amount, wrong) -> JournalEntry.builder()
                        .id(id)
                        .date(date)
                        .debit(to, Amounts.ofMinor(amount, ModelPair.JPY))
                        .credit(from, Amounts.ofMinor(amount + wrong, ModelPair.JPY))
                        .build());
    }

    /** A claim on one of two parties or its payment. */
    private static Arbitrary<JournalEntry> claims(String prefix) {
        return Combinators.combine(
                        ids(prefix),
                        days(),
                        Arbitraries.of("A", "A", "A", "A", "A", "B"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(10, 10, 20, 30, 40))
                .as((id, date, party, payment, amount) -> JournalEntry.builder()
                        .id(id)
                        .date(date)
                        .add(JournalLine.builder()
                                .account("claims")
                                .inBase(Amounts.ofMinor(payment ? -amount : amount, ModelPair.JPY))
                                .party(PartyId.of(party))
                                .build())
                        .add(JournalLine.of("sales", Amounts.ofMinor(payment ? amount : -amount, ModelPair.JPY)))
                        .build());
    }

    /** Cents that come or go, sometimes all that ever came. */
    private static Arbitrary<JournalEntry> dollars(String prefix) {
        return Combinators.combine(
                        ids(prefix),
                        days(),
                        Arbitraries.of(-500, 500, 700),
                        Arbitraries.integers().between(1, 1200))
                .as((id, date, cents, yen) -> JournalEntry.builder()
                        .id(id)
                        .date(date)
                        .add(dollars(ModelPair.DOLLARS, cents, yen))
                        .add(dollars(ModelPair.RETAINED, -cents, yen))
                        .build());
    }

    private static JournalLine dollars(AccountId account, int cents, int yen) {
        return JournalLine.builder()
                .account(account)
                .amount(Amounts.ofMinor(cents, ModelPair.USD))
                .base(Amounts.ofMinor(Integer.signum(cents) * yen, ModelPair.JPY))
                .build();
    }
}
