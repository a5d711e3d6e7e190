package dev.erpkit.accounting.document;

import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.value.ErpValue;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.immutables.value.Value;

/**
 * The accounts of a chart to which documents are posted, and the posting rules that follow from them; a host that needs more
 * writes its own {@link PostingRules} for the roles of {@link DocumentRoles}.
 */
@ErpValue
@Value.Immutable
public sealed interface DocumentAccounts permits ImmutableDocumentAccounts {
    /** What customers owe, a control account. */
    String receivable();

    /** What is owed to suppliers, a control account. */
    String payable();

    /** Revenue of lines with no qualifier or one that is not named. */
    String revenue();

    /** Expense of such lines. */
    String expense();

    /** Tax on sales. */
    String outputTax();

    /** Deductible tax on purchases. */
    String inputTax();

    /** Down payments of customers. */
    String advances();

    /** Down payments to suppliers; without it advance bills are refused by the posting rules. */
    Optional<String> advancesPaid();

    /** What totals of sales are rounded by. */
    String roundingOfSales();

    /** What totals of purchases are rounded by. */
    String roundingOfPurchases();

    /** Accounts of lines by their qualifier. */
    ImmutableSortedMap<String, String> qualified();

    /** Accounts of taxes by the account that the tax names. */
    ImmutableSortedMap<String, String> taxes();

    /** The journal of sales. */
    JournalId sales();

    /** The journal of purchases. */
    JournalId purchases();

    /** Accounts without qualifiers, rounding beside revenue and expense, in the general journal. */
    static DocumentAccounts of(
            String receivable,
            String payable,
            String revenue,
            String expense,
            String outputTax,
            String inputTax,
            String advances) {
        Builder accounts = new Builder();
        return accounts.receivable(receivable)
                .payable(payable)
                .revenue(revenue)
                .expense(expense)
                .outputTax(outputTax)
                .inputTax(inputTax)
                .advances(advances)
                .roundingOfSales(revenue)
                .roundingOfPurchases(expense)
                .qualified(SortedMaps.immutable.empty())
                .taxes(SortedMaps.immutable.empty())
                .sales(JournalId.GENERAL)
                .purchases(JournalId.GENERAL)
                .build();
    }

    /** The same accounts where lines with a qualifier go to an account of their own. */
    default DocumentAccounts qualified(String qualifier, String account) {
        return same().qualified(qualified().newWithKeyValue(qualifier, account)).build();
    }

    /** The same accounts where what a tax names goes to an account of its own, such as the debt of a reverse charge. */
    default DocumentAccounts tax(String named, String account) {
        return same().taxes(taxes().newWithKeyValue(named, account)).build();
    }

    /** The same accounts where down payments to suppliers stand on an account of their own, an asset. */
    default DocumentAccounts advancesPaid(String account) {
        return same().advancesPaid(account).build();
    }

    /** The same accounts where totals are rounded by accounts of their own. */
    default DocumentAccounts rounding(String ofSales, String ofPurchases) {
        return same().roundingOfSales(ofSales).roundingOfPurchases(ofPurchases).build();
    }

    /** The same accounts where sales and purchases have journals of their own. */
    default DocumentAccounts journals(String ofSales, String ofPurchases) {
        return same().sales(JournalId.of(ofSales))
                .purchases(JournalId.of(ofPurchases))
                .build();
    }

    private ImmutableDocumentAccounts.Builder same() {
        return new Builder().from(this);
    }

    /** The posting rules of all kinds of documents in the main book. */
    default PostingRules rules() {
        return rules(BookId.MAIN);
    }

    /** The posting rules of all kinds of documents in a book. */
    default PostingRules rules(BookId book) {
        ImmutableList<PostingRule> rules =
                Lists.immutable.of(DocumentKind.values()).collect(kind -> rule(kind, book));
        return PostingRules.of(rules.toArray(new PostingRule[0]));
    }

    private PostingRule rule(DocumentKind kind, BookId book) {
        PostingRule.Builder rule = PostingRule.builder();
        rule.eventType(kind.text()).book(book).journal(kind.sale() ? sales() : purchases());
        (kind.sale() ? ofSales() : ofPurchases()).forEach(rule::add);
        return rule.build();
    }

    private ImmutableList<LineRule> ofSales() {
        MutableList<LineRule> lines = Lists.mutable.of(
                owed(DocumentRoles.RECEIVABLE, Side.DEBIT, receivable()),
                LineRule.credit(DocumentRoles.REVENUE, revenue()),
                LineRule.credit(DocumentRoles.TAX, outputTax()),
                LineRule.credit(DocumentRoles.ADVANCE, advances()),
                LineRule.credit(DocumentRoles.ROUNDING, roundingOfSales()));
        return lines.withAll(named(DocumentRoles.REVENUE, Side.CREDIT, qualified()))
                .withAll(named(DocumentRoles.TAX, Side.CREDIT, taxes()))
                .toImmutable();
    }

    private ImmutableList<LineRule> ofPurchases() {
        MutableList<LineRule> lines = Lists.mutable.of(
                owed(DocumentRoles.PAYABLE, Side.CREDIT, payable()),
                LineRule.debit(DocumentRoles.EXPENSE, expense()),
                LineRule.debit(DocumentRoles.TAX, inputTax()),
                LineRule.debit(DocumentRoles.ROUNDING, roundingOfPurchases()));
        advancesPaid().ifPresent(account -> lines.add(LineRule.debit(DocumentRoles.ADVANCE, account)));
        return lines.withAll(named(DocumentRoles.EXPENSE, Side.DEBIT, qualified()))
                .withAll(named(DocumentRoles.TAX, Side.DEBIT, taxes()))
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

    /** Builds accounts; hosts begin with {@link DocumentAccounts#of}. */
    final class Builder extends ImmutableDocumentAccounts.Builder {
        Builder() {}
    }
}
