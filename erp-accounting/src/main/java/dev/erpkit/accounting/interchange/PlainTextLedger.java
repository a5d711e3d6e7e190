package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.port.SourceResolver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * A whole journal, checked and posted: every transaction balances, every balance assertion holds in date order (within a
 * day in the order of the file), every amount that was left out is found. Postings are kept in columns, about 13 bytes each
 * and 12 for a transaction; balances are sums over them.
 */
public final class PlainTextLedger {
    private final LedgerColumns columns;
    private final MutableMap<String, PlainAccountType> declaredTypes = Maps.mutable.empty();

    PlainTextLedger(LedgerColumns columns) {
        this.columns = columns;
        for (AccountDeclaration declaration : columns.declarations) {
            declaration.type().ifPresent(type -> declaredTypes.put(declaration.account(), type));
        }
    }

    /**
     * Reads a journal and all it includes.
     *
     * @param sources where texts come from
     * @param name the name of the journal there
     * @param rules how strictly to read
     * @param withDescriptions whether to keep descriptions, which registers show
     */
    public static LedgerReading read(
            SourceResolver sources, String name, JournalRules rules, boolean withDescriptions) {
        Problems problems = new Problems(rules.maxProblems());
        LedgerColumns columns = LedgerColumns.read(
                sources, name, rules, new LedgerColumns.LedgerParts(withDescriptions, false), problems);
        return new LedgerReading(
                problems.areNone() ? Optional.of(new PlainTextLedger(columns)) : Optional.empty(), problems.all());
    }

    /** How many transactions there are. */
    public int transactions() {
        return columns.days.size();
    }

    /** How many postings there are; a left-out amount in several commodities counts as several. */
    public int postings() {
        return columns.postings.size();
    }

    /** How many accounts have been posted to. */
    public int accounts() {
        int used = 0;
        for (int account = 0; account < columns.accounts.size(); account++) {
            used += columns.accounts.firstUse(account) == 0 ? 0 : 1;
        }
        return used;
    }

    /** The balances that are not zero, by account, then commodity. */
    public ImmutableList<PlainBalance> balances(LedgerQuery query) {
        ExactSums sums = new ExactSums(columns.pairs.size());
        ranges(query, (from, to) -> columns.postings.addTo(sums, from, to));
        IntPredicate accounts = accounts(query);
        MutableList<PlainBalance> balances = Lists.mutable.empty();
        for (int pair = 0; pair < columns.pairs.size(); pair++) {
            int account = columns.pairs.account(pair);
            if (sums.signum(pair) != 0 && accounts.test(account)) {
                int commodity = columns.pairs.commodity(pair);
                balances.add(new PlainBalance(
                        columns.accounts.name(account),
                        columns.commodities.name(commodity),
                        shown(sums.value(pair), commodity)));
            }
        }
        balances.sortThis(Comparator.comparing(PlainBalance::account).thenComparing(PlainBalance::commodity));
        return balances.toImmutable();
    }

    /** Gives the ranges of postings that count, in the order of the file. */
    private void ranges(LedgerQuery query, PostingRange sink) {
        long lastDay = lastDay(query);
        boolean byPosting = query.dates() == DateBasis.POSTING && !columns.postingDays.isEmpty();
        for (int t = 0, n = columns.days.size(); t < n; t++) {
            int start = columns.starts.get(t);
            int stop = columns.stops.get(t);
            int day = columns.days.get(t);
            if (byPosting && columns.hasPostingDays(start, stop)) {
                for (int p = start; p < stop; p++) {
                    if (columns.postingDays.getOrDefault(p, day) <= lastDay) {
                        sink.accept(p, p + 1);
                    }
                }
            } else if (day <= lastDay) {
                sink.accept(start, stop);
            }
        }
    }

    private interface PostingRange {
        void accept(int from, int to);
    }

