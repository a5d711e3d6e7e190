package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.Digest;

/**
 * The document that closing entries come from: one for each close of a year. Its version is a fingerprint of the policy, so
 * that the same close under another policy is no replay.
 */
final class CloseSource {
    private CloseSource() {}

    static SourceDocument of(BookId book, String year, int generation, ClosePolicy policy) {
        String text = "close:v1"
                + "\nretained "
                + policy.retainedEarnings().map(AccountId::value).orElse("")
                + "\nsummary " + policy.throughIncomeSummary()
                + "\nkept "
                + policy.keptDimensions()
                        .map(axes -> axes.toSortedList().makeString("\nkept "))
                        .orElse("all")
                + "\nforeign " + policy.foreignResult()
                + "\njournal " + policy.journal();
        return new SourceDocument(
                "books",
                "year-end",
                CloseState.key("close", book, year, generation),
                Digest.ofText(text).number());
    }
}
