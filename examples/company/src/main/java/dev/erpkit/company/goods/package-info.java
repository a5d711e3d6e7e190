/**
 * The goods of the company: what it trades in, where it lies, and how the books hear of it. {@link
 * dev.erpkit.company.goods.GoodsServices} joins the services of the library over one set of stores, in the unit of work of the
 * books; {@link dev.erpkit.company.goods.GoodsDesk} does what a day asks to be done.
 */
@org.jspecify.annotations.NullMarked
package dev.erpkit.company.goods;
