package dev.erpkit.accounting.document;

import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * The accounts of a chart to which documents are posted, and the posting rules that follow from them; a host that needs more
 * writes its own {@link PostingRules} for the roles of {@link DocumentRoles}.
 *
 * @param receivable what customers owe, a control account
 * @param payable what is owed to suppliers, a control account
 * @param revenue revenue of lines with no qualifier or one that is not named
 * @param expense expense of such lines
 * @param outputTax tax on sales
 * @param inputTax deductible tax on purchases
 * @param advances down payments of customers
 * @param advancesPaid down payments to suppliers; without it advance bills are refused by the posting rules
 * @param roundingOfSales what totals of sales are rounded by
 * @param roundingOfPurchases what totals of purchases are rounded by
 * @param qualified accounts of lines by their qualifier
 * @param taxes accounts of taxes by the account that the tax names
 * @param sales the journal of sales
 * @param purchases the journal of purchases
 */
public record DocumentAccounts(
        String receivable,
        String payable,
        String revenue,
        String expense,
        String outputTax,
        String inputTax,
        String advances,
        Optional<String> advancesPaid,
        String roundingOfSales,
        String roundingOfPurchases,
        ImmutableSortedMap<String, String> qualified,
        ImmutableSortedMap<String, String> taxes,
        JournalId sales,
        JournalId purchases) {
    /** Accounts without qualifiers, rounding beside revenue and expense, in the general journal. */
    public static DocumentAccounts of(
            String receivable,
            String payable,
            String revenue,
            String expense,
            String outputTax,
            String inputTax,
            String advances) {
        return new DocumentAccounts(
                receivable,
                payable,
                revenue,
                expense,
                outputTax,
                inputTax,
                advances,
                Optional.empty(),
                revenue,
                expense,
                SortedMaps.immutable.empty(),
                SortedMaps.immutable.empty(),
                JournalId.GENERAL,
                JournalId.GENERAL);
    }

    /** The same accounts where lines with a qualifier go to an account of their own. */
    public DocumentAccounts qualified(String qualifier, String account) {
        return new DocumentAccounts(
                receivable,
                payable,
                revenue,
                expense,
                outputTax,
                inputTax,
                advances,
                advancesPaid,
                roundingOfSales,
                roundingOfPurchases,
                qualified.newWithKeyValue(qualifier, account),
                taxes,
                sales,
                purchases);
    }

    /** The same accounts where what a tax names goes to an account of its own, such as the debt of a reverse charge. */
    public DocumentAccounts tax(String named, String account) {
        return new DocumentAccounts(
                receivable,
                payable,
                revenue,
                expense,
                outputTax,
                inputTax,
                advances,
                advancesPaid,
                roundingOfSales,
                roundingOfPurchases,
                qualified,
                taxes.newWithKeyValue(named, account),
                sales,
                purchases);
    }

    /** The same accounts where down payments to suppliers stand on an account of their own, an asset. */
    public DocumentAccounts advancesPaid(String account) {
        return new DocumentAccounts(
                receivable,
                payable,
                revenue,
                expense,
                outputTax,
                inputTax,
                advances,
                Optional.of(account),
                roundingOfSales,
                roundingOfPurchases,
                qualified,
                taxes,
                sales,
                purchases);
    }

    /** The same accounts where totals are rounded by accounts of their own. */
    public DocumentAccounts rounding(String ofSales, String ofPurchases) {
        return new DocumentAccounts(
                receivable,
                payable,
                revenue,
                expense,
                outputTax,
                inputTax,
                advances,
                advancesPaid,
                ofSales,
                ofPurchases,
                qualified,
                taxes,
                sales,
                purchases);
    }

    /** The same accounts where sales and purchases have journals of their own. */
    public DocumentAccounts journals(String ofSales, String ofPurchases) {
        return new DocumentAccounts(
                receivable,
                payable,
                revenue,
                expense,
                outputTax,
                inputTax,
                advances,
                advancesPaid,
                roundingOfSales,
                roundingOfPurchases,
                qualified,
                taxes,
                JournalId.of(ofSales),
                JournalId.of(ofPurchases));
    }

    /** The posting rules of all kinds of documents in the main book. */
    public PostingRules rules() {
        return rules(BookId.MAIN);
    }

    /** The posting rules of all kinds of documents in a book. */
    public PostingRules rules(BookId book) {
        ImmutableList<PostingRule> rules =
                Lists.immutable.of(DocumentKind.values()).collect(kind -> rule(kind, book));
        return PostingRules.of(rules.toArray(new PostingRule[0]));
    }

    private PostingRule rule(DocumentKind kind, BookId book) {
        PostingRule.Builder rule = PostingRule.builder();
        rule.eventType(kind.text()).book(book).journal(kind.sale() ? sales : purchases);
        (kind.sale() ? ofSales() : ofPurchases()).forEach(rule::add);
        return rule.build();
    }

    private ImmutableList<LineRule> ofSales() {
        MutableList<LineRule> lines = Lists.mutable.of(
                owed(DocumentRoles.RECEIVABLE, Side.DEBIT, receivable),
                LineRule.credit(DocumentRoles.REVENUE, revenue),
                LineRule.credit(DocumentRoles.TAX, outputTax),
                LineRule.credit(DocumentRoles.ADVANCE, advances),
                LineRule.credit(DocumentRoles.ROUNDING, roundingOfSales));
        return lines.withAll(named(DocumentRoles.REVENUE, Side.CREDIT, qualified))
                .withAll(named(DocumentRoles.TAX, Side.CREDIT, taxes))
                .toImmutable();
    }

    private ImmutableList<LineRule> ofPurchases() {
        MutableList<LineRule> lines = Lists.mutable.of(
                owed(DocumentRoles.PAYABLE, Side.CREDIT, payable),
                LineRule.debit(DocumentRoles.EXPENSE, expense),
                LineRule.debit(DocumentRoles.TAX, inputTax),
                LineRule.debit(DocumentRoles.ROUNDING, roundingOfPurchases));
        advancesPaid.ifPresent(account -> lines.add(LineRule.debit(DocumentRoles.ADVANCE, account)));
        return lines.withAll(named(DocumentRoles.EXPENSE, Side.DEBIT, qualified))
                .withAll(named(DocumentRoles.TAX, Side.DEBIT, taxes))
                .toImmutable();
    }

    private static LineRule owed(String role, Side side, String account) {
        return LineRule.builder()
                .account(account)
                .role(role)
                .side(side)
                .openItem(true)
                .build();
    }

    private static ImmutableList<LineRule> named(String role, Side side, ImmutableSortedMap<String, String> accounts) {
        return accounts.keyValuesView()
                .collect(pair -> LineRule.builder()
                        .account(pair.getTwo())
                        .role(role)
                        .qualifier(pair.getOne())
                        .side(side)
                        .build())
                .toList()
                .toImmutable();
    }
}
