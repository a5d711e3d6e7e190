package dev.erpkit.crm.service;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** What the facts of one case come to. */
@ErpValue
@Value.Immutable
public sealed interface ServiceCase permits ImmutableServiceCase {
    /** The case. */
    CaseId id();

    /** For whom. */
    PartyId customer();

    /** Where it waits. */
    QueueId queue();

    /** How urgent it is. */
    Priority priority();

    /** What was promised. */
    Optional<AgreementId> agreement();

    /** Who handles it. */
    Optional<String> agent();

    /** When it was opened. */
    Instant openedAt();

    /** When the customer was first answered. */
    Optional<Instant> firstReplyAt();

    /** When the oldest message after the first answer came that nobody answered yet. */
    Optional<Instant> waitingSince();

    /** When the clocks stood still, also between a solution and a reopening. The last has no end while it is paused. */
    Pauses pauses();

    /** Since when it is paused. */
    Optional<Instant> pausedSince();

    /** When it was solved, if it is. */
    Optional<Instant> resolvedAt();

    /** When it was closed, if it is. */
    Optional<Instant> closedAt();

    /** How often it was opened again. */
    int reopenings();

    /** The case as which it goes on. */
    Optional<CaseId> mergedInto();

    /** The cases that go on as this one. */
    ImmutableList<CaseId> absorbed();

    /** What the customer said, in order. */
    ImmutableList<CaseChange.Rated> ratings();

    /** The promises of which it was noticed that they were missed, in order. */
    ImmutableList<CaseChange.Breached> breaches();

    /** The number of the newest fact. */
    long facts();

    /** When the newest fact happened. */
    Instant lastAt();

    /** Whether somebody has to do something. */
    default boolean isOpen() {
        return resolvedAt().isEmpty() && mergedInto().isEmpty();
    }

    /**
     * What conditions may ask for: {@code customer}, {@code queue}, {@code priority}, {@code open}, {@code paused},
     * {@code waiting} (for the next response), {@code reopenings}, {@code hours-open}, and where there are any
     * {@code agreement} and {@code agent}.
     */
    default Facts facts(Instant now) {
        Facts facts = Facts.of("customer", FactValue.of(customer().value()))
                .with("queue", FactValue.of(queue().value()))
                .with("priority", FactValue.of(priority().text()))
                .with("open", FactValue.of(isOpen()))
                .with("paused", FactValue.of(pausedSince().isPresent()))
                .with("waiting", FactValue.of(waitingSince().isPresent()))
                .with("reopenings", FactValue.of(reopenings()))
                .with(
                        "hours-open",
                        FactValue.of(Duration.between(openedAt(), resolvedAt().orElse(now))
                                .toHours()));
        Facts promised = agreement()
                .map(id -> facts.with("agreement", FactValue.of(id.value())))
                .orElse(facts);
        return agent().map(id -> promised.with("agent", FactValue.of(id))).orElse(promised);
    }

    /** What all facts of a case come to, in their order; nothing without any. */
    static Optional<ServiceCase> of(ImmutableList<CaseFact> facts) {
        return facts.injectInto(Optional.empty(), (so, fact) -> Optional.of(after(so, fact)));
    }

    private static ServiceCase after(Optional<ServiceCase> before, CaseFact fact) {
        if (before.isPresent()) {
            return before.get().after(fact);
        }
        if (!(fact.change() instanceof CaseChange.Opened opened)) {
            throw new IllegalArgumentException("The first fact of a case opens it: " + fact.caseId());
        }
        Builder builder = new Builder();
        return builder.id(fact.caseId())
                .customer(opened.customer())
                .queue(opened.queue())
                .priority(opened.priority())
                .agreement(opened.agreement())
                .openedAt(fact.at())
                .pauses(Pauses.none())
                .reopenings(0)
                .absorbed(Lists.immutable.empty())
                .ratings(Lists.immutable.empty())
                .breaches(Lists.immutable.empty())
                .facts(fact.number())
                .lastAt(fact.at())
                .build();
    }

    /** What it comes to with the next fact. */
    default ServiceCase after(CaseFact fact) {
        Builder next = new Builder();
        next.from(this).facts(fact.number()).lastAt(fact.at());
        return CaseFold.of(this, fact, next).build();
    }

    /** The pauses once a pause that still runs ends. */
    default Pauses pausesUntil(Instant end) {
        return pausedSince()
                .map(since -> {
                    Pauses ended = new Pauses(pauses().spans().reject(span -> !span.hasEnd()));
                    return since.isBefore(end) ? ended.with(TimeSpan.of(since, end)) : ended;
                })
                .orElse(pauses());
    }

    /** Builds a case from its facts alone. */
    final class Builder extends ImmutableServiceCase.Builder {
        Builder() {}
    }
}
