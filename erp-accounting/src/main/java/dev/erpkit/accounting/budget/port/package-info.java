/** Port: where the facts about budgets and commitments are kept. */
@NullMarked
package dev.erpkit.accounting.budget.port;

import org.jspecify.annotations.NullMarked;
