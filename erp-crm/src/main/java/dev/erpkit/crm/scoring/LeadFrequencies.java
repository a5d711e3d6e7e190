package dev.erpkit.crm.scoring;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.scoring.Lead.Feature;
import dev.erpkit.crm.scoring.LeadScore.Factor;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/**
 * How often leads with each value were won and lost, by team: a fold of decided leads, kept up to date one by one, that
 * comes to the same as counting all of them again. Not thread-safe.
 *
 * <p>A lost lead counts in every stage up to its own, a won one in every stage; so the first stage has all of them and gives
 * the prior. A team of which nothing was decided is scored from the history of all, and no team's history moves the score of
 * another that has one. The method is the one that Odoo 17 documents as predictive lead scoring.
 */
public final class LeadFrequencies {
    private static final String STAGE = "stage";

    private record Value(String variable, String value) {}

    /** Won and lost leads with one value. */
    private record Count(int won, int lost) {
        boolean isNone() {
            return won == 0 && lost == 0;
        }
    }

    private record Shares(double won, double lost) {
        static final Shares NONE = new Shares(0, 0);

        Shares plus(Shares other) {
            return new Shares(won + other.won, lost + other.lost);
        }
    }

    private final ScoringPolicy policy;
    private final MutableMap<Optional<String>, MutableMap<Value, Count>> teams = Maps.mutable.empty();

    /** Nothing decided yet. */
    public LeadFrequencies(ScoringPolicy policy) {
        this.policy = policy;
    }

    /** A lead was won. */
    public void won(Lead lead) {
        won(lead, 1);
    }

    /** So many leads with the same values were won, as a history that was counted before tells. */
    public void won(Lead lead, int times) {
        add(lead, true, checked(times));
    }

    /** A lead was lost. */
    public void lost(Lead lead) {
        lost(lead, 1);
    }

    /** So many leads with the same values were lost. */
    public void lost(Lead lead, int times) {
        add(lead, false, checked(times));
    }

    private static int checked(int times) {
        if (times < 1) {
            throw new InvalidValueException("LeadFrequencies", "times", "scoring.times", "must be at least 1");
        }
        return times;
    }

    /** A lead that was won, as it was told then, is open again. */
    public void undoWon(Lead lead) {
        add(lead, true, -1);
    }

    /** A lead that was lost, as it was told then, is open again. */
    public void undoLost(Lead lead) {
        add(lead, false, -1);
    }

    private void add(Lead lead, boolean won, int by) {
        int reached = won ? policy.stages().size() : policy.stages().indexOf(lead.stage()) + 1;
        if (reached == 0) {
            throw unknownStage();
        }
        MutableMap<Value, Count> team = teams.getIfAbsentPut(lead.team(), Maps.mutable::empty);
        ImmutableList<Value> values = policy.stages()
                .take(reached)
                .collect(stage -> new Value(STAGE, stage))
                .newWithAll(values(lead));
        for (Value value : values) {
            Count so = team.getIfAbsentValue(value, new Count(0, 0));
            Count now = won
                    ? new Count(Math.addExact(so.won(), by), so.lost())
                    : new Count(so.won(), Math.addExact(so.lost(), by));
            if (now.won() < 0 || now.lost() < 0) {
                throw new InvalidValueException(
                        "LeadFrequencies", "lead", "scoring.undo", "was never counted, or with other values");
            }
            if (now.isNone()) {
                team.remove(value);
            } else {
                team.put(value, now);
            }
        }
        if (team.isEmpty()) {
            teams.remove(lead.team());
        }
    }

    private static ImmutableList<Value> values(Lead lead) {
        return lead.features().collect(feature -> new Value(feature.variable(), feature.value()));
    }

