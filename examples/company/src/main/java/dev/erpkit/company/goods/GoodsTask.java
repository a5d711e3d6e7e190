package dev.erpkit.company.goods;

import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.inventory.purchase.PurchaseFact;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.collections.api.list.ImmutableList;

/** What is to be done about goods on a day. Quantities are in stock units, amounts in yen. */
public sealed interface GoodsTask {
    /**
     * What there was when the books began.
     *
     * @param lot the lot; empty where there are none
     * @param packed the day from which a lot keeps
     * @param cost of all of it
     */
    record Opened(Ware ware, String lot, LocalDate packed, long quantity, long cost) implements GoodsTask {}

    /** An order goes to a vendor, and the chief agrees. */
    record Ordered(PurchaseOrder order) implements GoodsTask {}

    /**
     * Goods of an order come in; the day of the receipt may be earlier than that on which its delivery note turns up.
     *
     * @param cost of all of it, at the price of the order and the rate of the receipt
     */
    record Arrived(PurchaseFact.Received receipt, Ware ware, long cost) implements GoodsTask {}

    /**
     * The vendor's bill comes.
     *
     * @param bill what is matched
     * @param document what goes into the books when it matches
     */
    record Billed(PurchaseFact.Billed bill, DocumentDraft document) implements GoodsTask {}

    /**
     * The bill of a carrier, which is put on what it carried by weight.
     *
     * @param receipts the receipts
     */
    record Charged(String bill, ImmutableList<String> receipts, long yen) implements GoodsTask {}

    /** Something is made. */
    record Made(String id, Ware ware, long quantity) implements GoodsTask {}

    /** The line of an invoice is delivered; what expires first goes first. */
    record Delivered(String invoice, int line, Ware ware, long quantity) implements GoodsTask {}

    /** A customer brings something back of the line of an invoice. */
    record TakenBack(String note, String invoice, int line, long quantity) implements GoodsTask {}

    /** Nobody can sell it any more. */
    record Scrapped(String id, Ware ware, long quantity) implements GoodsTask {}

    /**
     * The shelf is counted.
     *
     * @param off by how much each ware differs from the records
     */
    record Counted(String sheet, Map<Ware, Long> off) implements GoodsTask {}
}
