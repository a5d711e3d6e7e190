package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Draws up the figures of a group after what was frozen before, and freezes them. The key of a freeze is the group and the
 * last day of the period, its content all figures: sent again with the same ones it is a replay.
 */
public final class ConsolidationService {
    private static final String FREEZE = "consolidation.freeze";

    private final ConsolidationLog log;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * The consolidations of one tenant.
     *
     * @param log frozen periods
     * @param unitOfWork runs commands
     * @param access who may freeze
     * @param clock when a freeze is recorded
     */
    public ConsolidationService(ConsolidationLog log, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.log = log;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param name the name of the group, 1 to 64 characters
     * @param group who belongs to it
     * @param chart the chart of the group
     * @param period the period
     * @param facts the books and what is known beside them; the frozen period before is filled in
     * @param policy how
     * @param rates the rates
     */
    public record Request(
            String name,
            Group group,
            Chart chart,
            DateRange period,
            ConsolidationFacts facts,
            ConsolidationPolicy policy,
            ExchangeRates rates) {}

    /** The figures, beginning where the frozen period before ends; the first period of a group begins with its books. */
    public Outcome<Consolidation> figures(Request request) {
        return unitOfWork.execute(() -> drawUp(request));
    }

    private Outcome<Consolidation> drawUp(Request request) {
        Optional<FrozenPeriod> before = log.newest(request.name())
                .map(ConsolidationRun::frozen)
                .filter(frozen ->
                        frozen.period().lastDay().isBefore(request.period().lastDay()))
                .or(() -> log.find(
                                request.name(),
                                request.period().startInclusive().minusDays(1))
                        .map(ConsolidationRun::frozen));
        ConsolidationFacts facts = before.map(request.facts()::after).orElse(request.facts());
        return Consolidation.of(
                request.group(), request.chart(), request.period(), facts, request.policy(), request.rates());
    }

    /**
     * Freezes a period. Needs {@code consolidation.freeze} in the group.
     *
     * @return the run; or {@code access.denied}, {@code consolidation.frozen} when the period or a later one is frozen with
     *     other figures, or why there are no figures
     */
    public Outcome<ConsolidationRun> freeze(Request request, Actor actor) {
        Permission freeze = new Permission(FREEZE, request.name());
        if (!access.allows(actor, freeze)) {
            return Outcome.refused(freeze.denied());
        }
        return unitOfWork.execute(() ->
                drawUp(request).map(figures -> figures.freeze(request.name())).then(frozen -> freeze(frozen, actor)));
    }

    private Outcome<ConsolidationRun> freeze(FrozenPeriod frozen, Actor actor) {
        Optional<ConsolidationRun> same = log.find(
                        frozen.group(), frozen.period().lastDay())
                .filter(run -> run.frozen().equals(frozen));
        if (same.isPresent()) {
            return Outcome.replayed(same.get());
        }
        Optional<ConsolidationRun> newest = log.newest(frozen.group())
                .filter(run -> !run.frozen()
                        .period()
                        .lastDay()
                        .isBefore(frozen.period().lastDay()));
        if (newest.isPresent()) {
            return Outcome.refused(Refusal.of(
                            ConsolidationRefusals.FROZEN,
                            "Group " + frozen.group() + " is frozen through "
                                    + newest.get().frozen().period().lastDay()
                                    + " with other figures; adjust in the period after it")
                    .with("group", frozen.group())
                    .with("through", newest.get().frozen().period().lastDay()));
        }
        ConsolidationRun run = new ConsolidationRun(frozen, clock.instant().truncatedTo(ChronoUnit.MICROS), actor);
        log.append(run);
        return Outcome.accepted(run);
    }
}
