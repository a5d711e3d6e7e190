package dev.erpkit.company.report;

import dev.erpkit.company.goods.Replenishment;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.purchase.LineState;
import dev.erpkit.inventory.purchase.LineStatus;
import dev.erpkit.inventory.purchase.OrderState;
import dev.erpkit.inventory.replenishment.ReorderRule;
import dev.erpkit.inventory.valuation.CostNode;
import java.util.Map;
import java.util.function.Function;

/** Where goods come from: what one sale cost down to its deliveries, what is to be ordered, and orders that are not billed. */
final class SupplyHtml {
    private final StringBuilder page;
    private final StockReports stock;
    private final Drills drills;
    private final Map<String, String> parties;

    SupplyHtml(StringBuilder page, StockReports stock, Drills drills, Map<String, String> parties) {
        this.page = page;
        this.stock = stock;
        this.drills = drills;
        this.parties = parties;
    }

    /** The cost of an issue; what stands below a line makes it up. */
    void trace() {
        HtmlTable table = new HtmlTable(page, 2, "内訳 What it is made of", "伝票 Document", "数量 Quantity", "金額 Value");
        node(table, stock.trace(), 0);
        table.end();
    }

    private void node(HtmlTable table, CostNode node, int depth) {
        String value = stock.item(node.event())
                .map(item -> Drills.link("K-" + item, node.value()))
                .orElseGet(() -> Text.yen(node.value()));
        table.cells(
                Text.name("\u3000".repeat(depth) + name(node)),
                node.event() == 0 ? "" : Text.name(stock.document(node.event())),
                node.quantity().isZero() ? "" : Text.html(StockHtml.quantity(node.quantity())),
                value);
        node.parts().forEach(part -> node(table, part, depth + 1));
    }

    private static String name(CostNode node) {
        return switch (node.source()) {
            case ISSUE -> "払出 Issue";
            case RECEIPT -> "受入 Receipt";
            case PRICE -> "注文価格 Price\u00a0of\u00a0the\u00a0order";
            case BILL -> "請求書 Bill";
            case LANDED_COST -> "輸入諸掛 Freight";
            case PRODUCTION -> "加工 Production";
            case TRANSFER -> "移動 Transfer";
            case CUSTOMER_RETURN -> "返品 Customer\u00a0return";
            case COUNT -> "棚卸差異 Counted\u00a0surplus";
            default -> "その他 " + node.source().text().replace(' ', '\u00a0');
        };
    }

    /** What is to be ordered; a figure leads to how it was found. */
    void proposals() {
        HtmlTable table = new HtmlTable(
                page, 1, "商品 Ware", "現在庫 On hand", "発注残 On order", "発注点 Minimum", "上限 Maximum", "発注提案 Proposed");
        for (StockReports.Proposal proposal : stock.proposals()) {
            ReorderRule rule = Replenishment.rule(proposal.ware());
            Rational quantity = proposal.proposal().quantity();
            String id = "R-" + proposal.ware().item();
            drills.panel(
                    id,
                    proposal.ware().text(),
                    "<pre><code>" + Text.html(proposal.proposal().trace().render()) + "</code></pre>\n");
            table.cells(
                    Text.name(proposal.ware().text()),
                    StockHtml.quantity(proposal.onHand()),
                    StockHtml.quantity(proposal.onOrder()),
                    StockHtml.quantity(rule.min()),
                    StockHtml.quantity(rule.max()),
                    Drills.link(id, quantity.numerator().longValueExact()) + " "
                            + proposal.ware().unit());
        }
        table.end();
    }

    /** Orders that are still to come or to be billed; what came and is not billed is the balance of the account. */
    void orders(String account) {
        HtmlTable table = new HtmlTable(
                page, 3, "発注 Order", "取引先 Vendor", "発注日 Ordered", "受入 Received", "請求 Billed", "入荷未請求 Not\u00a0billed");
        long sum = 0;
        for (OrderState order : stock.orders()) {
            boolean done = order.lines().allSatisfy(line -> line.open().isZero() && line.billing() == LineStatus.DONE);
            if (!done) {
                String vendor = order.order().vendor().value();
                table.cells(
                        Text.html(order.order().id()),
                        Text.html(parties.getOrDefault(vendor, vendor)),
                        order.order().day().toString(),
                        share(order, LineState::received),
                        share(order, LineState::billed),
                        Text.yen(order.notBilledMinor()));
                sum = Math.addExact(sum, order.notBilledMinor());
            }
        }
        table.sumOfCells(Text.name("合計 Total"), "", "", "", "", Drills.link("L" + account, sum));
        table.end();
    }

    private static String share(OrderState order, Function<LineState, Rational> part) {
        return order.lines()
                .collect(line -> StockHtml.quantity(part.apply(line)) + " / "
                        + StockHtml.quantity(line.line().quantity()))
                .makeString("、");
    }
}
