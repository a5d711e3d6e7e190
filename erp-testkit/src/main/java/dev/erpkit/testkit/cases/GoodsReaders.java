package dev.erpkit.testkit.cases;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Every kind of case of goods the kit knows, most particular first. */
final class GoodsReaders {
    private GoodsReaders() {}

    static ImmutableList<CaseReader> all() {
        MutableList<CaseReader> readers = Lists.mutable.empty();
        readers.add(StockReader::run);
        readers.add(StockRuleReader::run);
        readers.add(StockQuantityReaders::asOf);
        readers.add(StockQuantityReaders::counts);
        readers.add(StockShortReaders::shares);
        readers.add(StockShortReaders::period);
        readers.add(StockShortReaders::acceptedCosts);
        readers.add(StockShortReaders::strictLots);
        readers.add(StockShortReaders::asKnown);
        readers.add(StockPeriodReader::closedPeriod);
        readers.add(UnitReaders::convert);
        readers.add(UnitReaders::roundTrip);
        readers.add(UnitReaders::split);
        readers.add(PlanReaders::minMax);
        readers.add(PlanReaders::overflow);
        readers.add(PlanReaders::estimates);
        readers.add(PlanReaders::spread);
        readers.add(PlanReaders::early);
        readers.add(PlanReaders::putAway);
        readers.add(KitReader::run);
        readers.add(MatchReaders::charges);
        readers.add(MatchReaders::interim);
        readers.add(ReservationReaders::needs);
        readers.add(ReservationReaders::tree);
        readers.add(ReservationReaders::lots);
        readers.add(ReservationReaders::packages);
        readers.add(ReservationReaders::issue);
        readers.add(ReservationReaders::batch);
        return readers.toImmutable();
    }
}
