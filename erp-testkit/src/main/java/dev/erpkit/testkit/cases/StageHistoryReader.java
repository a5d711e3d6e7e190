package dev.erpkit.testkit.cases;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.pipeline.Deal;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealDesk;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.pipeline.StageFlow;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.StageTimes;
import dev.erpkit.crm.pipeline.StageVisit;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;

/** Deals that went from stage to stage: how long they stayed, how often they came back, which share went on. */
final class StageHistoryReader {
    private static final String[] STAGE = {"stage", "to", "to_stage", "status"};
    private static final String[] AT = {"at", "entered", "entered_at", "from_date", "since", "date", "time", "on"};
    private static final Instant NO_TIMES = Instant.parse("2024-01-01T00:00:00Z");

    /** A step of a deal. */
    private record Step(String stage, Instant at) {}

    private final Case current;
    private final ImmutableList<Deal> deals;
    private final Instant now;

    private StageHistoryReader(Case current) {
        this.current = current;
        Alias given = new Alias(current.given());
        ImmutableList<ImmutableList<Step>> histories = histories(given);
        this.now = given.any("now", "as_of", "until")
                .map(StageHistoryReader::instant)
                .orElseGet(() ->
                        histories.flatCollect(steps -> steps).collect(Step::at).max());
        given.nothingElse();
        this.deals = live(histories);
    }

    static void run(Case current) {
        StageHistoryReader reader = new StageHistoryReader(current);
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    private static Instant instant(Field field) {
        return CaseHours.local(field).toInstant(ZoneOffset.UTC);
    }

    private static ImmutableList<ImmutableList<Step>> histories(Alias given) {
        Optional<Field> several = given.any("histories", "deals", "leads").filter(Field::isList);
        if (several.isPresent()) {
            return several.get().elements().collect(deal -> {
                if (!deal.isObject()) {
                    return steps(deal.elements(), Optional.empty());
                }
                Alias one = new Alias(deal);
                one.any("id", "deal", "value", "amount").ifPresent(Field::text);
                ImmutableList<Step> history = history(one);
                one.nothingElse();
                return history;
            });
        }
        return Lists.immutable.of(history(given));
    }

    private static ImmutableList<Step> history(Alias deal) {
        Optional<Instant> created = deal.any("created", "opened", "start").map(StageHistoryReader::instant);
        Optional<String> first = deal.any("first_stage", "initial_stage", "start_stage", "created_in")
                .map(Field::text);
        ImmutableList<Field> moves = deal.need(
                        "history", "changes", "moves", "transitions", "stage_changes", "stages", "log")
                .elements();
        Optional<String> before = first.or(() -> moves.getFirstOptional()
                .filter(Field::isObject)
                .flatMap(move -> move.find("from").or(() -> move.find("from_stage")))
                .map(Field::text));
        return steps(moves, created.flatMap(at -> before.map(stage -> new Step(stage, at))));
    }

    private static ImmutableList<Step> steps(ImmutableList<Field> moves, Optional<Step> opening) {
        MutableList<Step> steps = Lists.mutable.empty();
        opening.ifPresent(steps::add);
        for (Field move : moves) {
            steps.add(step(move, steps.size()));
        }
        if (steps.isEmpty()) {
            throw new UnsupportedCaseException("no history");
        }
        return steps.toImmutable();
    }

    private static Step step(Field move, int place) {
        if (move.isObject()) {
            Alias one = new Alias(move);
            one.any("from", "from_stage").ifPresent(Field::text);
            one.any("until", "left", "exited").ifPresent(Field::text);
            Step step = new Step(one.need(STAGE).text(), instant(one.need(AT)));
            one.nothingElse();
            return step;
        }
        if (move.isList()) {
            ImmutableList<Field> pair = move.elements();
            boolean timeFirst = pair.getFirst().text().matches("\\d{4}-.*");
            return new Step(pair.get(timeFirst ? 1 : 0).text(), instant(pair.get(timeFirst ? 0 : 1)));
        }
        return new Step(move.text(), NO_TIMES.plusSeconds(place));
    }

    private static ImmutableList<Deal> live(ImmutableList<ImmutableList<Step>> histories) {
        Pipeline pipeline = pipeline(histories);
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        DealDesk desk = new DealDesk(
                new MemoryDealLog(unitOfWork),
                id -> Optional.of(pipeline),
                Outbox.none(),
                unitOfWork,
                AccessPolicy.allowAll(),
                () -> NO_TIMES);
        histories.forEachWithIndex((steps, deal) -> steps.forEachWithIndex((step, i) -> desk.record(
                        IdempotencyKey.of("k" + deal + "-" + i),
                        DealId.of("deal-" + deal),
                        i == 0 ? opened(pipeline, step) : new DealChange.Moved(StageId.of(step.stage())),
                        step.at(),
                        Actor.of("reader"))
                .orElseThrow()));
        return desk.all();
    }

    private static DealChange opened(Pipeline pipeline, Step step) {
        return DealChange.opened(
                pipeline,
                step.stage(),
                PartyId.of("customer"),
                Amounts.of("1", "USD"),
                LocalDate.of(2026, 1, 1),
                SellerId.of("seller"));
    }

    private static Pipeline pipeline(ImmutableList<ImmutableList<Step>> histories) {
        Pipeline.Builder pipeline = Pipeline.builder().id("pipeline");
        MutableSet<String> moves = Sets.mutable.empty();
        histories
                .flatCollect(steps -> steps)
                .collect(Step::stage)
                .distinct()
                .forEach(stage -> pipeline.add(stage(stage)));
        for (ImmutableList<Step> steps : histories) {
            for (int i = 1; i < steps.size(); i++) {
                String from = steps.get(i - 1).stage();
                String to = steps.get(i).stage();
                if (moves.add(from + ">" + to)) {
                    pipeline.move(from, to);
                }
            }
        }
        return pipeline.build();
    }

    private static Stage stage(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "won", "closed won" -> Stage.won(name);
            case "lost", "closed lost" -> Stage.lost(name);
            default -> Stage.open(name, 50);
        };
    }