    /**
     * The transaction that brings every account of a query to zero: its holdings with the opposite sign, each last one of a
     * commodity with an assertion that none is left, and the same on the equity account. Reading it below the journal makes
     * all these accounts empty.
     */
    public PlainTransaction close(LedgerQuery query, PlainClose how) {
        ClosingLayers layers = new ClosingLayers();
        if (how.keepsCosts()) {
            IntPredicate accounts = accounts(query);
            ranges(query, (from, to) -> {
                for (int p = from; p < to; p++) {
                    int pair = columns.postings.pair(p);
                    if (accounts.test(columns.pairs.account(pair))) {
                        layers.add(
                                columns.accounts.name(columns.pairs.account(pair)),
                                new PlainAmount(
                                        columns.postings.value(p),
                                        columns.commodities.name(columns.pairs.commodity(pair))),
                                columns.cost(p));
                    }
                }
            });
        } else {
            balances(query)
                    .each(b -> layers.add(b.account(), new PlainAmount(b.amount(), b.commodity()), Optional.empty()));
        }
        PlainTransaction.Builder closing = PlainTransaction.builder();
        closing.date(how.date())
                .description(how.description())
                .postings(Lists.immutable.withAll(layers.postings(how.equity())));
        return closing.build();
    }

    /** Gives the postings by date, within a day in the order of the file. */
    public void register(LedgerQuery query, Consumer<? super RegisterLine> sink) {
        long lastDay = lastDay(query);
        IntPredicate accounts = accounts(query);
        if (query.dates() == DateBasis.POSTING && !columns.postingDays.isEmpty()) {
            DateOrder.postings(columns, (t, p, day) -> {
                if (day <= lastDay) {
                    line(t, p, day, accounts, sink);
                }
            });
            return;
        }
        DateOrder.transactions(columns, t -> {
            int day = columns.days.get(t);
            for (int p = columns.starts.get(t); day <= lastDay && p < columns.stops.get(t); p++) {
                line(t, p, day, accounts, sink);
            }
        });
    }

    private void line(int t, int p, int day, IntPredicate accounts, Consumer<? super RegisterLine> sink) {
        int account = columns.pairs.account(columns.postings.pair(p));
        if (accounts.test(account)) {
            int commodity = columns.pairs.commodity(columns.postings.pair(p));
            sink.accept(new RegisterLine(
                    LocalDate.ofEpochDay(day),
                    columns.descriptions.of(t),
                    columns.accounts.name(account),
                    columns.commodities.name(commodity),
                    shown(columns.postings.value(p), commodity)));
        }
    }

    /**
     * The type of an account: as declared for it or the nearest account above it, otherwise as the English name of its top
     * account tells.
     */
    public Optional<PlainAccountType> type(String account) {
        String name = account;
        while (true) {
            PlainAccountType declared = declaredTypes.get(name);
            if (declared != null) {
                return Optional.of(declared);
            }
            int colon = name.lastIndexOf(':');
            if (colon < 0) {
                return PlainAccountType.inferred(account);
            }
            name = name.substring(0, colon);
        }
    }

    /** Exact, with at least the decimals of the commodity and no needless zeros beyond them. */
    private BigDecimal shown(BigDecimal amount, int commodity) {
        int decimals = columns.commodities.decimals(commodity);
        if (decimals == Commodities.UNKNOWN) {
            return amount;
        }
        BigDecimal least = amount.stripTrailingZeros();
        return least.scale() < decimals ? least.setScale(decimals, RoundingMode.UNNECESSARY) : least;
    }

    private static long lastDay(LedgerQuery query) {
        return query.asOf().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }

    private IntPredicate accounts(LedgerQuery query) {
        if (query.account().isEmpty()) {
            return account -> true;
        }
        boolean[] within = new boolean[columns.accounts.size()];
        for (int account = 0; account < within.length; account++) {
            within[account] = AccountNames.isWithin(
                    columns.accounts.name(account), query.account().get());
        }
        return account -> within[account];
    }
}
