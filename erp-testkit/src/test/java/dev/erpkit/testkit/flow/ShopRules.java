package dev.erpkit.testkit.flow;

import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.document.japan.JapaneseDocuments;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.payment.BankPosting;
import dev.erpkit.accounting.payment.PaymentPolicy;
import dev.erpkit.accounting.payment.PaymentRules;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.posting.StockRole;
import org.eclipse.collections.api.factory.Lists;

/** What invoices, payments and moves of goods come to in the books of a small shop in Japan, perpetually. */
final class ShopRules {
    private ShopRules() {}

    static PostingRules all() {
        BankPosting main = new BankPosting("main", "1130", "1340");
        return JapaneseDocuments.accounts()
                .rules()
                .with(PaymentRules.standard("1160", "2120", "1160", "2120", "6360", Lists.immutable.of(main)))
                .with(stockMoved());
    }

    private static PostingRule stockMoved() {
        PostingRule.Builder rule = PostingRule.builder();
        return rule.eventType(StockService.EVENT)
                .add(LineRule.debit(StockRole.STOCK.text(), "1210"))
                .add(LineRule.credit(StockRole.GOODS_RECEIVED.text(), "2150"))
                .add(LineRule.debit(StockRole.COST_OF_GOODS.text(), "5150"))
                .add(LineRule.debit(StockRole.VARIANCE.text(), "5160"))
                .add(LineRule.debit(StockRole.ADJUSTMENT.text(), "5160"))
                .build();
    }

    static PaymentPolicy payments() {
        MatchingPolicy.Builder matching = MatchingPolicy.builder();
        return PaymentPolicy.standard(
                matching.accounts(ExchangeAccounts.of("7130", "8130")).build());
    }
}
