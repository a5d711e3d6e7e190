package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.interchange.ResolvedTransaction.Posting;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.posting.TradingAccounts;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Makes the entry of a transaction; what it takes from tags is what {@link PlainEntries} has put there. */
final class EntryMaker {
    private final ImportPolicy policy;
    private final ImportCurrencies currencies;
    private final BaseAmounts bases;
    private final AssertedBalances asserted;
    private final ContentIds ids;

    EntryMaker(ImportPolicy policy, MarketPrices prices, ImportCurrencies currencies) {
        this.policy = policy;
        this.currencies = currencies;
        this.bases = new BaseAmounts(policy, currencies, prices);
        this.asserted = new AssertedBalances(this::account, currencies);
        this.ids = new ContentIds(policy);
    }

    /**
     * The entry; empty when the transaction moves nothing.
     *
     * @throws Malformed when no entry can hold it
     */
    Optional<JournalEntry> make(ResolvedTransaction t) {
        ImmutableList<PlainTag> tags = t.written().tags();
        try {
            EntryId id = EntryTags.value(tags, EntryTags.ID).map(EntryId::of).orElseGet(() -> ids.id(t));
            ImmutableList<Posting> postings = real(t);
            ImmutableList<JournalLine> lines = lines(postings, t);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(entry(id, tags, lines, asserted.of(postings, tags, t.foretold()), t));
        } catch (InvalidValueException e) {
            throw invalid(e, t.line());
        } catch (ArithmeticException e) {
            throw new Malformed(
                    ImportCodes.ENTRY, t.line(), "the amounts are more than minor units can count; post less");
        }
    }

    private static Malformed invalid(InvalidValueException e, int line) {
        return new Malformed(ImportCodes.ENTRY, line, "no entry can hold this: " + e.getMessage());
    }

