package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.pipeline.SalesFunnel;
import dev.erpkit.crm.pipeline.SalesFunnel.Opportunity;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.StageKind;
import dev.erpkit.crm.pipeline.StageTimes;
import dev.erpkit.crm.pipeline.StageVisit;
import dev.erpkit.crm.service.Survey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableIntList;

/** What became of opportunities, how long work took, what customers answered. */
final class FunnelReaders {
    private static final CurrencyUnit CURRENCY = Amounts.currency("USD");
    private static final StageId READY = StageId.of("ready");
    private static final StageId WORK = StageId.of("wip");
    private static final StageId DONE = StageId.of("done");

    private FunnelReaders() {}

    private static double number(Optional<Rational> exact) {
        return exact.map(r -> r.numerator().doubleValue() / r.denominator().doubleValue())
                .orElse(0.0);
    }

    /** Opportunities, orders, and what they are worth. */
    static void funnel(Case current) {
        Alias given = new Alias(current.given());
        SalesFunnel funnel = new SalesFunnel(
                CURRENCY, given.need("opportunities", "leads").elements().collect(FunnelReaders::opportunity));
        given.nothingElse();
        Differences differences = current.differences();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "number", "count" -> differences.number(expected, funnel.number());
                case "amount" -> differences.number(expected, Amounts.decimal(funnel.amount()));
                case "converted" -> differences.number(expected, funnel.converted());
                case "converted_amount" -> differences.number(expected, Amounts.decimal(funnel.convertedAmount()));
                case "conversion_rate" -> differences.estimate(expected, number(funnel.conversionRate()));
                case "closed" -> differences.number(expected, funnel.closed());
                case "lost" -> differences.number(expected, funnel.lost());
                case "won" -> differences.number(expected, funnel.won());
                case "won_amount" -> differences.number(expected, Amounts.decimal(funnel.wonAmount()));
                case "winning_rate", "win_rate" -> differences.estimate(expected, number(funnel.winningRate()));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static Opportunity opportunity(Field row) {
        Alias one = new Alias(row);
        String state = one.need("state", "status").text().toLowerCase(Locale.ROOT);
        StageKind kind = switch (state) {
            case "lead", "opportunity", "open" -> StageKind.OPEN;
            case "converted", "won" -> StageKind.WON;
            case "lost", "cancelled", "canceled" -> StageKind.LOST;
            default -> throw new UnsupportedCaseException("state " + state);
        };
        Opportunity opportunity = new Opportunity(
                kind,
                Amounts.of(one.need("amount", "value").decimal(), CURRENCY),
                one.any("sale_total", "order_total").map(total -> Amounts.of(total.decimal(), CURRENCY)));
        one.any("employee", "owner", "seller").ifPresent(Field::text);
        one.nothingElse();
        return opportunity;
    }

    /** Tasks from their making to their end: lead time, cycle time, time at work. */
    static void flow(Case current) {
        Alias given = new Alias(current.given());
        ImmutableList<Field> tasks = given.need("tasks").elements();
        Instant now = given.any("now").map(FunnelReaders::second).orElse(Instant.EPOCH);
        given.nothingElse();
        StageTimes times = new StageTimes(tasks.collect(task -> visits(task)), now);
        Differences differences = current.differences();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "count" -> differences.number(expected, times.histories().size());
                case "average_lead", "avg_lead", "lead" -> differences.estimate(expected, number(times.lead(DONE)));
                case "average_cycle", "avg_cycle", "cycle" ->
                    differences.estimate(expected, number(times.cycle(WORK, DONE)));
                case "wip" -> stage(differences, expected, times, WORK);
                case "done" -> stage(differences, expected, times, DONE);
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static void stage(Differences differences, Field expected, StageTimes times, StageId stage) {
        for (String name : expected.names()) {
            Field figure = expected.at(name);
            switch (name) {
                case "count" -> differences.number(figure, times.count(stage));
                case "total" -> differences.number(figure, times.total(stage).toSeconds());
                case "average" -> differences.estimate(figure, number(times.mean(stage)));
                default -> throw new UnsupportedCaseException(figure.path());
            }
        }
    }

    /** A task waits until it is started; where only the end of work is told, work began when the task was made. */
    private static ImmutableList<StageVisit> visits(Field row) {
        Alias task = new Alias(row);
        Instant created = second(task.need("created"));
        Optional<Instant> started = task.any("started").map(FunnelReaders::second);
        Optional<Instant> worked = task.any("moved_from_wip_after")
                .map(field -> created.plusSeconds(field.decimal().longValueExact()));
        Optional<Instant> done = task.any("done", "completed").map(FunnelReaders::second);
        task.nothingElse();
        MutableList<StageVisit> visits = Lists.mutable.empty();
        if (worked.isPresent()) {
            visits.add(new StageVisit(WORK, created, worked));
            visits.add(new StageVisit(READY, worked.get(), done));
        } else {
            visits.add(new StageVisit(READY, created, started.or(() -> done)));
            started.ifPresent(from -> visits.add(new StageVisit(WORK, from, done)));
        }
        done.ifPresent(at -> visits.add(new StageVisit(DONE, at, Optional.empty())));
        return visits.toImmutable();
    }

    private static Instant second(Field field) {
        return Instant.ofEpochSecond(field.decimal().longValueExact());
    }

    /** Scores by how often they were given. */
    static void survey(Case current) {
        Alias given = new Alias(current.given());
        Field answers = given.need("scores");
        given.nothingElse();
        MutableIntList scores = IntLists.mutable.empty();
        if (answers.isObject()) {
            for (String score : answers.names()) {
                for (int i = answers.at(score).decimal().intValueExact(); i > 0; i--) {
                    scores.add(Integer.parseInt(score));
                }
            }
        } else {
            answers.elements().forEach(score -> scores.add(score.decimal().intValueExact()));
        }
        for (String name : current.expect().names()) {
            Survey survey = switch (name) {
                case "nps" -> Survey.RECOMMENDATION;
                case "csat" -> Survey.SATISFACTION;
                default -> throw new UnsupportedCaseException(name);
            };
            current.differences().estimate(current.expect().at(name), 100 * number(survey.figure(scores)));
        }
    }
}
