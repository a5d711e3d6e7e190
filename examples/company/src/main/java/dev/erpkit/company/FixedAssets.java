package dev.erpkit.company;

import dev.erpkit.accounting.asset.AssetAccounts;
import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.AssetService;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.japan.JapaneseMethods;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;

/** The fixed assets of the company: what it had when the year began, and what it buys. */
final class FixedAssets {
    private static final String DECLINING = "jp-declining-200";
    private static final String VEHICLES = "vehicles";
    private static final String MACHINERY = "machinery";
    private static final String TOOLS = "tools";
    private static final String LUMP_SUM = "lump-sum";

    /**
     * An asset.
     *
     * @param id its id
     * @param name what it is
     * @param category the account of its cost
     * @param cost in yen without tax
     * @param day when it was put to use
     * @param method how it is depreciated
     * @param years its useful life
     * @param before what was depreciated before the books begin
     */
    record Asset(
            String id, String name, String category, long cost, LocalDate day, String method, int years, long before) {
        boolean bought() {
            return !day.isBefore(TradingYear.FIRST);
        }
    }

    static final List<Asset> ALL = List.of(
            asset("VAN-1", "配送車 Delivery van", VEHICLES, 3_400_000, "2022-10-03", DECLINING, 5, 2_420_800),
            asset("VAN-2", "冷蔵車 Refrigerated van", VEHICLES, 3_000_000, "2024-07-01", DECLINING, 5, 900_000),
            asset("ROASTER-1", "焙煎機 Coffee roaster", MACHINERY, 3_850_000, "2023-04-03", DECLINING, 10, 1_386_000),
            asset("ROASTER-2", "小型焙煎機 Sample roaster", MACHINERY, 2_640_000, "2025-06-02", DECLINING, 10, 0),
            asset("PC-2025", "パソコン四台 Four computers", LUMP_SUM, 720_000, "2025-09-01", "jp-lump-sum", 3, 0),
            asset("ESPRESSO-1", "抽出機 Espresso machine", TOOLS, 980_000, "2025-11-04", "jp-straight-line", 5, 0));

    private FixedAssets() {}

    private static Asset asset(
            String id, String name, String category, long cost, String day, String method, int years, long before) {
        return new Asset(id, name, category, cost, LocalDate.parse(day), method, years, before);
    }

    /** What assets of earlier years are worth in the books when the year begins. */
    static long openingValue() {
        return ALL.stream()
                .filter(asset -> !asset.bought())
                .mapToLong(asset -> asset.cost() - asset.before())
                .sum();
    }

    /** What is paid for those that are bought, with tax. */
    static List<Booking> purchases() {
        return ALL.stream().filter(Asset::bought).map(FixedAssets::purchase).toList();
    }

    private static Booking purchase(Asset asset) {
        long tax = asset.cost() / 10;
        return Booking.taxed(
                Entries.entry("BUY-" + asset.id(), asset.day(), asset.name())
                        .debit(CompanyChart.ASSETS_TAKEN_IN, Entries.yen(asset.cost()))
                        .debit(CompanyChart.TAX_PAID, Entries.yen(tax))
                        .credit(CompanyChart.BANK, Entries.yen(asset.cost() + tax))
                        .build(),
                asset.cost(),
                tax);
    }

    /** Takes in what comes on a day: on the first of the books all that was there. */
    static void takeIn(LocalDate day, AssetService assets, Actor actor) {
        ALL.stream()
                .filter(asset -> asset.bought() ? asset.day().equals(day) : TradingYear.OPENING.equals(day))
                .forEach(asset -> assets.acquire(
                                IdempotencyKey.of("ASSET-" + asset.id()),
                                AssetId.of(asset.id()),
                                asset.day(),
                                acquired(asset),
                                actor)
                        .orElseThrow());
    }

    private static Acquired acquired(Asset asset) {
        DepreciationTerms terms = JapaneseMethods.terms(asset.method(), asset.years());
        BookStart start = asset.bought()
                ? BookStart.of(terms)
                : BookStart.opening(terms, BigDecimal.valueOf(asset.before()), TradingYear.OPENING);
        return new Acquired(
                asset.name(),
                asset.category(),
                Entries.yen(asset.cost()),
                Dimensions.none(),
                SortedMaps.immutable.of(BookId.MAIN, start));
    }

    static ImmutableList<PostingRule> rules() {
        return accounts("1450")
                .rules(
                        BookId.MAIN,
                        Lists.immutable.of(
                                accounts("1440").forCategory(VEHICLES),
                                accounts("1430").forCategory(MACHINERY),
                                accounts("1455").forCategory(LUMP_SUM)));
    }

    private static AssetAccounts accounts(String cost) {
        return new AssetAccounts(
                cost,
                CompanyChart.DEPRECIATED,
                "6410",
                CompanyChart.ASSETS_TAKEN_IN,
                "3230",
                "9230",
                "1360",
                "9110",
                "9210");
    }
}
