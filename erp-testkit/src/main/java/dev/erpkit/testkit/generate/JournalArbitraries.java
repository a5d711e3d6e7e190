package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Entries that balance: in base, and in each transaction currency through a trading account. */
public final class JournalArbitraries {
    private static final int MOST_LINES = 6;

    private JournalArbitraries() {}

    /**
     * Where generated entries are posted.
     *
     * @param base the base currency
     * @param accounts the accounts of ordinary lines
     * @param trading the account that balances foreign amounts
     */
    public record Ground(CurrencyUnit base, ImmutableList<AccountId> accounts, AccountId trading) {
        /** The small chart in yen. */
        public static Ground small() {
            return new Ground(
                    Amounts.currency("JPY"),
                    ChartArbitraries.free(ChartArbitraries.small())
                            .reject(a -> a.value().equals("1900")),
                    AccountId.of("1900"));
        }
    }

    /** Balanced entries of the small chart with everything an entry can hold. */
    public static Arbitrary<JournalEntry> entries() {
        return entries(Ground.small());
    }

    /** Balanced entries in one or several currencies with dimensions, texts and sources; ids are short random keys. */
    public static Arbitrary<JournalEntry> entries(Ground ground) {
        return Combinators.combine(
                        TextArbitraries.keys(),
                        DateArbitraries.days(),
                        lines(ground),
                        TextArbitraries.texts(200).optional(0.5),
                        TextArbitraries.keys().optional(0.3),
                        DateArbitraries.days().optional(0.2))
                .as((id, date, lines, narrative, source, documentDate) -> JournalEntry.builder()
                        .id(id)
                        .date(date)
                        .lines(lines)
                        .narrative(narrative)
                        .source(source.map(s -> new SourceDocument("shop", "invoice", s, 3)))
                        .eventDigest(source.map(
                                s -> Integer.toHexString(s.hashCode() | 1 << 31).repeat(8)))
                        .documentDate(documentDate)
                        .build());
    }

    /** Balanced entries in base currency alone, without ornaments: id, date and two to seven lines. */
    public static Arbitrary<JournalEntry> plainEntries(Ground ground) {
        return Combinators.combine(TextArbitraries.keys(), DateArbitraries.days(), baseLines(ground))
                .as((id, date, lines) ->
                        JournalEntry.builder().id(id).date(date).lines(lines).build());
    }

    /** The same content under another id, book and journal: for stores that hold data already. */
    public static JournalEntry under(JournalEntry entry, String id, BookId book, JournalId journal) {
        return JournalEntry.builder()
                .from(entry)
                .id(id)
                .book(book)
                .journal(journal)
                .build();
    }

    /** Lines that balance: a group in base currency, a group in a foreign one, or both. */
    public static Arbitrary<ImmutableList<JournalLine>> lines(Ground ground) {
        Arbitrary<ImmutableList<JournalLine>> foreign = MoneyArbitraries.currencies()
                .filter(c -> !c.equals(ground.base()))
                .flatMap(c -> foreignLines(ground, c));
        Arbitrary<ImmutableList<JournalLine>> both =
                Combinators.combine(baseLines(ground), foreign).as((a, b) -> a.newWithAll(b));
        return Arbitraries.oneOf(baseLines(ground), foreign, both);
    }

    /** Lines in base currency: any amounts, and a counter line over their sum where it is not zero. */
    public static Arbitrary<ImmutableList<JournalLine>> baseLines(Ground ground) {
        return Combinators.combine(
                        drafts(ground).list().ofMinSize(1).ofMaxSize(MOST_LINES),
                        Arbitraries.of(ground.accounts().castToList()))
                .as((drafts, counter) -> balanced(ground, drafts, counter));
    }

    private static ImmutableList<JournalLine> balanced(Ground ground, List<Draft> drafts, AccountId counter) {
        MutableList<JournalLine> lines = Lists.mutable.empty();
        long sum = 0;
        for (Draft draft : drafts) {
            lines.add(draft.line()
                    .inBase(Amounts.ofMinor(draft.minor(), ground.base()))
                    .build());
            sum = Math.addExact(sum, draft.minor());
        }
        if (sum == 0 && lines.size() == 1) {
            throw new IllegalStateException("one line is never zero");
        }
        if (sum != 0) {
            lines.add(JournalLine.of(counter.value(), Amounts.ofMinor(-sum, ground.base())));
        }
        return lines.toImmutable();
    }

    /** Lines of one foreign currency, all on one side, against one line of the trading account. */
    public static Arbitrary<ImmutableList<JournalLine>> foreignLines(Ground ground, CurrencyUnit currency) {
        return Combinators.combine(
                        drafts(ground).list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.longs().between(1, 20_000),
                        Arbitraries.of(1, -1))
                .as((drafts, rate, sign) -> traded(ground, currency, drafts, rate, sign));
    }

    private static ImmutableList<JournalLine> traded(
            Ground ground, CurrencyUnit currency, List<Draft> drafts, long percentOfMinor, int sign) {
        MutableList<JournalLine> lines = Lists.mutable.empty();
        long amounts = 0;
        long bases = 0;
        for (Draft draft : drafts) {
            long amount = sign * (Math.abs(draft.minor()) % 1_000_000_000L + 1);
            long base = sign * Math.max(1, Math.abs(amount) * percentOfMinor / 100);
            lines.add(draft.line()
                    .amount(Amounts.ofMinor(amount, currency))
                    .base(Amounts.ofMinor(base, ground.base()))
                    .build());
            amounts += amount;
            bases += base;
        }
        lines.add(JournalLine.builder()
                .account(ground.trading())
                .amount(Amounts.ofMinor(-amounts, currency))
                .base(Amounts.ofMinor(-bases, ground.base()))
                .build());
        return lines.toImmutable();
    }

    private record Draft(
            AccountId account,
            long minor,
            Dimensions dimensions,
            Optional<String> party,
            Optional<String> note,
            Optional<LocalDate> due) {
        JournalLine.Builder line() {
            return JournalLine.builder()
                    .account(account)
                    .dimensions(dimensions)
                    .party(party.map(PartyId::of))
                    .note(note)
                    .dueDate(due);
        }
    }

    private static Arbitrary<Draft> drafts(Ground ground) {
        return Combinators.combine(
                        Arbitraries.of(ground.accounts().castToList()),
                        MoneyArbitraries.nonZeroMinor(),
                        dimensions(),
                        Arbitraries.of("P1", "P2", "取引先-3").optional(0.2),
                        TextArbitraries.texts(100).optional(0.2),
                        DateArbitraries.days().optional(0.1))
                .as(Draft::new);
    }

    /** No, one or two coordinates of few values, so that sums by dimension meet. */
    public static Arbitrary<Dimensions> dimensions() {
        Arbitrary<Dimensions> one = Arbitraries.of("100", "200", "部門-3").map(v -> Dimensions.of("cost-centre", v));
        Arbitrary<Dimensions> two = one.flatMap(d -> Arbitraries.of("A", "b B").map(v -> d.with("project", v)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just(Dimensions.none())),
                net.jqwik.api.Tuple.of(2, one),
                net.jqwik.api.Tuple.of(1, two));
    }
}
