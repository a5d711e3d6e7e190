package dev.erpkit.inventory.item;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.set.MutableSet;

/** Items, their categories and the units that each may be counted in. */
public final class Catalog {
    private final Units common;
    private final ImmutableMap<String, ItemCategory> categories;
    private final ImmutableMap<String, Item> items;

    private Catalog(Units common, ImmutableMap<String, ItemCategory> categories, ImmutableMap<String, Item> items) {
        this.common = common;
        this.categories = categories;
        this.items = items;
    }

    /**
     * A catalog.
     *
     * @param common units that every item may be counted in
     * @throws InvalidValueException {@code item.category-unknown}, {@code item.category-cycle}, {@code item.unit-not-known}
     *     for a conversion that leads to no known unit, {@code item.stock-unit} for an item whose stock unit is not known
     */
    public static Catalog of(Units common, Iterable<ItemCategory> categories, Iterable<Item> items) {
        Catalog catalog = new Catalog(
                common,
                Lists.immutable.ofAll(categories).toImmutableMap(ItemCategory::id, c -> c),
                Lists.immutable.ofAll(items).toImmutableMap(Item::id, i -> i));
        catalog.categories.forEachValue(catalog::around);
        catalog.items.forEachValue(item -> {
            if (!catalog.units(item)
                    .convert(new Quantity(Rational.ONE, item.stockUnit()), item.stockUnit())
                    .isAccepted()) {
                throw new InvalidValueException(
                        "Item", "stockUnit", "item.stock-unit", "must be a known unit: " + item.stockUnit());
            }
        });
        return catalog;
    }

    /** The category and those around it, the outermost first. */
    private ImmutableList<ItemCategory> around(ItemCategory category) {
        MutableSet<String> seen = Sets.mutable.empty();
        ImmutableList<ItemCategory> chain = Lists.immutable.empty();
        Optional<ItemCategory> next = Optional.of(category);
        while (next.isPresent()) {
            ItemCategory current = next.get();
            if (!seen.add(current.id())) {
                throw new InvalidValueException(
                        "ItemCategory", "parent", "item.category-cycle", "must not contain itself: " + current.id());
            }
            chain = Lists.immutable.of(current).newWithAll(chain);
            next = current.parent().map(this::category);
        }
        return chain;
    }

    private ItemCategory category(String id) {
        ItemCategory found = categories.get(id);
        if (found == null) {
            throw new InvalidValueException(
                    "ItemCategory", "id", "item.category-unknown", "must be a registered category: " + id);
        }
        return found;
    }

    /** The item with this id; refused with {@code item.unknown-item}. */
    public Outcome<Item> item(String id) {
        return Optional.ofNullable(items.get(id))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(ItemRefusals.unknownItem(id)));
    }

    /** All items in the order of their ids. */
    public ImmutableList<Item> items() {
        return items.toSortedListBy(Item::id).toImmutable();
    }

    /** The variants of a template, in the order of their ids. */
    public ImmutableList<Item> variants(String template) {
        return items().select(item ->
                item.variant().map(v -> v.template().equals(template)).orElse(false));
    }

    /** The units of an item: those of everybody, of its categories from the outermost on, and its own; the last word counts. */
    public Units units(Item item) {
        ImmutableList<UnitConversion> all = item.category()
                .map(id -> around(category(id)))
                .orElse(Lists.immutable.empty())
                .flatCollect(ItemCategory::conversions)
                .newWithAll(item.conversions());
        Units units = common;
        for (UnitConversion conversion : all) {
            units = units.with(conversion);
        }
        return units;
    }

    /**
     * A quantity in the stock unit of an item, exactly.
     *
     * @return the quantity, or {@code item.unknown-item}, {@code item.unknown-unit}, {@code item.incompatible-units}, or
     *     {@code item.serial-not-whole} when pieces with serial numbers would be broken
     */
    public Outcome<Rational> stockQuantity(String itemId, Quantity quantity) {
        return item(itemId)
                .then(item -> units(item)
                        .convert(quantity, item.stockUnit())
                        .map(Quantity::number)
                        .then(number -> whole(item, number)));
    }

    /** A quantity in the stock unit, both as text, such as {@code "2.5", "box"}; refused as the other is. */
    public Outcome<Rational> stockQuantity(String itemId, String number, String unit) {
        return item(itemId)
                .then(item -> units(item).unit(unit))
                .then(known -> stockQuantity(itemId, Quantity.of(number, known)));
    }

    private static Outcome<Rational> whole(Item item, Rational number) {
        return item.tracking() == Tracking.SERIAL && !number.isWhole()
                ? Outcome.refused(ItemRefusals.serialNotWhole(item.id(), number))
                : Outcome.accepted(number);
    }

    /**
     * An exact quantity in another unit, rounded as the item declares for a boundary.
     *
     * @return what is ordered, picked or shown, or {@code item.no-boundary} when the item declares nothing, or as {@link
     *     #stockQuantity(String, Quantity)}
     */
    public Outcome<BigDecimal> rounded(Boundary boundary, String itemId, Quantity quantity, String unit) {
        return item(itemId)
                .then(item -> Optional.ofNullable(item.rounding().get(boundary))
                        .map(policy -> units(item)
                                .unit(unit)
                                .then(to -> units(item).convert(quantity, to))
                                .map(exact -> policy.round(exact.number())))
                        .orElseGet(() -> Outcome.refused(ItemRefusals.noBoundary(itemId, boundary))));
    }
}
