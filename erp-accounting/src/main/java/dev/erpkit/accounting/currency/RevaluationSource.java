package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.Digest;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The document that the entries of a revaluation come from. Its version is a fingerprint of which accounts were revalued
 * and how, so that the same id with other accounts or another policy is no replay.
 */
final class RevaluationSource {
    private RevaluationSource() {}

    static SourceDocument of(EntryId id, ImmutableList<Account> accounts, RevaluationPolicy policy) {
        StringBuilder text = new StringBuilder("revaluation:v1");
        accounts.collect(Account::id).distinct().toSortedList().forEach(account -> append(text, "account", account));
        append(text, "base", policy.baseCurrency().getCurrencyCode());
        append(text, "unrealised", policy.unrealised());
        append(text, "realised", policy.realised());
        append(text, "rates", policy.rateType());
        append(text, "rounding", policy.rounding().name());
        append(text, "reversed", policy.reversedNextDay());
        append(text, "journal", policy.journal());
        return new SourceDocument(
                "books", "revaluation", id.value(), Digest.ofText(text).number());
    }

    private static void append(StringBuilder text, String what, ExchangeAccounts accounts) {
        append(text, what + " gain", accounts.gain());
        append(text, what + " loss", accounts.loss());
        append(text, what + " trading", accounts.trading().map(AccountId::value).orElse(""));
        append(text, what + " in", accounts.dimensions());
    }

    /** No value holds a line end. */
    private static void append(StringBuilder text, String what, Object value) {
        text.append('\n').append(what).append(' ').append(value);
    }
}
