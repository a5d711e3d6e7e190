package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Posted entries as plain transactions, which {@link PlainTextWriter} writes, hledger reads and {@link EntryImport} takes back
 * as the same entries.
 *
 * <p>A line in a foreign currency is written at its base amount as total cost, so that every transaction balances as its entry
 * does. What plain text has no place for stands in tags ({@code entry-id}, {@code line-party}, {@code dimension-project} ...)
 * whose values are escaped as in web addresses. Balance assertions are tags too: they held when the entry was posted, and an
 * entry dated back since may have made them untrue.
 *
 * <pre>{@code
 * stores.journal().forEach(JournalQuery.all(), posted -> out.append(PlainTextWriter.text(PlainEntries.of(posted))));
 * }</pre>
 */
public final class PlainEntries {
    private PlainEntries() {}

    /**
     * The transaction of a posted entry, with its number as code.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code account.name-invalid}, {@code commodity.invalid},
     *     {@code date.out-of-range} for what plain text cannot say
     */
    public static PlainTransaction of(PostedEntry posted) {
        JournalEntry entry = posted.entry();
        String number = posted.number().toString();
        boolean description =
                entry.narrative().filter(PlainEntries::isDescription).isPresent();
        PlainTransaction.Builder transaction = PlainTransaction.builder();
        transaction
                .date(entry.date())
                .secondaryDate(entry.documentDate())
                .description(description ? entry.narrative().orElseThrow() : "");
        if (isLine(number) && number.indexOf(')') < 0) {
            transaction.code(number);
        }
        transaction.addComment(tags(entry, !description).makeString(", "));
        entry.lines().forEach(line -> transaction.add(posting(line)));
        return transaction.build();
    }

    private static boolean isLine(String text) {
        return text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isDescription(String text) {
        return !text.isEmpty() && isLine(text) && text.indexOf(';') < 0 && "*!(".indexOf(text.charAt(0)) < 0;
    }

    private static MutableList<String> tags(JournalEntry entry, boolean narrative) {
        MutableList<String> tags = Lists.mutable.of(
                tag(EntryTags.ID, entry.id().value()),
                tag(EntryTags.BOOK, entry.book().value()),
                tag(EntryTags.JOURNAL, entry.journal().value()));
        if (entry.kind() != EntryKind.NORMAL) {
            tags.add(tag(EntryTags.KIND, entry.kind().name()));
        }
        entry.reverses().ifPresent(id -> tags.add(tag(EntryTags.REVERSES, id.value())));
        entry.source()
                .ifPresent(s -> tags.add(EntryTags.SOURCE + ": "
                        + EntryTags.join(s.system(), s.type(), s.id(), String.valueOf(s.version()))));
        entry.eventDigest().ifPresent(digest -> tags.add(tag(EntryTags.EVENT, digest)));
        if (narrative) {
            entry.narrative().ifPresent(text -> tags.add(tag(EntryTags.NARRATIVE, text)));
        }
        for (BalanceAssertion a : entry.assertions()) {
            tags.add(EntryTags.ASSERTS + ": "
                    + EntryTags.join(
                            a.account().value(),
                            Amounts.decimal(a.balance()).toPlainString(),
                            a.balance().getCurrency().getCurrencyCode()));
        }
        return tags;
    }

    private static String tag(String name, String value) {
        return (name + ": " + EntryTags.encode(value)).strip();
    }

    private static PlainPosting posting(JournalLine line) {
        CurrencyUnit base = line.base().getCurrency();
        boolean foreign = !line.amount().getCurrency().equals(base) && line.amountMinor() != 0;
        PlainPosting.Builder posting = PlainPosting.builder();
        posting.account(line.account().value()).amount(plain(foreign ? line.amount() : line.base()));
        if (foreign) {
            BigDecimal worth = Amounts.decimal(line.base());
            posting.cost(PlainCost.total(plain(Amounts.of(line.amountMinor() < 0 ? worth.negate() : worth, base))));
        }
        ImmutableList<String> tags = tags(line, foreign);
        if (tags.notEmpty()) {
            posting.addComment(tags.makeString(", "));
        }
        return posting.build();
    }

    private static ImmutableList<String> tags(JournalLine line, boolean foreign) {
        MutableList<String> tags = Lists.mutable.empty();
        if (!foreign && !sameAmounts(line)) {
            tags.add(EntryTags.AMOUNT + ": "
                    + EntryTags.join(
                            Amounts.decimal(line.amount()).toPlainString(),
                            line.amount().getCurrency().getCurrencyCode()));
        }
        if (line.adjustment()) {
            tags.add(EntryTags.ADJUSTMENT + ": yes");
        }
        line.party().ifPresent(party -> tags.add(tag(EntryTags.PARTY, party.value())));
        line.document().ifPresent(document -> tags.add(tag(EntryTags.DOCUMENT, document)));
        line.dueDate().ifPresent(day -> tags.add(tag(EntryTags.DUE, day.toString())));
        line.dimensions()
                .values()
                .forEachKeyValue(
                        (axis, value) -> tags.add(tag(EntryTags.DIMENSION + EntryTags.encodeName(axis), value)));
        line.note().ifPresent(note -> tags.add(tag(EntryTags.NOTE, note)));
        return tags.toImmutable();
    }

    private static boolean sameAmounts(JournalLine line) {
        return line.amountMinor() == line.baseMinor()
                && line.amount().getCurrency().equals(line.base().getCurrency());
    }

    /** With as many decimals as the currency has. */
    private static PlainAmount plain(MonetaryAmount amount) {
        BigDecimal number = Amounts.decimal(amount);
        int digits = Amounts.digits(amount.getCurrency());
        return new PlainAmount(
                number.scale() < digits ? number.setScale(digits) : number,
                amount.getCurrency().getCurrencyCode());
    }
}
