package dev.erpkit.testkit.generate;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.service.CaseChange;
import dev.erpkit.crm.service.CaseFact;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.Priority;
import dev.erpkit.crm.service.QueueId;
import dev.erpkit.crm.service.ServiceDesk;
import dev.erpkit.crm.service.Survey;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.list.ImmutableList;

/** Cases with messages, pauses, solutions and reopenings, as a service desk would have kept them. */
public final class ServiceArbitraries {
    private static final CaseId ID = CaseId.of("case");
    private static final Actor ACTOR = Actor.of("agent");

    private ServiceArbitraries() {}

    private record Step(CaseChange change, long seconds) {}

    /** The facts of one case, opened in 2024; what was refused is left out. */
    public static Arbitrary<ImmutableList<CaseFact>> histories() {
        Arbitrary<CaseChange> change = Arbitraries.of(
                new CaseChange.CustomerWrote(),
                new CaseChange.AgentReplied(),
                new CaseChange.Paused("waits"),
                new CaseChange.Paused("waits again"),
                new CaseChange.Resumed(),
                new CaseChange.Resumed(),
                new CaseChange.Resolved(),
                new CaseChange.Closed(),
                new CaseChange.Reopened(),
                new CaseChange.Prioritised(Priority.URGENT),
                new CaseChange.Rated(Survey.SATISFACTION, 4));
        Arbitrary<Step> step = Combinators.combine(change, Arbitraries.longs().between(0, 2 * 86_400))
                .as(Step::new);
        return Combinators.combine(WorkTimeArbitraries.instants(), step.list().ofMaxSize(12))
                .as(ServiceArbitraries::history);
    }

    private static ImmutableList<CaseFact> history(Instant opened, List<Step> steps) {
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        MemoryCaseLog log = new MemoryCaseLog(unitOfWork);
        ServiceDesk desk = new ServiceDesk(log, Outbox.none(), unitOfWork, AccessPolicy.allowAll(), () -> opened);
        desk.record(
                IdempotencyKey.of("open"),
                ID,
                CaseChange.opened(PartyId.of("customer"), QueueId.of("queue"), Priority.NORMAL),
                opened,
                ACTOR);
        Instant at = opened;
        for (int i = 0; i < steps.size(); i++) {
            at = at.plusSeconds(steps.get(i).seconds());
            desk.record(IdempotencyKey.of("step-" + i), ID, steps.get(i).change(), at, ACTOR);
        }
        return log.of(ID);
    }
}
