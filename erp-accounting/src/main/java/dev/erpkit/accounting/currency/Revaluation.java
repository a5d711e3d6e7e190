package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Brings foreign balances to the rate of a day: a pure function. It tells the difference between what a balance is worth
 * and the base it stands at, earlier revaluations included, so that telling it twice tells nothing, and what was told of a
 * balance that has gone is taken back. The foreign amount never changes.
 *
 * <p>A balance is converted and rounded as a whole. Where it lies on several sets of coordinates each is told by its own
 * amount, and the greatest, of equal ones the first, takes what rounding leaves.
 *
 * <p>Worked: 100 USD at 8,000 and a rate of 85 give 500 to the account and 500 to the gains. A balance of 0 USD at -500
 * gets 500, which is a gain too.
 */
public final class Revaluation {
    /** Lines of balances in one entry, which has a bounded number of lines. */
    private static final int LINES_PER_ENTRY = 4_000;

    /** The change of the base of one balance, line by line of its shares, and how it came about. */
    private record Change(ImmutableList<JournalLine> lines, long unrealised, long realised, TraceStep trace) {}

    private Revaluation() {}

    /**
     * Decides a revaluation.
     *
     * @param id the id of the revaluation; its entries are named after it
     * @param date the effective date of the entries
     * @param balances what stands on the accounts at the end of that day
     * @param rates asked for the rate of each currency to base on that day
     * @return the plan, or {@code rate.missing}
     */
    public static Outcome<RevaluationPlan> decide(
            EntryId id,
            BookId book,
            LocalDate date,
            ImmutableList<ForeignBalance> balances,
            RevaluationPolicy policy,
            ExchangeRates rates) {
        MutableList<Change> changes = Lists.mutable.empty();
        for (ForeignBalance balance : balances.toSortedList()) {
            Outcome<Change> change = change(balance, date, policy, rates);
            if (change.refusal().isPresent()) {
                return Outcome.refused(change.refusal().get());
            }
            changes.add(change.orElseThrow());
        }
        TraceStep trace = TraceStep.of("fx.revaluation", date).with("book", book);
        for (Change change : changes) {
            trace = trace.from(change.trace());
        }
        return Outcome.accepted(new RevaluationPlan(entries(id, book, date, changes, policy), trace));
    }

    private static Outcome<Change> change(
            ForeignBalance balance, LocalDate date, RevaluationPolicy policy, ExchangeRates rates) {
        CurrencyUnit base = policy.baseCurrency();
        MonetaryAmount foreign = Amounts.ofMinor(balance.amountMinor(), balance.currency());
        return rates.convert(foreign, base, policy.rateType(), date, policy.rounding())
                .then(worth -> RevaluedShares.lines(balance, Amounts.minor(worth), date, policy, rates)
                        .map(lines -> {
                            long delta = lines.sumOfLong(JournalLine::baseMinor);
                            boolean left = balance.amountMinor() == 0 && !balance.itemised();
                            long unrealised = left ? Math.negateExact(balance.revaluedMinor()) : delta;
                            TraceStep trace = trace(balance, worth, delta, date, policy, rates);
                            return new Change(lines, unrealised, Math.subtractExact(delta, unrealised), trace);
                        }));
    }

    private static TraceStep trace(
            ForeignBalance balance,
            MonetaryAmount worth,
            long delta,
            LocalDate date,
            RevaluationPolicy policy,
            ExchangeRates rates) {
        CurrencyUnit base = policy.baseCurrency();
        TraceStep trace = TraceStep.of("fx.revalued", Amounts.canonical(Amounts.ofMinor(delta, base)))
                .with("account", balance.account())
                .with("foreign", Amounts.canonical(Amounts.ofMinor(balance.amountMinor(), balance.currency())))
                .with("worth", Amounts.canonical(worth))
                .with("stands-at", Amounts.canonical(Amounts.ofMinor(balance.baseMinor(), base)))
                .with("rate-type", policy.rateType())
                .with("rounding", policy.rounding().name());
        return rates.find(balance.currency(), base, policy.rateType(), date)
                .map(rate -> trace.with("rate", rate).with("rate-date", rate.date()))
                .orElse(trace);
    }

    private static ImmutableList<JournalEntry> entries(
            EntryId id, BookId book, LocalDate date, MutableList<Change> changes, RevaluationPolicy policy) {
        MutableList<JournalEntry> entries = Lists.mutable.empty();
        int part = 1;
        for (ImmutableList<Change> chunk : chunks(changes)) {
            String name = id + "/" + part++;
            ImmutableList<JournalLine> lines = lines(chunk, policy);
            entries.add(entry(name, id, book, date, lines, policy));
            if (policy.reversedNextDay()) {
                entries.add(entry(
                        name + "/reversed", id, book, date.plusDays(1), lines.collect(Revaluation::contrary), policy));
            }
        }
        return entries.toImmutable();
    }

    private static MutableList<ImmutableList<Change>> chunks(MutableList<Change> changes) {
        MutableList<ImmutableList<Change>> chunks = Lists.mutable.empty();
        MutableList<Change> chunk = Lists.mutable.empty();
        long lines = 0;
        for (Change change : changes.select(c -> c.unrealised() != 0 || c.realised() != 0)) {
            if (chunk.notEmpty() && lines + change.lines().size() > LINES_PER_ENTRY) {
                chunks.add(chunk.toImmutable());
                chunk.clear();
                lines = 0;
            }
            chunk.add(change);
            lines += change.lines().size();
        }
        if (chunk.notEmpty()) {
            chunks.add(chunk.toImmutable());
        }
        return chunks;
    }

    private static JournalEntry entry(
            String name,
            EntryId id,
            BookId book,
            LocalDate date,
            ImmutableList<JournalLine> lines,
            RevaluationPolicy policy) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(name)
                .book(book)
                .journal(policy.journal())
                .date(date)
                .kind(EntryKind.REVALUATION)
                .source(SourceDocument.of("books", "revaluation", id.value()))
                .lines(lines);
        return entry.build();
    }

    private static ImmutableList<JournalLine> lines(ImmutableList<Change> changes, RevaluationPolicy policy) {
        MutableList<JournalLine> lines = Lists.mutable.empty();
        Totals unrealised = new Totals();
        Totals realised = new Totals();
        for (Change change : changes) {
            lines.addAllIterable(change.lines());
            unrealised.add(change.unrealised());
            realised.add(change.realised());
        }
        unrealised.into(lines, policy.unrealised(), policy.baseCurrency());
        realised.into(lines, policy.realised(), policy.baseCurrency());
        return lines.toImmutable();
    }

    private static JournalLine contrary(JournalLine line) {
        return ExchangeLines.line(
                line.account(),
                line.party(),
                line.dimensions(),
                Math.negateExact(line.amountMinor()),
                line.amount().getCurrency(),
                Math.negateExact(line.baseMinor()),
                line.base().getCurrency());
    }

    /** Gains and losses, kept apart. */
    private static final class Totals {
        private long gain;
        private long loss;

        void add(long delta) {
            gain = Math.addExact(gain, Math.max(0, delta));
            loss = Math.addExact(loss, Math.min(0, delta));
        }

        void into(MutableList<JournalLine> lines, ExchangeAccounts accounts, CurrencyUnit base) {
            for (long delta : new long[] {gain, loss}) {
                if (delta != 0) {
                    lines.add(ExchangeLines.line(
                            accounts.taking(-delta), Optional.empty(), accounts.dimensions(), 0, base, -delta, base));
                }
            }
        }
    }
}
