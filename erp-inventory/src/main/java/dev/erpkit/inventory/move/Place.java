package dev.erpkit.inventory.move;

/**
 * Goods of one kind at one location.
 *
 * @param location where
 * @param item the item
 * @param lot the lot or serial number, empty when there is none
 * @param owner whose they are; empty for ours
 */
public record Place(Location location, String item, String lot, String owner) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int order = item.compareTo(other.item);
        order = order != 0 ? order : lot.compareTo(other.lot);
        order = order != 0 ? order : owner.compareTo(other.owner);
        return order != 0 ? order : location.compareTo(other.location);
    }

    /** The same goods elsewhere. */
    public Place at(Location where) {
        return new Place(where, item, lot, owner);
    }

    @Override
    public String toString() {
        return item + (lot.isEmpty() ? "" : " lot " + lot) + (owner.isEmpty() ? "" : " of " + owner) + " at "
                + location;
    }
}
