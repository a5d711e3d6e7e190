/** Who a business deals with: the id by which every module names a party. */
@NullMarked
package dev.erpkit.core.party;

import org.jspecify.annotations.NullMarked;
