package dev.erpkit.company.report;

import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * What is to be told of selling.
 *
 * @param pipeline the deals and what they are expected to bring
 * @param orders how far each order is
 * @param service the cases of customers
 * @param campaign a campaign and what it brought
 * @param items the names of items by their ids
 */
public record SalesReports(
        PipelineReport pipeline,
        ImmutableList<OrderReport> orders,
        ServiceReport service,
        CampaignReport campaign,
        ImmutableMap<String, String> items) {}
