package dev.erpkit.inventory.move;

import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;

/**
 * What a host chooses for its stock.
 *
 * @param items the items, asked inside the unit of work; none for an unknown one
 * @param policy how stock is valued in the books
 * @param currency the currency of the books
 * @param openFrom the first open day, asked inside the unit of work; {@link LocalDate#MIN} while nothing is closed
 * @param zone where the warehouses are, to tell what is still to come
 */
public record StockSetup(
        Function<String, Optional<StockItem>> items,
        ValuationPolicy policy,
        CurrencyUnit currency,
        Supplier<LocalDate> openFrom,
        ZoneId zone) {}
