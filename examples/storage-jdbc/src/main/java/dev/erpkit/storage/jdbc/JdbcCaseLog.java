package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.service.AgreementId;
import dev.erpkit.crm.service.CaseChange;
import dev.erpkit.crm.service.CaseFact;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.ClockKind;
import dev.erpkit.crm.service.Priority;
import dev.erpkit.crm.service.QueueId;
import dev.erpkit.crm.service.Survey;
import dev.erpkit.crm.service.port.CaseLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened to cases as rows. */
final class JdbcCaseLog extends JdbcSubjectLog<CaseFact> implements CaseLog {
    JdbcCaseLog(JdbcUnitOfWork work) {
        super(work, "case_fact", "case_id");
    }

    @Override
    Head head(CaseFact fact) {
        return new Head(fact.caseId().value(), fact.number(), fact.key(), fact.at(), fact.recordedAt(), fact.actor());
    }

    /** The facts of a command that concerns two cases share its key. */
    @Override
    Where taken(Head head) {
        return keyed(head.key()).and("case_id = ?", head.subject());
    }

    @Override
    public ImmutableList<CaseFact> of(CaseId id) {
        return all(id.value()).toImmutable();
    }

    @Override
    public ImmutableList<CaseFact> of(IdempotencyKey key) {
        return work.read(connection -> select(connection, keyed(key)))
                .toSortedList(Comparator.comparing(CaseFact::caseId))
                .toImmutable();
    }

    @Override
    void fill(NewRow cells, CaseFact fact) {
        CaseChange change = fact.change();
        if (change instanceof CaseChange.Opened opened) {
            cells.text("kind", "OPENED")
                    .text("customer", opened.customer().value())
                    .text("queue", opened.queue().value())
                    .text("priority", opened.priority().text());
            opened.agreement().ifPresent(agreement -> cells.text("agreement", agreement.value()));
        } else if (change instanceof CaseChange.Queued queued) {
            cells.text("kind", "QUEUED").text("queue", queued.queue().value());
        } else if (change instanceof CaseChange.Prioritised prioritised) {
            cells.text("kind", "PRIORITISED")
                    .text("priority", prioritised.priority().text());
        } else if (change instanceof CaseChange.Agreed agreed) {
            cells.text("kind", "AGREED").text("agreement", agreed.agreement().value());
        } else if (change instanceof CaseChange.Assigned assigned) {
            cells.text("kind", "ASSIGNED").text("agent", assigned.agent());
        } else if (change instanceof CaseChange.Paused paused) {
            cells.text("kind", "PAUSED").text("reason", paused.reason());
        } else if (change instanceof CaseChange.Merged merged) {
            cells.text("kind", "MERGED").text("other_case", merged.into().value());
        } else if (change instanceof CaseChange.Absorbed absorbed) {
            cells.text("kind", "ABSORBED").text("other_case", absorbed.from().value());
        } else if (change instanceof CaseChange.Breached breached) {
            cells.text("kind", "BREACHED")
                    .text("clock", breached.clock().text())
                    .instant("due", breached.due());
        } else if (change instanceof CaseChange.Rated rated) {
            cells.text("kind", "RATED").text("survey", rated.survey().text()).number("score", rated.score());
        } else {
            cells.text("kind", bare(change));
        }
    }

    private static String bare(CaseChange change) {
        if (change instanceof CaseChange.CustomerWrote) {
            return "CUSTOMER_WROTE";
        } else if (change instanceof CaseChange.AgentReplied) {
            return "AGENT_REPLIED";
        } else if (change instanceof CaseChange.Resumed) {
            return "RESUMED";
        } else if (change instanceof CaseChange.Resolved) {
            return "RESOLVED";
        } else if (change instanceof CaseChange.Closed) {
            return "CLOSED";
        } else if (change instanceof CaseChange.Reopened) {
            return "REOPENED";
        }
        throw new IllegalArgumentException("No column for " + change.getClass());
    }

    @Override
    CaseFact read(Head head, ResultSet row) throws SQLException {
        return new CaseFact(
                CaseId.of(head.subject()),
                head.number(),
                head.key(),
                head.at(),
                head.recordedAt(),
                head.actor(),
                change(row));
    }

    private static CaseChange change(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "OPENED" ->
                new CaseChange.Opened(
                        PartyId.of(row.getString("customer")),
                        QueueId.of(row.getString("queue")),
                        Priority.parse(row.getString("priority")),
                        Row.text(row, "agreement").map(AgreementId::of));
            case "QUEUED" -> new CaseChange.Queued(QueueId.of(row.getString("queue")));
            case "PRIORITISED" -> new CaseChange.Prioritised(Priority.parse(row.getString("priority")));
            case "AGREED" -> new CaseChange.Agreed(AgreementId.of(row.getString("agreement")));
            case "ASSIGNED" -> new CaseChange.Assigned(row.getString("agent"));
            case "CUSTOMER_WROTE" -> new CaseChange.CustomerWrote();
            case "AGENT_REPLIED" -> new CaseChange.AgentReplied();
            case "PAUSED" -> new CaseChange.Paused(row.getString("reason"));
            case "RESUMED" -> new CaseChange.Resumed();
            case "RESOLVED" -> new CaseChange.Resolved();
            case "CLOSED" -> new CaseChange.Closed();
            case "REOPENED" -> new CaseChange.Reopened();
            case "MERGED" -> new CaseChange.Merged(CaseId.of(row.getString("other_case")));
            case "ABSORBED" -> new CaseChange.Absorbed(CaseId.of(row.getString("other_case")));
            case "BREACHED" ->
                new CaseChange.Breached(ClockKind.parse(row.getString("clock")), Row.instant(row, "due"));
            case "RATED" -> new CaseChange.Rated(survey(row.getString("survey")), row.getInt("score"));
            default -> throw new IllegalStateException("No change of a case: " + kind);
        };
    }

    private static Survey survey(String text) {
        return Lists.immutable
                .of(Survey.values())
                .detectOptional(survey -> survey.text().equals(text))
                .orElseThrow();
    }
}
