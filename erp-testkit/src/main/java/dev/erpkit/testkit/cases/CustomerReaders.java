package dev.erpkit.testkit.cases;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Every kind of case of customers the kit knows, most particular first. */
final class CustomerReaders {
    private CustomerReaders() {}

    static ImmutableList<CaseReader> all() {
        MutableList<CaseReader> readers = Lists.mutable.empty();
        readers.add(WorkTimeReader::run);
        readers.add(ServiceEventsReader::events);
        readers.add(ServiceEventsReader::swap);
        readers.add(ServiceEventsReader::weekend);
        readers.add(ErlangReader::run);
        readers.add(DecisionReader::run);
        readers.add(ScoringReader::leads);
        readers.add(ScoringReader::tags);
        readers.add(ScoringReader::states);
        readers.add(ScoringReader::clamp);
        readers.add(PipelineReader::deals);
        readers.add(PipelineReader::rotting);
        readers.add(PipelineReader::velocity);
        readers.add(StageHistoryReader::run);
        readers.add(SnapshotReader::run);
        readers.add(FunnelReaders::funnel);
        readers.add(FunnelReaders::flow);
        readers.add(FunnelReaders::survey);
        readers.add(AssignmentReader::run);
        readers.add(HolidayReader::run);
        readers.addAllIterable(Lists.immutable.of(
                SalesRevisionReader::counted,
                SalesRevisionReader::told,
                SalesRevisionReader::expiry,
                SalesAgreementReaders::credit,
                SalesAgreementReaders::frame,
                SalesInvoiceReader::run,
                SalesClosingReader::run,
                SalesProgressReader::run,
                SalesPriceReader::run));
        readers.addAllIterable(parties());
        readers.addAllIterable(behaviour());
        readers.addAllIterable(MeasureReaders.all());
        return readers.toImmutable();
    }

    private static ImmutableList<CaseReader> parties() {
        return Lists.immutable.of(
                MatchingReaders::phoneMatches,
                MatchingReaders::phoneForms,
                MatchingReaders::similarity,
                MatchingReaders::evidence,
                DuplicateReader::run,
                MergeReaders::fieldValues,
                MergeReaders::twoParties,
                MergeReaders::links,
                MergeReaders::following,
                AttributionReader::run);
    }

    private static ImmutableList<CaseReader> behaviour() {
        return Lists.immutable.of(BasketReader::run, RepeatReader::run, LifetimeReader::run, ChurnReader::run);
    }
}
