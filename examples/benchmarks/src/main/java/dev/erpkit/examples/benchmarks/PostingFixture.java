package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.posting.PostingPorts;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.accounting.posting.PostingSetup;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.collections.api.factory.Lists;

/** A posting service over memory stores with the standard policy and nothing attached to it. */
final class PostingFixture {
    private PostingFixture() {}

    /** With a clock that a host keeps in memory, a microsecond further at each reading. */
    static PostingService service(Chart chart, LedgerIndex index) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        long[] micros = {0};
        return service(chart, index, () -> start.plusNanos(1_000 * micros[0]++));
    }

    static PostingService service(Chart chart, LedgerIndex index, InstantSource clock) {
        BooksStores stores = BooksStores.inMemory();
        BooksSetup setup = BooksSetup.of("USD");
        chart.accounts().forEach(stores.accounts()::insert);
        PeriodService periods = new PeriodService(
                stores.periods(), stores.journal(), stores.unitOfWork(), setup.access(), clock, setup.books());
        return new PostingService(
                new PostingPorts(
                        stores.unitOfWork(),
                        stores.accounts(),
                        stores.journal(),
                        stores.reservations(),
                        stores.numbers(),
                        periods,
                        stores.outbox(),
                        setup.access(),
                        clock,
                        index),
                new PostingSetup(setup.books(), setup.journals(), setup.policy(), Lists.immutable.empty()));
    }
}
