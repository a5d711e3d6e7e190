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
        readers.add(StockShortReaders::closedPeriod);
        return readers.toImmutable();
    }
}
