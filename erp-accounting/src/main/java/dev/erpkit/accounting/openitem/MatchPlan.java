package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.trace.TraceStep;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a request comes to: the decision before anything is recorded, for previews too.
 *
 * @param book the book of the items
 * @param baseCurrency its base currency
 * @param parts what is consumed of which item, in the order of the request
 * @param differenceMinor base consumed on both sides together, less what is allowed: above zero a loss, below zero a gain
 * @param lines the balanced lines that the match posts, empty when the journal needs none
 * @param basis the policies and rates that decided, as text
 * @param trace how the difference comes about
 */
public record MatchPlan(
        BookId book,
        CurrencyUnit baseCurrency,
        ImmutableList<MatchPart> parts,
        long differenceMinor,
        ImmutableList<JournalLine> lines,
        String basis,
        TraceStep trace) {}
