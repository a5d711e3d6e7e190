package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.campaign.Criterion;
import dev.erpkit.crm.campaign.Segment;
import dev.erpkit.crm.matching.BlockingIndex;
import dev.erpkit.crm.matching.MatchCard;
import dev.erpkit.crm.matching.MatchModel;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A million customers: who may be the same as a new one, who comes into a segment and who leaves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CustomerBenchmark {
    private static final int CUSTOMERS = 1_000_000;

    private final int[] orders = new int[CUSTOMERS];
    private final boolean[] was = new boolean[CUSTOMERS];
    private final MutableList<Integer> customers = Lists.mutable.empty();
    private final MutableList<PartyId> ids = Lists.mutable.empty();
    private final MutableSet<PartyId> members = Sets.mutable.empty();
    private final BlockingIndex index = new BlockingIndex(MatchModel.standard());
    private final MutableList<MatchCard> entered = Lists.mutable.empty();
    private final Segment<Integer> buyers = new Segment<>(
            "buyers",
            i -> Facts.of("orders", FactValue.of(orders[i])),
            Lists.immutable.of(new Criterion("bought", Condition.atLeast("orders", FactValue.of(4)))));
    private int next;

    /** Names of two words out of many, own mail addresses, phones that a few share. */
    @Setup(Level.Trial)
    public void customers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CUSTOMERS; i++) {
            PartyId id = PartyId.of("P" + i);
            ids.add(id);
            customers.add(i);
            orders[i] = random.nextInt(8);
            was[i] = random.nextInt(100) < 2 ? orders[i] <= 3 : orders[i] > 3;
            if (was[i]) {
                members.add(id);
            }
            MatchCard card = card(id, random);
            index.add(card);
            if (i % 1_000 == 0) {
                entered.add(new MatchCard(
                        PartyId.of("new" + i),
                        card.person(),
                        card.organisation(),
                        card.reading(),
                        Sets.immutable.empty(),
                        card.phones(),
                        card.addresses(),
                        card.identifiers()));
            }
        }
    }

    private static MatchCard card(PartyId id, SplittableRandom random) {
        String name = word(random, 20_000) + " " + word(random, 50_000);
        return new MatchCard(
                id,
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Sets.immutable.of(id.value() + "@mail" + random.nextInt(300_000) + ".example"),
                Sets.immutable.of("+813" + (10_000_000 + random.nextInt(80_000_000))),
                Sets.immutable.of("street " + random.nextInt(400_000)),
                Sets.immutable.empty());
    }

    private static String word(SplittableRandom random, int words) {
        return Long.toString(1_000_000 + random.nextInt(words) * 7_919L, 36);
    }

    /** Candidates of one new party. */
    @Benchmark
    public ImmutableList<PartyId> candidates() {
        next = (next + 1) % entered.size();
        return index.candidates(entered.get(next));
    }

    /** What changes in a segment of half of them when one in fifty moves. */
    @Benchmark
    public Segment.Change segment() {
        return buyers.change(customers, ids::get, members);
    }

    /** The floor of the segment: two bits compared for each. */
    @Benchmark
    public int bits() {
        int moved = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            moved += orders[i] > 3 == was[i] ? 0 : 1;
        }
        return moved;
    }
}
