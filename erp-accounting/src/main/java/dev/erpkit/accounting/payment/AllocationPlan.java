package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.MatchPlan;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a payment comes to: the decision before anything is recorded, for previews too.
 *
 * @param request the match to be made, if anything is settled or written off
 * @param match what the match comes to
 * @param writtenOff what the policy writes off, of items or of the payment
 * @param onAccountMinor left of the payment as an advance, in minor units of its currency
 * @param refundMinor to be paid back, in minor units of its currency
 * @param trace how it comes about
 */
public record AllocationPlan(
        Optional<MatchRequest> request,
        Optional<MatchPlan> match,
        ImmutableList<Allowance> writtenOff,
        long onAccountMinor,
        long refundMinor,
        TraceStep trace) {}
