package dev.erpkit.company.report;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.service.Backlog;
import dev.erpkit.crm.service.QueueForecast;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The cases of customers.
 *
 * @param cases all cases
 * @param alone when the open ones will be done by one agent
 * @param together when by two
 * @param backlog how old they are
 * @param content the share of customers who were content
 */
public record ServiceReport(
        ImmutableList<CaseReport> cases,
        QueueForecast alone,
        QueueForecast together,
        Backlog backlog,
        Optional<Rational> content) {}
