/**
 * The contract between the modules and the books: what happened in business terms, with amounts by role. Inventory, hr and
 * crm hand it over; posting rules, which are data, turn it into journal entries in one or more books.
 */
@NullMarked
package dev.erpkit.core.posting;

import org.jspecify.annotations.NullMarked;
