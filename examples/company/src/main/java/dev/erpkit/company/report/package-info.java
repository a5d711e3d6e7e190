/** What people see of the books: figures folded from the journal, printed to the terminal and written as one HTML page. */
@NullMarked
package dev.erpkit.company.report;

import org.jspecify.annotations.NullMarked;
