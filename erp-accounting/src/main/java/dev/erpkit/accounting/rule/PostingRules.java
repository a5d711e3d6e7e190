package dev.erpkit.accounting.rule;

import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.RoleAmount;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * The rules of all books, and what an event comes to under them: at most one entry in each book that has a rule for its type
 * on its effective date. Pure: same event, rules and rates, same entries.
 *
 * <p>In such a book every amount needs a rule of its role, if only one that leaves it out. For each side the rule with the
 * amount's qualifier comes before the rule for any.
 *
 * <p>Refusals: {@code event.no-rule} when no book has a rule, or a book has none for an amount; {@code rule.ambiguous} when
 * two rules are equally near; {@code rate.missing}.
 *
 * @param rules the rules
 * @param translation how base amounts come about
 */
public record PostingRules(ImmutableList<PostingRule> rules, Translation translation) {
    /** No rule for an event or one of its amounts. */
    public static final RefusalCode NO_RULE = RefusalCode.of("event.no-rule");

    /** Two rules that are equally near. */
    public static final RefusalCode AMBIGUOUS = RefusalCode.of("rule.ambiguous");

    /** Rules that translate foreign amounts at the spot rate. */
    public static PostingRules of(PostingRule... rules) {
        return new PostingRules(Lists.immutable.with(rules), Translation.atSpot());
    }

    /** These rules and more, all translated as these are. */
    public PostingRules with(PostingRule... more) {
        return new PostingRules(rules.newWithAll(Lists.immutable.with(more)), translation);
    }

    /** These rules and more, all translated as these are. */
    public PostingRules with(Iterable<PostingRule> more) {
        return new PostingRules(rules.newWithAll(more), translation);
    }

    /** These rules and those of another set, all translated as these are. */
    public PostingRules with(PostingRules more) {
        return new PostingRules(rules.newWithAll(more.rules), translation);
    }

    private record Chosen(RoleAmount of, LineRule rule, MonetaryAmount signed) {}

    /**
     * The entries of an event, in the order of the books.
     *
     * @param event what happened
     * @param books the books that are kept
     * @param rates exchange rates, asked only for amounts in other than the base currency
     */
    public Outcome<ImmutableList<JournalEntry>> evaluate(
            AccountingEvent event, ImmutableList<Book> books, ExchangeRates rates) {
        MutableList<JournalEntry> entries = Lists.mutable.empty();
        boolean known = false;
        try {
            for (Book book : books) {
                PostingRule rule = rule(event, book);
                if (rule != null) {
                    known = true;
                    JournalEntry entry = entry(event, book, rule, rates);
                    if (entry.lines().notEmpty()) {
                        entries.add(entry);
                    }
                }
            }
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
        return known
                ? Outcome.accepted(entries.toImmutable())
                : Outcome.refused(Refusal.of(NO_RULE, "No book has a posting rule for " + event.type() + "; add one")
                        .with("type", event.type()));
    }

    private @Nullable PostingRule rule(AccountingEvent event, Book book) {
        ImmutableList<PostingRule> found = rules.select(rule -> rule.eventType().equals(event.type())
                && rule.book().equals(book.id())
                && rule.validity().contains(event.effectiveDate()));
        if (found.size() > 1) {
            throw new RefusedException(Refusal.of(
                            AMBIGUOUS,
                            "Book " + book.id() + " has " + found.size() + " posting rules for " + event.type() + " on "
                                    + event.effectiveDate() + "; leave one valid")
                    .with("book", book.id())
                    .with("type", event.type()));
        }
        return found.getFirst();
    }

    private JournalEntry entry(AccountingEvent event, Book book, PostingRule rule, ExchangeRates rates) {
        ImmutableList<Chosen> chosen =
                event.amounts().reject(amount -> amount.amount().isZero()).flatCollect(amount -> chosen(amount, rule));
        ImmutableList<MonetaryAmount> base = new Translator(book.base(), event.effectiveDate(), rates, translation)
                .translate(chosen.collect(Chosen::signed))
                .orElseThrow();
        return JournalEntry.builder()
                .id(EntryId.of(event.key(), book.id()))
                .book(book.id())
                .journal(rule.journal())
                .date(event.effectiveDate())
                .source(event.source())
                .eventDigest(EventDigest.of(event))
                .narrative(event.narrative())
                .lines(Lists.immutable.withAll(chosen.collectWithIndex((c, i) -> line(event, c, base.get(i)))))
                .build();
    }

    private static ImmutableList<Chosen> chosen(RoleAmount amount, PostingRule rule) {
        ImmutableList<LineRule> matching = rule.lines().select(line -> line.matches(amount));
        if (matching.isEmpty()) {
            throw new RefusedException(Refusal.of(
                            NO_RULE,
                            "Book " + rule.book() + " has no posting rule for " + amount.role() + " of "
                                    + rule.eventType() + "; add one, if only to leave it out")
                    .with("book", rule.book())
                    .with("type", rule.eventType())
                    .with("role", amount.role())
                    .with("qualifier", amount.qualifier()));
        }
        MonetaryAmount money = Amounts.normalise(amount.amount());
        MutableList<Chosen> chosen = Lists.mutable.empty();
        for (Side side : Side.values()) {
            LineRule nearest = nearest(matching.select(line -> line.side() == side), amount, rule);
            if (nearest != null && nearest.account().isPresent()) {
                chosen.add(new Chosen(amount, nearest, side == Side.DEBIT ? money : Amounts.negate(money)));
            }
        }
        return chosen.toImmutable();
    }

    private static @Nullable LineRule nearest(ImmutableList<LineRule> matching, RoleAmount amount, PostingRule rule) {
        ImmutableList<LineRule> exact = matching.select(line -> line.qualifier().isPresent());
        ImmutableList<LineRule> nearest = exact.isEmpty() ? matching : exact;
        if (nearest.size() > 1) {
            throw new RefusedException(Refusal.of(
                            AMBIGUOUS,
                            "Book " + rule.book() + " has " + nearest.size() + " equally near posting rules for "
                                    + amount.role() + " of " + rule.eventType() + " on one side; leave one")
                    .with("book", rule.book())
                    .with("type", rule.eventType())
                    .with("role", amount.role()));
        }
        return nearest.getFirst();
    }

    private static JournalLine line(AccountingEvent event, Chosen chosen, MonetaryAmount base) {
        boolean inBase = base.getCurrency().equals(chosen.signed().getCurrency());
        JournalLine.Builder line = JournalLine.builder();
        line.account(chosen.rule().account().orElseThrow())
                .amount(chosen.signed())
                .base(inBase ? chosen.signed() : base)
                .dimensions(chosen.rule().dimensions().apply(chosen.of().dimensions()))
                .party(chosen.of().party())
                .adjustment(base.isZero());
        if (chosen.rule().openItem()) {
            line.document(event.source().id()).dueDate(chosen.of().dueDate().or(event::dueDate));
        }
        return line.build();
    }
}
