package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** How the kit reaches an adapter under test: the core ports of one tenant, all in the same unit of work. */
public interface CoreHarness {
    /** The unit of work of the stores. */
    UnitOfWork unitOfWork();

    /** The number series. */
    NumberSeries numberSeries();

    /** The outbox. */
    Outbox outbox();

    /** The committed events, in the order in which they were added. */
    ImmutableList<ErpEvent> told();

    /** What the adapter promises. */
    ImmutableSet<Capability> capabilities();

    /**
     * The same ports of another tenant in the same database, always the same other one.
     *
     * @throws UnsupportedOperationException when {@link Capability#TENANTS} is not declared
     */
    CoreHarness otherTenant();

    /**
     * The same tenant through freshly opened stores that share no cache with these, as after a restart.
     *
     * @throws UnsupportedOperationException when {@link Capability#DURABLE} is not declared
     */
    CoreHarness reopened();
}
