package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.bank.Associations;
import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.Candidate;
import dev.erpkit.accounting.bank.CandidateIndex;
import dev.erpkit.accounting.bank.Counterparty;
import dev.erpkit.accounting.bank.LineMatch;
import dev.erpkit.accounting.bank.MatchTarget;
import dev.erpkit.accounting.bank.NameForm;
import dev.erpkit.accounting.bank.PartyNames;
import dev.erpkit.accounting.bank.ScoringPolicy;
import dev.erpkit.accounting.bank.StatementMatching;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,000 lines of a statement against a million open items of 50,000 parties, the index built in the same time. A third of
 * the lines name their invoice, a third say who pays, a third say little.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class BankMatchingBenchmark {
    private static final int ITEMS = 1_000_000;
    private static final int LINES = 100_000;
    private static final int PARTIES = 50_000;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final MutableList<Candidate> candidates = Lists.mutable.withInitialCapacity(ITEMS);
    private final MutableList<PartyNames> names = Lists.mutable.withInitialCapacity(PARTIES);
    private ImmutableList<BankLine> lines = Lists.immutable.empty();

    /** Items and lines by a fixed seed. */
    @Setup(Level.Trial)
    public void data() {
        Random random = new Random(42);
        CurrencyUnit euro = Amounts.currency("EUR");
        for (int i = 0; i < PARTIES; i++) {
            names.add(new PartyNames(
                    PartyId.of("P" + i),
                    Lists.immutable.of("Customer number " + i + " Ltd."),
                    Lists.immutable.of("DE" + (10_000_000 + i))));
        }
        for (int i = 0; i < ITEMS; i++) {
            String document = "INV-2026-" + (1_000_000 + i);
            candidates.add(new Candidate(
                    new MatchTarget.Item(ItemId.of(document, 0)),
                    PartyId.of("P" + random.nextInt(PARTIES)),
                    euro,
                    100 + random.nextInt(5_000_000),
                    DAY.minusDays(random.nextInt(90)),
                    Lists.immutable.of(document),
                    Optional.empty()));
        }
        MutableList<BankLine> drawn = Lists.mutable.withInitialCapacity(LINES);
        for (int i = 0; i < LINES; i++) {
            Candidate paid = candidates.get(random.nextInt(ITEMS));
            String party = paid.party().value().substring(1);
            String text = i % 3 == 0
                    ? "SEPA credit transfer invoice " + paid.references().getFirst() + " thank you"
                    : "SEPA credit transfer end to end id NOTPROVIDED";
            Counterparty who = i % 3 == 1
                    ? Counterparty.of("DE" + (10_000_000 + Integer.parseInt(party)), "CUSTOMER NUMBER " + party)
                    : Counterparty.NONE;
            drawn.add(
                    new BankLine("main", DAY, Amounts.ofMinor(paid.amountMinor(), euro), text, Optional.empty(), who));
        }
        lines = drawn.toImmutable();
    }

    /** The floor: one hash map of amounts, one look-up a line; it finds neither references nor parties. */
    @Benchmark
    public long amountsAlone() {
        Map<Long, Integer> byAmount = new HashMap<>(2 * ITEMS);
        for (int i = 0; i < ITEMS; i++) {
            byAmount.putIfAbsent(candidates.get(i).amountMinor(), i);
        }
        long found = 0;
        for (BankLine line : lines) {
            Integer item = byAmount.get(Amounts.minor(line.amount()));
            found += item == null ? 0 : item;
        }
        return found;
    }

    /** The index over all items, and every line scored and judged. */
    @Benchmark
    public ImmutableList<LineMatch> matched() {
        CandidateIndex index = new CandidateIndex(candidates, names.toImmutable(), NameForm.plain());
        return new StatementMatching(index, Lists.immutable.empty(), new Associations(), ScoringPolicy.standard())
                .match(lines);
    }
}
