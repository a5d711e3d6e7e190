package dev.erpkit.company.report;

import dev.erpkit.crm.pipeline.CommissionPlan.Commission;
import dev.erpkit.crm.pipeline.Deal;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.Quota;
import dev.erpkit.crm.pipeline.SnapshotChange;
import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The deals and what they are expected to bring.
 *
 * @param pipeline the stages
 * @param deals all deals as they stand
 * @param now when they stand so
 * @param forecast what they are expected to bring, and which of them could not be priced
 * @param since the end of which day changes are told since
 * @param changes what changed since then
 * @param sellers who sold
 */
public record PipelineReport(
        Pipeline pipeline,
        ImmutableList<Deal> deals,
        Instant now,
        Forecast forecast,
        LocalDate since,
        ImmutableList<SnapshotChange> changes,
        ImmutableList<Seller> sellers) {
    /**
     * Somebody who sells.
     *
     * @param quota what they were to win
     * @param won what they won
     * @param commission what they earn on it
     */
    public record Seller(Quota quota, MonetaryAmount won, Commission commission) {}
}
