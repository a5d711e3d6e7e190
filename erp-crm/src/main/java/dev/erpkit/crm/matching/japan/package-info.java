/** How names, readings and addresses of Japan are folded for matching, and its numbers as identifiers. */
@NullMarked
package dev.erpkit.crm.matching.japan;

import org.jspecify.annotations.NullMarked;
