package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is proposed to be paid, and what is not and why.
 *
 * @param day the day of the payments
 * @param payments one for each party, currency and bank account
 * @param left what is not paid
 */
public record PaymentProposal(LocalDate day, ImmutableList<Proposed> payments, ImmutableList<Left> left) {
    /**
     * One payment.
     *
     * @param party who is paid
     * @param bankAccount from which of our accounts
     * @param currency the currency
     * @param lines what it pays, the most urgent first
     */
    public record Proposed(PartyId party, String bankAccount, CurrencyUnit currency, ImmutableList<Line> lines) {
        /** What is paid, in minor units. */
        public long minor() {
            return lines.sumOfLong(Line::paidMinor);
        }
    }

    /**
     * One debt of a payment.
     *
     * @param item the debt
     * @param paidMinor what is paid, in minor units
     * @param discountMinor what need not be paid, in minor units
     */
    public record Line(ItemId item, long paidMinor, long discountMinor) {}

    /**
     * A debt that is not paid.
     *
     * @param item the debt
     * @param why the reason
     */
    public record Left(ItemId item, Reason why) {}

    /** Why a debt is not paid. */
    public enum Reason {
        /** It is due later, and no discount that pays ends before. */
        NOT_DUE("not-due"),
        /** It, or its party, is blocked. */
        BLOCKED("blocked"),
        /** All that the party would get is less than the least payment. */
        BELOW_LEAST("below-least"),
        /** No bank account of its currency has enough left. */
        NO_FUNDS("no-funds"),
        /** The party owes it to us. */
        CREDIT("credit");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The stable name, such as {@code not-due}. */
        public String text() {
            return text;
        }
    }

    /** Why a debt is left, if it is. */
    public boolean leaves(ItemId item, Reason why) {
        return left.contains(new Left(item, why));
    }
}
