/** Books with every service of the library wired over a harness: what contracts, cases and the simulator talk to. */
@NullMarked
package dev.erpkit.testkit.books;

import org.jspecify.annotations.NullMarked;
