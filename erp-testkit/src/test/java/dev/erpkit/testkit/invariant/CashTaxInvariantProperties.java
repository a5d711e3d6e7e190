package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.cashtax.CashTax;
import dev.erpkit.accounting.cashtax.Recognition;
import dev.erpkit.accounting.cashtax.Settlement;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.testkit.generate.SettlementArbitraries;
import dev.erpkit.testkit.generate.SettlementArbitraries.Settled;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Invariant 23: tax on payment is bounded, grows with payments, is complete with them, and knows no split. */
class CashTaxInvariantProperties {
    @Provide
    Arbitrary<Settled> settled() {
        return SettlementArbitraries.settled();
    }

    @Property
    void recognition_is_a_function_of_what_is_settled(@ForAll("settled") Settled drawn) {
        assertThat(CashTaxInvariants.recognition(
                        drawn.document(), drawn.totalMinor(), drawn.settlements(), drawn.book()))
                .isEmpty();
    }

    @Property
    void taking_back_what_was_settled_restores_what_was_recognised(@ForAll("settled") Settled drawn) {
        ImmutableList<Settlement> settlements = drawn.settlements();
        long settled = settlements.sumOfLong(Settlement::amountMinor);
        long paid = settlements.sumOfLong(Settlement::paidMinor);
        if (settled == 0) {
            return;
        }
        Settlement back =
                new Settlement(MatchId.of("back"), Optional.empty(), LocalDate.of(2026, 12, 1), true, -settled, -paid);
        ImmutableList<Recognition> all = CashTax.onPayment(
                        drawn.document(), drawn.totalMinor(), settlements.newWith(back), drawn.book())
                .orElseThrow();
        all.getLast().taxes().forEachWithIndex((tax, i) -> {
            assertThat(all.sumOfLong(each -> each.taxes().get(i).taxMinor())).isZero();
            assertThat(all.sumOfLong(each -> each.taxes().get(i).baseMinor())).isZero();
            assertThat(all.sumOfLong(each -> each.taxes().get(i).differenceMinor()))
                    .isZero();
        });
    }

    @Property
    void every_settlement_has_a_key_of_its_own_that_stays(@ForAll("settled") Settled drawn) {
        ImmutableList<Recognition> all = CashTax.onPayment(
                        drawn.document(), drawn.totalMinor(), drawn.settlements(), drawn.book())
                .orElseThrow();
        assertThat(all.collect(Recognition::key).distinct()).hasSize(all.size());
        for (int k = 0; k < all.size(); k++) {
            ImmutableList<Recognition> earlier = CashTax.onPayment(
                            drawn.document(),
                            drawn.totalMinor(),
                            drawn.settlements().take(k),
                            drawn.book())
                    .orElseThrow();
            assertThat(earlier).isEqualTo(Lists.immutable.withAll(all.take(k)));
        }
    }
}
