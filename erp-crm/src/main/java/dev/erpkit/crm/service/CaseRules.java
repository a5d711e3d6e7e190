package dev.erpkit.crm.service;

import dev.erpkit.core.outcome.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What may happen to a case as it is. */
final class CaseRules {
    private CaseRules() {}

    /** Why a change may not happen. */
    static Optional<Refusal> refusal(ServiceCase so, CaseChange change, Instant at) {
        if (at.isBefore(so.lastAt())) {
            return Optional.of(CaseRefusals.outOfOrder(so, at));
        }
        if (so.mergedInto().isPresent()) {
            return Optional.of(CaseRefusals.merged(so));
        }
        if (change instanceof CaseChange.Opened) {
            return Optional.of(CaseRefusals.exists(so.id()));
        }
        if (change instanceof CaseChange.Reopened) {
            return so.resolvedAt().isPresent() ? Optional.empty() : Optional.of(CaseRefusals.notResolved(so.id()));
        }
        if (change instanceof CaseChange.Breached breached) {
            return breach(so, breached, at);
        }
        if (change instanceof CaseChange.Rated
                || change instanceof CaseChange.Merged
                || change instanceof CaseChange.Absorbed) {
            return Optional.empty();
        }
        if (so.closedAt().isPresent()) {
            return Optional.of(CaseRefusals.closed(so.id()));
        }
        return clocks(so, change);
    }

    private static Optional<Refusal> breach(ServiceCase so, CaseChange.Breached breached, Instant at) {
        if (!at.isAfter(breached.due())) {
            return Optional.of(CaseRefusals.notDue(so.id(), breached));
        }
        return so.breaches().contains(breached)
                ? Optional.of(CaseRefusals.breachTold(so.id(), breached))
                : Optional.empty();
    }

    private static Optional<Refusal> clocks(ServiceCase so, CaseChange change) {
        boolean stops = change instanceof CaseChange.Paused || change instanceof CaseChange.Resolved;
        if (stops && so.resolvedAt().isPresent()) {
            return Optional.of(CaseRefusals.resolved(so.id()));
        }
        if (change instanceof CaseChange.Paused && so.pausedSince().isPresent()) {
            return Optional.of(CaseRefusals.paused(so.id()));
        }
        if (change instanceof CaseChange.Resumed && so.pausedSince().isEmpty()) {
            return Optional.of(CaseRefusals.notPaused(so.id()));
        }
        return Optional.empty();
    }
}
