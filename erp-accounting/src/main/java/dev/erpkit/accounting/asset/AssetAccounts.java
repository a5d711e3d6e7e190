package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The accounts of a book in which assets are kept, and the standard posting rules over them. A category with accounts of
 * its own gets rules of its own, by {@link #forCategory}; what is left out there goes to the general ones.
 *
 * <table>
 * <caption>Roles of the events, each type followed by a colon and the book</caption>
 * <tr><th>{@code asset-acquired}</th><td>{@code cost}, {@code accumulated} of before, {@code source} for the difference</td></tr>
 * <tr><th>{@code asset-depreciated}</th><td>{@code depreciation}</td></tr>
 * <tr><th>{@code asset-improved}</th><td>{@code improvement}</td></tr>
 * <tr><th>{@code asset-revalued}</th><td>{@code revaluation}, below zero downwards</td></tr>
 * <tr><th>{@code asset-impaired}</th><td>{@code impairment}</td></tr>
 * <tr><th>{@code asset-transferred}</th><td>{@code cost-from}, {@code cost-to}, {@code accumulated-from},
 * {@code accumulated-to}, each with the dimensions of its place</td></tr>
 * <tr><th>{@code asset-disposed}</th><td>{@code cost}, {@code accumulated}, {@code proceeds}, and {@code gain} or
 * {@code loss}</td></tr>
 * </table>
 *
 * @param cost what assets have cost
 * @param accumulated accumulated depreciation and impairment
 * @param depreciation the expense
 * @param source where the cost of an acquisition comes from, such as a clearing account of purchases
 * @param revaluation what revaluations are set against, such as a reserve in equity
 * @param impairment the loss by impairment
 * @param proceeds where the proceeds of a sale are waited for, such as a clearing account of sales
 * @param gain the gain on disposals
 * @param loss the loss on disposals
 */
public record AssetAccounts(
        String cost,
        String accumulated,
        String depreciation,
        String source,
        String revaluation,
        String impairment,
        String proceeds,
        String gain,
        String loss) {
    /** The rules of a book for assets of any category. */
    public ImmutableList<PostingRule> rules(BookId book) {
        return rules(book, Lists.immutable.empty());
    }

    /**
     * The rules of a book, in which some categories have accounts of their own.
     *
     * @param categories the rules of the categories, from {@link #forCategory}
     */
    public ImmutableList<PostingRule> rules(BookId book, ImmutableList<Category> categories) {
        return Lists.immutable.of(
                rule(book, categories, AssetEvents.ACQUIRED),
                rule(book, categories, AssetEvents.DEPRECIATED),
                rule(book, categories, AssetEvents.IMPROVED),
                rule(book, categories, AssetEvents.REVALUED),
                rule(book, categories, AssetEvents.IMPAIRED),
                rule(book, categories, AssetEvents.TRANSFERRED),
                rule(book, categories, AssetEvents.DISPOSED));
    }

    /** Accounts of one category of assets. */
    public record Category(String category, AssetAccounts accounts) {}

    /** These accounts for one category. */
    public Category forCategory(String category) {
        return new Category(category, this);
    }

    private PostingRule rule(BookId book, ImmutableList<Category> categories, String event) {
        PostingRule.Builder rule = PostingRule.builder();
        rule.eventType(AssetEvents.type(event, book)).book(book);
        lines(event, Optional.empty()).forEach(rule::add);
        categories.forEach(
                own -> own.accounts().lines(event, Optional.of(own.category())).forEach(rule::add));
        return rule.build();
    }

    private ImmutableList<LineRule> lines(String event, Optional<String> category) {
        return switch (event) {
            case AssetEvents.ACQUIRED ->
                Lists.immutable.of(
                        line("cost", Side.DEBIT, cost, category),
                        line("accumulated", Side.CREDIT, accumulated, category),
                        line("source", Side.CREDIT, source, category));
            case AssetEvents.DEPRECIATED -> pair("depreciation", depreciation, accumulated, category);
            case AssetEvents.IMPROVED -> pair("improvement", cost, source, category);
            case AssetEvents.REVALUED -> pair("revaluation", cost, revaluation, category);
            case AssetEvents.IMPAIRED -> pair("impairment", impairment, accumulated, category);
            case AssetEvents.TRANSFERRED ->
                Lists.immutable.of(
                        line("cost-from", Side.CREDIT, cost, category),
                        line("cost-to", Side.DEBIT, cost, category),
                        line("accumulated-from", Side.DEBIT, accumulated, category),
                        line("accumulated-to", Side.CREDIT, accumulated, category));
            default ->
                Lists.immutable.of(
                        line("cost", Side.CREDIT, cost, category),
                        line("accumulated", Side.DEBIT, accumulated, category),
                        line("proceeds", Side.DEBIT, proceeds, category),
                        line("gain", Side.CREDIT, gain, category),
                        line("loss", Side.DEBIT, loss, category));
        };
    }

    private static ImmutableList<LineRule> pair(String role, String debit, String credit, Optional<String> category) {
        return Lists.immutable.of(line(role, Side.DEBIT, debit, category), line(role, Side.CREDIT, credit, category));
    }

    private static LineRule line(String role, Side side, String account, Optional<String> category) {
        LineRule.Builder line = LineRule.builder();
        line.role(role).side(side).qualifier(category);
        return line.account(account).build();
    }
}
