package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;
import org.jspecify.annotations.Nullable;

/**
 * What an entry must fulfil whatever was posted before: it has lines, balances per currency and in base, and its accounts
 * take the lines. Pure; returns null when nothing is wrong, because it runs for every entry.
 */
final class EntryRules {
    private EntryRules() {}

    static @Nullable Refusal structure(JournalEntry entry, Book book) {
        ImmutableList<JournalLine> lines = entry.lines();
        if (lines.size() < 2) {
            return PostingRefusals.of(
                            "entry.empty",
                            "An entry needs two lines or more, this one has " + lines.size() + "; add what it moves")
                    .with("lines", lines.size());
        }
        CurrencyUnit baseCurrency = book.base();
        long base = 0;
        boolean single = true;
        try {
            for (int i = 0; i < lines.size(); i++) {
                JournalLine line = lines.get(i);
                CurrencyUnit currency = line.baseCurrency();
                if (currency != baseCurrency && !currency.equals(baseCurrency)) {
                    return baseCurrency(book, currency, i);
                }
                base = Math.addExact(base, line.baseMinor());
                single &= line.amount() == line.base()
                        || (line.amountMinor() == line.baseMinor()
                                && line.currency().equals(baseCurrency));
            }
            if (base != 0) {
                return PostingRefusals.unbalanced(baseCurrency, base, "base");
            }
            return single ? null : currencies(lines);
        } catch (ArithmeticException e) {
            return PostingRefusals.overflow();
        }
    }

    /** A closing entry leaves the income statement and is asked less of, so it stands where a close puts it. */
    static @Nullable Refusal closing(JournalEntry entry, Book book) {
        LocalDate day = entry.date();
        boolean last = book.calendar().range().contains(day)
                && book.calendar().yearOf(day).range().lastDay().equals(day);
        return last ? null : PostingRefusals.closingDay(book.id(), day);
    }

    private static Refusal baseCurrency(Book book, CurrencyUnit currency, int line) {
        return PostingRefusals.of(
                        "entry.base-currency",
                        "Base amounts of book " + book.id() + " must be in "
                                + book.base().getCurrencyCode() + ", not in " + currency.getCurrencyCode()
                                + "; convert them first")
                .with("line", line)
                .with("currency", currency.getCurrencyCode());
    }

    private static @Nullable Refusal currencies(ImmutableList<JournalLine> lines) {
        MutableObjectLongMap<CurrencyUnit> sums = ObjectLongMaps.mutable.empty();
        for (JournalLine line : lines) {
            CurrencyUnit currency = line.currency();
            sums.put(currency, Math.addExact(sums.get(currency), line.amountMinor()));
        }
        CurrencyUnit off = sums.keysView()
                .toSortedListBy(CurrencyUnit::getCurrencyCode)
                .detect(currency -> sums.get(currency) != 0);
        return off == null ? null : PostingRefusals.unbalanced(off, sums.get(off), "transaction");
    }

    /** The debits of an entry, each line with the greater of its two amounts; {@code Long.MAX_VALUE} beyond 63 bits. */
    static long debits(JournalEntry entry) {
        ImmutableList<JournalLine> lines = entry.lines();
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            JournalLine line = lines.get(i);
            sum += Math.max(0, Math.max(line.amountMinor(), line.baseMinor()));
            if (sum < 0) {
                return Long.MAX_VALUE;
            }
        }
        return sum;
    }

    /** Whether the accounts take the lines; leaves the account of each line in {@code found}, so that it is looked up once. */
    static @Nullable Refusal accounts(JournalEntry entry, Chart chart, Account[] found) {
        ImmutableList<JournalLine> lines = entry.lines();
        LocalDate date = entry.date();
        // What takes back the past must be able to, also where an account has ended or asks for more than it used to.
        boolean takesBack = entry.kind() == EntryKind.CLOSING || entry.kind() == EntryKind.REVERSAL;
        for (int i = 0; i < lines.size(); i++) {
            JournalLine line = lines.get(i);
            Account account = chart.lookup(line.account());
            if (account == null) {
                return PostingRefusals.account(
                        "account.unknown", line.account(), i, "is not in the chart; add it first");
            }
            found[i] = account;
            Refusal refusal = account(account, line, i);
            refusal = refusal != null || takesBack ? refusal : asked(account, line, i, date);
            refusal = refusal != null ? refusal : control(account, line, i, entry);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Lines of control accounts are items of a party; what changes only their base is left to those who fold items. */
    private static @Nullable Refusal control(Account account, JournalLine line, int i, JournalEntry entry) {
        if (account.control().isEmpty()) {
            return null;
        }
        EntryKind kind = entry.kind();
        if (line.amountMinor() != 0 && movesNoItem(entry)) {
            return PostingRefusals.account(
                    "account.items-bypassed",
                    account.id(),
                    i,
                    "is a control account, whose amounts are items; post them as NORMAL, or match the items");
        }
        if (line.amountMinor() != 0) {
            return line.party().isPresent()
                    ? null
                    : PostingRefusals.account(
                            "account.party-missing",
                            account.id(),
                            i,
                            "is a control account; name the party of the line");
        }
        boolean derived =
                kind == EntryKind.EXCHANGE_DIFFERENCE || kind == EntryKind.REVALUATION || kind == EntryKind.REVERSAL;
        return derived
                ? null
                : PostingRefusals.account(
                        "account.base-only",
                        account.id(),
                        i,
                        "is a control account, whose base changes alone only by matching and revaluation; match its items or revalue");
    }

    /** Entries that record no open items: revaluations, and what matches post, which answers for the items itself. */
    private static boolean movesNoItem(JournalEntry entry) {
        return entry.kind() == EntryKind.REVALUATION
                || (entry.kind() == EntryKind.EXCHANGE_DIFFERENCE
                        && !entry.source()
                                .filter(source -> source.system().equals("books")
                                        && source.type().equals("match")
                                        && entry.id().value().equals("match/" + source.id()))
                                .isPresent());
    }

    private static @Nullable Refusal account(Account account, JournalLine line, int i) {
        if (!account.postable()) {
            return PostingRefusals.account(
                    "account.not-postable", account.id(), i, "is a heading; post to an account below it");
        }
        if (account.currencies().notEmpty()
                && !account.currencies().contains(line.currency().getCurrencyCode())) {
            return PostingRefusals.account(
                            "account.currency",
                            account.id(),
                            i,
                            "takes only " + account.currencies().toSortedList().makeString(", ")
                                    + "; post in one of these or to another account")
                    .with("currency", line.currency().getCurrencyCode());
        }
        return null;
    }

    private static @Nullable Refusal asked(Account account, JournalLine line, int i, LocalDate date) {
        if (!account.validOn(date)) {
            return PostingRefusals.account(
                            "account.not-valid",
                            account.id(),
                            i,
                            "takes no lines on " + date + "; choose another day or account, or change its validity")
                    .with("date", date);
        }
        if (account.requiredDimensions().notEmpty()) {
            String missing = account.requiredDimensions()
                    .toSortedList()
                    .detect(axis -> line.dimensions().get(axis).isEmpty());
            if (missing != null) {
                return PostingRefusals.account(
                                "account.dimension-missing",
                                account.id(),
                                i,
                                "needs a value on axis " + missing + "; add it to the line")
                        .with("axis", missing);
            }
        }
        return null;
    }
}
