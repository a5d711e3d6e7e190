package dev.erpkit.accounting.payment;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What shall be paid on a day.
 *
 * @param day the day of the payments
 * @param through debts due by then are paid, and those whose discount ends by then: the day before the next run
 * @param funds what our bank accounts may be used for, in the order in which they are asked
 * @param least the least payment to a party, one amount for a currency; none in a currency without one
 * @param blocked parties that are not paid
 * @param costOfMoney what money costs us in a year, as a share: a discount is taken when it is more than that for the days
 *     that we pay early; 0 takes every discount
 */
public record ProposalRequest(
        LocalDate day,
        LocalDate through,
        ImmutableList<Funds> funds,
        ImmutableList<MonetaryAmount> least,
        ImmutableSet<PartyId> blocked,
        Rational costOfMoney) {
    /**
     * What one of our bank accounts may be used for.
     *
     * @param bankAccount the host's name of the account
     * @param most what may be paid from it together
     */
    public record Funds(String bankAccount, MonetaryAmount most) {}

    /** Checks the days and the cost: {@code proposal.request}. */
    public ProposalRequest {
        if (through.isBefore(day) || costOfMoney.signum() < 0) {
            throw new InvalidValueException(
                    "ProposalRequest",
                    "through",
                    "proposal.request",
                    "must not be before the day, and money must not cost less than nothing");
        }
    }

    /** Everything due by a day, every discount taken. */
    public static ProposalRequest of(LocalDate day, LocalDate through, Funds... funds) {
        return new ProposalRequest(
                day,
                through,
                Lists.immutable.of(funds),
                Lists.immutable.empty(),
                Sets.immutable.empty(),
                Rational.ZERO);
    }

    /** The same with a least payment. */
    public ProposalRequest atLeast(MonetaryAmount amount) {
        return new ProposalRequest(day, through, funds, least.newWith(amount), blocked, costOfMoney);
    }

    /** The same without a party. */
    public ProposalRequest without(PartyId party) {
        return new ProposalRequest(day, through, funds, least, blocked.newWith(party), costOfMoney);
    }

    /** The same where money costs this in a year. */
    public ProposalRequest costing(Rational share) {
        return new ProposalRequest(day, through, funds, least, blocked, share);
    }

    long leastMinor(Payable payable) {
        MonetaryAmount found = least.detect(a -> a.getCurrency().equals(payable.currency()));
        return found == null ? 0 : Amounts.minor(found);
    }
}
