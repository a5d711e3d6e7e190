package dev.erpkit.testkit.cases;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Every kind of case of customers the kit knows, most particular first. */
final class CustomerReaders {
    private CustomerReaders() {}

    static ImmutableList<CaseReader> all() {
        MutableList<CaseReader> readers = Lists.mutable.empty();
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
        return readers.toImmutable();
    }
}