    /**
     * How likely an open lead is won; nothing while nothing like it was both won and lost.
     *
     * @throws InvalidValueException {@code scoring.stage} for a stage that the policy does not know
     */
    public Optional<LeadScore> score(Lead lead) {
        if (!policy.stages().contains(lead.stage())) {
            throw unknownStage();
        }
        boolean ofTeam =
                lead.team().filter(team -> teams.containsKey(lead.team())).isPresent();
        ImmutableList<MutableMap<Value, Count>> history =
                ofTeam ? Lists.immutable.with(teams.get(lead.team())) : Lists.immutable.withAll(teams.values());
        Shares all = sum(history, new Value(STAGE, policy.stages().getFirst()));
        if (all.won() == 0 || all.lost() == 0) {
            return Optional.empty();
        }
        MutableList<Factor> factors = Lists.mutable.empty();
        for (Value value : Lists.immutable.with(new Value(STAGE, lead.stage())).newWithAll(values(lead))) {
            Factor factor = factor(history, value, all);
            if (factor != null) {
                factors.add(factor);
            }
        }
        double prior = all.won() / (all.won() + all.lost());
        // summed as logarithms: a product of many shares would vanish
        double logOdds =
                Math.log(all.won() / all.lost()) + factors.injectIntoDouble(0, (so, factor) -> so + factor.logOdds());
        return Optional.of(new LeadScore(1 / (1 + Math.exp(-logOdds)), ofTeam, prior, factors.toImmutable()));
    }

    /** The percentage of a lead in a state: 100 won, 0 lost, else its score; nothing for a pending one without a score. */
    public OptionalDouble percent(Lead lead, LeadState state) {
        return switch (state) {
            case WON -> OptionalDouble.of(100);
            case LOST -> OptionalDouble.of(0);
            case PENDING ->
                score(lead).map(score -> OptionalDouble.of(score.percent())).orElse(OptionalDouble.empty());
        };
    }

    private @Nullable Factor factor(ImmutableList<MutableMap<Value, Count>> history, Value value, Shares all) {
        Shares of = sum(history, value);
        Shares total = value.variable().equals(STAGE) ? all : total(history, value.variable());
        if (of.won() == 0 && of.lost() == 0 || total.won() == 0 || total.lost() == 0) {
            return null;
        }
        return new Factor(value.variable(), value.value(), of.won() / total.won(), of.lost() / total.lost());
    }

    /** The smoothed counts of one value; none where it was never seen, or too seldom. */
    private Shares sum(ImmutableList<MutableMap<Value, Count>> history, Value value) {
        return history.injectInto(Shares.NONE, (so, team) -> {
            Count count = team.get(value);
            return count == null ? so : so.plus(smoothed(value.variable(), count));
        });
    }

    private Shares total(ImmutableList<MutableMap<Value, Count>> history, String variable) {
        Shares total = Shares.NONE;
        for (MutableMap<Value, Count> team : history) {
            for (var entry : team.keyValuesView()) {
                if (entry.getOne().variable().equals(variable)) {
                    total = total.plus(smoothed(variable, entry.getTwo()));
                }
            }
        }
        return total;
    }

    private Shares smoothed(String variable, Count count) {
        double won = count.won() + policy.smoothing();
        double lost = count.lost() + policy.smoothing();
        return policy.sparse().contains(variable) && won + lost < policy.leastCount()
                ? Shares.NONE
                : new Shares(won, lost);
    }

    /** The smoothed count of won leads of a team with one value; of the stage {@code stage}, of those that reached it. */
    public double wonCount(Optional<String> team, Feature feature) {
        return count(team, feature).won();
    }

    /** The same of lost leads. */
    public double lostCount(Optional<String> team, Feature feature) {
        return count(team, feature).lost();
    }

    private Shares count(Optional<String> team, Feature feature) {
        MutableMap<Value, Count> of = teams.getIfAbsent(team, Maps.mutable::empty);
        return sum(Lists.immutable.with(of), new Value(feature.variable(), feature.value()));
    }

    /** Two are equal when the same leads were decided in the same way, in whatever order and with whatever detours. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadFrequencies that && policy.equals(that.policy) && teams.equals(that.teams);
    }

    @Override
    public int hashCode() {
        return teams.hashCode();
    }

    private static InvalidValueException unknownStage() {
        return new InvalidValueException("Lead", "stage", "scoring.stage", "is none of the policy's stages");
    }
}
