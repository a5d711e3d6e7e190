package dev.erpkit.testkit.model;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The entries that the books make of the ones that were posted, as sums over all of them. */
final class ReferenceEntries {
    /** Sums in minor units. */
    private record Sum(CurrencyUnit currency, long amount, CurrencyUnit base, long inBase) {
        static Sum of(JournalLine line) {
            return new Sum(
                    line.amount().getCurrency(), line.amountMinor(), line.base().getCurrency(), line.baseMinor());
        }

        Sum plus(Sum other) {
            return new Sum(currency, amount + other.amount, base, inBase + other.inBase);
        }

        Sum negated() {
            return new Sum(currency, -amount, base, -inBase);
        }

        boolean isZero() {
            return amount == 0 && inBase == 0;
        }
    }

    private ReferenceEntries() {}

    /** The accounts of income and expense that are not zero before a day. */
    static ImmutableList<AccountId> result(Chart chart, ImmutableList<JournalEntry> entries, LocalDate before) {
        return Lists.immutable.ofAll(sums(chart, entries, before).keySet());
    }

    private static Map<AccountId, Sum> sums(Chart chart, ImmutableList<JournalEntry> entries, LocalDate before) {
        Map<AccountId, Sum> sums = new TreeMap<>();
        entries.select(entry -> entry.date().isBefore(before))
                .flatCollect(JournalEntry::lines)
                .reject(line ->
                        chart.find(line.account()).orElseThrow().accountClass().balanceSheet())
                .forEach(line -> sums.merge(line.account(), Sum.of(line), Sum::plus));
        sums.values().removeIf(Sum::isZero);
        return sums;
    }

    /** What brings income and expense to zero at the end of a year; nothing when they are. */
    static Optional<JournalEntry> closing(
            String id, Chart chart, ImmutableList<JournalEntry> entries, LocalDate end, AccountId target) {
        Map<AccountId, Sum> sums = sums(chart, entries, end);
        MutableList<JournalLine> lines = Lists.mutable.empty();
        sums.forEach((account, sum) -> lines.add(line(account, sum.negated())));
        sums.values().stream()
                .reduce(Sum::plus)
                .filter(sum -> !sum.isZero())
                .ifPresent(sum -> lines.add(line(target, sum)));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(JournalEntry.builder()
                        .id(id)
                        .date(end.minusDays(1))
                        .kind(EntryKind.CLOSING)
                        .lines(lines.toImmutable())
                        .build());
    }

    /** What brings a foreign balance to what it is worth; what was told of one that has gone is taken back. */
    static Optional<JournalEntry> revaluation(
            EntryId id,
            ImmutableList<JournalEntry> entries,
            LocalDate date,
            AccountId account,
            BigDecimal rate,
            AccountId gain,
            AccountId loss) {
        ImmutableList<JournalEntry> known = entries.reject(entry -> entry.date().isAfter(date));
        Optional<Sum> balance = balance(known, account);
        if (balance.isEmpty()) {
            return Optional.empty();
        }
        Sum held = balance.get();
        long told = balance(known.select(entry -> entry.kind() == EntryKind.REVALUATION), account)
                .map(Sum::inBase)
                .orElse(0L);
        long worth = rate.multiply(BigDecimal.valueOf(held.amount()))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        long delta = worth - held.inBase();
        long unrealised = held.amount() == 0 ? -told : delta;
        long realised = delta - unrealised;
        MutableList<JournalLine> lines = Lists.mutable.empty();
        add(lines, account, held.currency(), held.base(), delta);
        for (long part : new long[] {unrealised, realised}) {
            add(lines, part > 0 ? gain : loss, held.base(), held.base(), -part);
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(JournalEntry.builder()
                        .id(id + "/1")
                        .date(date)
                        .kind(EntryKind.REVALUATION)
                        .lines(lines.toImmutable())
                        .build());
    }

    private static Optional<Sum> balance(ImmutableList<JournalEntry> entries, AccountId account) {
        return entries
                .flatCollect(JournalEntry::lines)
                .select(line -> line.account().equals(account))
                .collect(Sum::of)
                .castToList()
                .stream()
                .reduce(Sum::plus);
    }

    private static void add(
            MutableList<JournalLine> lines, AccountId account, CurrencyUnit currency, CurrencyUnit base, long delta) {
        if (delta != 0) {
            lines.add(line(account, new Sum(currency, 0, base, delta)));
        }
    }

    private static JournalLine line(AccountId account, Sum sum) {
        boolean plain = sum.currency().equals(sum.base())
                ? sum.amount() == sum.inBase()
                : Long.signum(sum.amount()) == Long.signum(sum.inBase());
        return JournalLine.builder()
                .account(account)
                .amount(Amounts.ofMinor(sum.amount(), sum.currency()))
                .base(Amounts.ofMinor(sum.inBase(), sum.base()))
                .adjustment(!plain)
                .build();
    }
}
