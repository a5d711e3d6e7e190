package dev.erpkit.crm.service;

import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.TimeSpan;
import java.time.Instant;
import java.util.Optional;

/** What a fact changes in a case. */
final class CaseFold {
    private CaseFold() {}

    static ImmutableServiceCase.Builder of(ServiceCase so, CaseFact fact, ImmutableServiceCase.Builder next) {
        CaseChange change = fact.change();
        Instant at = fact.at();
        if (change instanceof CaseChange.Queued moved) {
            return next.queue(moved.queue());
        }
        if (change instanceof CaseChange.Prioritised prioritised) {
            return next.priority(prioritised.priority());
        }
        if (change instanceof CaseChange.Agreed agreed) {
            return next.agreement(Optional.of(agreed.agreement()));
        }
        if (change instanceof CaseChange.Assigned assigned) {
            return next.agent(Optional.of(assigned.agent()));
        }
        if (change instanceof CaseChange.Merged merged) {
            return next.mergedInto(Optional.of(merged.into()));
        }
        if (change instanceof CaseChange.Absorbed absorbed) {
            return next.absorbed(so.absorbed().newWith(absorbed.from()));
        }
        if (change instanceof CaseChange.Rated rated) {
            return next.ratings(so.ratings().newWith(rated));
        }
        if (change instanceof CaseChange.Breached breached) {
            return next.breaches(so.breaches().newWith(breached));
        }
        return messages(so, change, at, next);
    }

    private static ImmutableServiceCase.Builder messages(
            ServiceCase so, CaseChange change, Instant at, ImmutableServiceCase.Builder next) {
        if (change instanceof CaseChange.CustomerWrote) {
            boolean starts = so.firstReplyAt().isPresent() && so.waitingSince().isEmpty();
            return starts ? next.waitingSince(Optional.of(at)) : next;
        }
        if (change instanceof CaseChange.AgentReplied) {
            return next.waitingSince(Optional.empty())
                    .firstReplyAt(Optional.of(so.firstReplyAt().orElse(at)));
        }
        return clocks(so, change, at, next);
    }

    private static ImmutableServiceCase.Builder clocks(
            ServiceCase so, CaseChange change, Instant at, ImmutableServiceCase.Builder next) {
        if (change instanceof CaseChange.Paused) {
            return next.pausedSince(Optional.of(at)).pauses(so.pauses().with(TimeSpan.from(at)));
        }
        if (change instanceof CaseChange.Resumed) {
            return next.pausedSince(Optional.empty()).pauses(so.pausesUntil(at));
        }
        if (change instanceof CaseChange.Resolved || change instanceof CaseChange.Closed) {
            if (change instanceof CaseChange.Closed) {
                next.closedAt(Optional.of(at));
            }
            // a pause ends with the solution, from where the clocks stand anyway
            return next.pausedSince(Optional.empty())
                    .pauses(so.pausesUntil(at))
                    .resolvedAt(Optional.of(so.resolvedAt().orElse(at)));
        }
        if (change instanceof CaseChange.Reopened) {
            Instant since = so.resolvedAt().orElse(at);
            Pauses pauses = since.isBefore(at) ? so.pauses().with(TimeSpan.of(since, at)) : so.pauses();
            return next.resolvedAt(Optional.empty())
                    .closedAt(Optional.empty())
                    .pauses(pauses)
                    .reopenings(so.reopenings() + 1);
        }
        return next;
    }
}