    private JournalEntry entry(
            EntryId id,
            ImmutableList<PlainTag> tags,
            ImmutableList<JournalLine> lines,
            ImmutableList<BalanceAssertion> assertions,
            ResolvedTransaction t) {
        boolean exported = EntryTags.written(tags, EntryTags.ID).isPresent();
        Optional<String> source = EntryTags.written(tags, EntryTags.SOURCE);
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id)
                .book(EntryTags.value(tags, EntryTags.BOOK).map(BookId::of).orElse(policy.book()))
                .journal(EntryTags.value(tags, EntryTags.JOURNAL)
                        .map(JournalId::of)
                        .orElse(policy.journal()))
                .date(t.written().date())
                .documentDate(t.written().secondaryDate())
                .kind(EntryTags.value(tags, EntryTags.KIND)
                        .map(kind -> kind(kind, t.line()))
                        .orElse(EntryKind.NORMAL))
                .reverses(EntryTags.value(tags, EntryTags.REVERSES).map(EntryId::of))
                .eventDigest(EntryTags.value(tags, EntryTags.EVENT))
                .narrative(narrative(tags, t.written().description()))
                .lines(lines)
                .assertions(assertions);
        if (source.isPresent()) {
            entry.source(source(source.get()));
        } else if (!exported) {
            t.written()
                    .code()
                    .filter(code -> !code.isEmpty())
                    .ifPresent(code -> entry.source(SourceDocument.of(policy.namespace(), "transaction", code)));
        }
        boolean foreign = lines.anySatisfy(l -> !l.amount().getCurrency().equals(policy.baseCurrency()));
        return foreign ? TradingAccounts.balance(entry.build(), policy.trading()) : entry.build();
    }

    private static Optional<String> narrative(ImmutableList<PlainTag> tags, String description) {
        Optional<String> tagged = EntryTags.value(tags, EntryTags.NARRATIVE);
        return tagged.isPresent() || description.isEmpty() ? tagged : Optional.of(description);
    }

    private static EntryKind kind(String name, int line) {
        for (EntryKind kind : EntryKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new Malformed(ImportCodes.ENTRY, line, "'" + name + "' is no kind of entry");
    }

    private static SourceDocument source(String tag) {
        String[] parts = EntryTags.split(tag, 4);
        try {
            return new SourceDocument(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]));
        } catch (NumberFormatException e) {
            throw new Malformed(ImportCodes.ENTRY, "'" + parts[3] + "' is no version of a document");
        }
    }

    private ImmutableList<Posting> real(ResolvedTransaction t) {
        Posting virtual = t.postings().detect(p -> p.kind() != PostingKind.REAL);
        if (virtual != null && policy.virtualPostings() == VirtualPostings.REFUSE) {
            throw new Malformed(
                    ImportCodes.VIRTUAL,
                    virtual.line(),
                    "a virtual posting is no part of double entry; let the import policy leave such postings out, or remove"
                            + " it");
        }
        ImmutableList<Posting> real = t.postings().select(p -> p.kind() == PostingKind.REAL);
        Posting dated = real.detect(Posting::dated);
        if (dated != null) {
            throw new Malformed(
                    ImportCodes.POSTING_DATE,
                    dated.line(),
                    "an entry has one date; split the transaction in two through a clearing account");
        }
        return real;
    }

    private ImmutableList<JournalLine> lines(ImmutableList<Posting> postings, ResolvedTransaction t) {
        postings.reject(p -> currencies.isBareZero(p.amount())).forEach(p -> currencies.minor(p.amount(), p.line()));
        List<BigDecimal> worths = bases.of(postings, t.written().date(), t.line());
        MutableList<JournalLine> lines = Lists.mutable.empty();
        for (int i = 0; i < postings.size(); i++) {
            Posting p = postings.get(i);
            try {
                PlainAmount moved = EntryTags.written(p.tags(), EntryTags.AMOUNT)
                        .map(text -> amount(text, p.line()))
                        .orElse(p.amount());
                if (moved.quantity().signum() != 0 || worths.get(i).signum() != 0) {
                    lines.add(line(p, moved, worths.get(i)));
                }
            } catch (InvalidValueException e) {
                throw invalid(e, p.line());
            }
        }
        return lines.toImmutable();
    }

    private JournalLine line(Posting p, PlainAmount moved, BigDecimal worth) {
        ImmutableList<PlainTag> tags = p.tags();
        CurrencyUnit currency = currencies.of(moved.commodity(), p.line());
        long minor = currencies.minor(moved, p.line());
        long base = Amounts.minor(Amounts.of(worth, policy.baseCurrency()));
        boolean differs = Long.signum(minor) != Long.signum(base);
        return JournalLine.builder()
                .account(account(p.account()))
                .amount(Amounts.ofMinor(minor, currency))
                .base(Amounts.ofMinor(base, policy.baseCurrency()))
                .adjustment(
                        differs || EntryTags.written(tags, EntryTags.ADJUSTMENT).isPresent())
                .dimensions(dimensions(tags))
                .party(EntryTags.value(tags, EntryTags.PARTY).map(PartyId::of))
                .document(EntryTags.value(tags, EntryTags.DOCUMENT))
                .dueDate(EntryTags.value(tags, EntryTags.DUE).map(text -> day(text, p.line())))
                .note(EntryTags.value(tags, EntryTags.NOTE))
                .build();
    }

    private static PlainAmount amount(String tag, int line) {
        String[] parts = EntryTags.split(tag, 2);
        try {
            return PlainAmount.of(parts[0], parts[1]);
        } catch (NumberFormatException e) {
            throw new Malformed(ImportCodes.ENTRY, line, "'" + parts[0] + "' is no amount");
        }
    }

    private static LocalDate day(String text, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Malformed(ImportCodes.ENTRY, line, "'" + text + "' is no date as YYYY-MM-DD");
        }
    }

    private static Dimensions dimensions(ImmutableList<PlainTag> tags) {
        Dimensions dimensions = Dimensions.none();
        for (PlainTag tag : tags) {
            if (tag.name().startsWith(EntryTags.DIMENSION)) {
                String axis = EntryTags.decode(tag.name().substring(EntryTags.DIMENSION.length()));
                dimensions = dimensions.with(axis, EntryTags.decode(tag.value()));
            }
        }
        return dimensions;
    }

    AccountId account(String name) {
        AccountId mapped = policy.accounts().get(name);
        return mapped != null ? mapped : AccountId.of(name);
    }
}