    private void check(String name, Field expected) {
        if (name.matches("conversions?|conversion_rates?")) {
            StageFlow flow = StageFlow.of(deals);
            expected.names().forEach(from -> conversion(flow, from, expected.at(from)));
        } else if (name.matches("visits|times_entered")) {
            visits(expected, stays(expected));
        } else if (name.equals("returns")) {
            visits(expected, stays(expected).collect(count -> Math.max(0, count - 1)));
        } else if (name.matches("(current|current_stage|stage)")) {
            current.differences().text(expected, only(expected).stage());
        } else if (name.matches("(average_)?(days|hours|minutes|seconds)_to_close|average_cycle_days")) {
            closing(expected, unit(name));
        } else if (name.matches("(.*_)?(days|hours|minutes|seconds)(_.*)?|durations?|time_in_stage")) {
            times(expected, unit(name));
        } else {
            throw new UnsupportedCaseException(expected.path());
        }
    }

    private Deal only(Field asked) {
        if (deals.size() != 1) {
            throw new UnsupportedCaseException(asked.path() + " of several deals");
        }
        return deals.getOnly();
    }

    private ImmutableList<Integer> stays(Field expected) {
        Deal deal = only(expected);
        return expected.names()
                .collect(stage ->
                        deal.visits().count(visit -> visit.stage().value().equals(stage)));
    }

    private void visits(Field expected, ImmutableList<Integer> counts) {
        expected.names()
                .zip(counts)
                .forEach(pair -> current.differences().number(expected.at(pair.getOne()), pair.getTwo()));
    }

    private void conversion(StageFlow flow, String from, Field expected) {
        if (expected.isObject()) {
            expected.names().forEach(to -> conversion(flow, from + ">" + to, expected.at(to)));
            return;
        }
        String[] ends = from.split("\\s*(->|>|→)\\s*");
        if (ends.length != 2) {
            throw new UnsupportedCaseException(expected.path());
        }
        Rational share = flow.conversion(StageId.of(ends[0]), StageId.of(ends[1]))
                .orElseThrow(() -> new UnsupportedCaseException("nobody was in " + ends[0]));
        current.differences().near(expected, MatchingReaders.decimal(share).doubleValue());
    }

    private static BigDecimal unit(String name) {
        return BigDecimal.valueOf(
                name.contains("day") ? 86_400 : name.contains("hour") ? 3_600 : name.contains("minute") ? 60 : 1);
    }

    /** Of one deal its time in each stage, of several the mean; without stages the time of all. */
    private void times(Field expected, BigDecimal unit) {
        StageTimes times = StageTimes.of(deals, now);
        if (!expected.isObject()) {
            Rational all = only(expected)
                    .visits()
                    .collect((StageVisit visit) -> Rational.of(visit.length(now).toSeconds()))
                    .injectInto(Rational.ZERO, Rational::add);
            figure(expected, all, unit);
            return;
        }
        expected.names()
                .forEach(stage -> figure(
                        expected.at(stage),
                        deals.size() == 1
                                ? Rational.of(times.total(StageId.of(stage)).toSeconds())
                                : times.mean(StageId.of(stage))
                                        .orElseThrow(() -> new UnsupportedCaseException("nobody was in " + stage)),
                        unit));
    }

    /** The mean from the opening of those that were won to that. */
    private void closing(Field expected, BigDecimal unit) {
        StageId won = deals.collect(Deal::stage)
                .detectOptional(stage -> stage.value().toLowerCase(Locale.ROOT).endsWith("won"))
                .orElseThrow(() -> new UnsupportedCaseException(expected.path() + ": nothing was won"));
        figure(expected, StageTimes.of(deals, now).lead(won).orElseThrow(), unit);
    }

    private void figure(Field expected, Rational seconds, BigDecimal unit) {
        HourWords.figure(current, expected, seconds.divide(Rational.of(unit)));
    }
}
