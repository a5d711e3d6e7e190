package dev.erpkit.company;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.company.goods.GoodsServices;
import dev.erpkit.company.goods.Ware;
import dev.erpkit.company.goods.Warehouse;
import dev.erpkit.company.report.SalesReports;
import dev.erpkit.company.sales.OrderPayment;
import dev.erpkit.company.sales.SalesDesk;
import dev.erpkit.company.sales.SalesStores;
import dev.erpkit.company.sales.SalesTerms;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.party.PartyId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** How the sales desk meets the rest of the company: accounts, names, terms, and the bank that tells what was paid. */
final class Selling {
    private static final MonetaryAmount MOST_OWED = Entries.yen(40_000_000);
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 12, 31);

    private Selling() {}

    static SalesDesk desk(
            Business business, GoodsServices goods, SalesStores stores, MatchingPolicy matching, InstantSource clock) {
        return new SalesDesk(
                business, goods.stock(), goods.reservations(), stores, terms(matching), customers(), clock);
    }

    private static SalesTerms terms(MatchingPolicy matching) {
        return new SalesTerms(
                CompanyTaxes.POLICY,
                matching,
                SortedMaps.immutable.of("登録番号", CompanyTaxes.REGISTRATION.value()),
                (party, day) -> partner(party).due(day),
                Lists.immutable
                        .withAll(Partner.CUSTOMERS)
                        .reject(Partner::foreign)
                        .toImmutableMap(Partner::party, partner -> MOST_OWED),
                Lists.immutable.of(Ware.values()).toImmutableMap(Ware::item, Ware::text),
                Maps.immutable.of(ConsumptionTax.EXPORT, Invoices.EXPORT),
                CompanyChart.RECEIVABLES,
                CompanyChart.DOLLARS,
                new DollarRates(),
                CompanyChart.MERCHANDISE,
                Warehouse.SHELF,
                Warehouse.CUSTOMERS);
    }

    static SalesReports reports(SalesDesk desk, ExchangeRates rates) {
        return desk.reports(Main.YEAR, rates, NEW_YEAR);
    }

    /** What customers pay for orders in a month is on the statement of the collection account as everything else. */
    static List<Receipt> receipts(SalesDesk desk, YearMonth month) {
        return desk.payments(month).collect(Selling::receipt).toList();
    }

    private static Receipt receipt(OrderPayment paid) {
        Trade.Payment payment = new Trade.Payment("PAY-" + paid.invoice(), paid.day(), paid.minor());
        Trade trade = new Trade(
                paid.invoice(),
                true,
                partner(paid.party()),
                paid.day(),
                paid.day(),
                List.of(),
                paid.minor(),
                List.of(payment));
        return new Receipt(trade, paid.item(), payment);
    }

    private static Partner partner(PartyId party) {
        return Lists.immutable
                .withAll(Partner.CUSTOMERS)
                .detectOptional(one -> one.party().equals(party))
                .orElseThrow();
    }

    private static ImmutableSortedMap<String, String> customers() {
        return SortedMaps.immutable.ofSortedMap(
                Lists.immutable.withAll(Partner.CUSTOMERS).toSortedMap(Partner::id, Partner::name));
    }
}
