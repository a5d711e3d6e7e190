package dev.erpkit.company.report;

import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.Escalation;
import dev.erpkit.crm.service.ServiceCase;
import dev.erpkit.crm.service.ServiceStatus;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A case of a customer.
 *
 * @param of the case
 * @param subject what it is about
 * @param status where it stands against its agreement
 * @param clocks its deadlines
 * @param escalations who is told before them
 * @param time the working time in which they are counted
 */
public record CaseReport(
        ServiceCase of,
        String subject,
        ServiceStatus status,
        ImmutableList<Deadline> clocks,
        ImmutableList<Escalation> escalations,
        WorkTime time) {}
