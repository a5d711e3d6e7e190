package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.payment.PaymentProposal.Left;
import dev.erpkit.accounting.payment.PaymentProposal.Line;
import dev.erpkit.accounting.payment.PaymentProposal.Proposed;
import dev.erpkit.accounting.payment.PaymentProposal.Reason;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;

/**
 * Proposes payments: a pure function of the request and the debts, whatever their order. The most urgent debt gets money
 * first: the one whose discount or time ends earliest. A debt is paid whole or not at all.
 *
 * <p>Worked: of 980 in the bank, a debt of 600 due tomorrow takes 600, one of 500 due the day after finds 380 and is left,
 * and one of 300 due after that is paid.
 */
public final class Proposing {
    private static final int DAYS_OF_YEAR = 365;

    /** A debt that shall be paid. */
    private record Chosen(Payable payable, long discount) {
        static final Comparator<Chosen> MOST_URGENT_FIRST = Comparator.comparing(Chosen::deadline)
                .thenComparing(c -> c.payable().due())
                .thenComparing(c -> c.payable().item());

        long paid() {
            return payable.openMinor() - discount;
        }

        LocalDate deadline() {
            LocalDate due = payable.due();
            return discount == 0
                    ? due
                    : payable.discount()
                            .map(d -> d.until().isBefore(due) ? d.until() : due)
                            .orElse(due);
        }
    }

    /** What is left in one of our bank accounts. */
    private static final class Account {
        final String name;
        final CurrencyUnit currency;
        long left;

        Account(ProposalRequest.Funds funds) {
            this.name = funds.bankAccount();
            this.currency = funds.most().getCurrency();
            this.left = Amounts.minor(funds.most());
        }
    }

    /** A debt and the account that pays it. */
    private record Paid(Chosen chosen, String account) {}

    private final ProposalRequest request;
    private final MutableList<Left> left = Lists.mutable.empty();

    private Proposing(ProposalRequest request) {
        this.request = request;
    }

    /** What shall be paid of these debts. */
    public static PaymentProposal decide(ProposalRequest request, ImmutableList<Payable> payables) {
        return new Proposing(request).decide(payables);
    }

    private PaymentProposal decide(ImmutableList<Payable> payables) {
        MutableList<Chosen> chosen = Lists.mutable.empty();
        for (Payable payable : payables) {
            choose(payable, chosen);
        }
        ImmutableList<Paid> paid = fund(enough(chosen.sortThis(Chosen.MOST_URGENT_FIRST)));
        ImmutableList<Paid> kept = enoughPaid(paid);
        return new PaymentProposal(
                request.day(),
                payments(kept),
                left.sortThis(Comparator.comparing(Left::item)).toImmutable());
    }

    private void choose(Payable payable, MutableList<Chosen> chosen) {
        if (payable.openMinor() <= 0) {
            leave(payable.item(), Reason.CREDIT);
            return;
        }
        if (payable.blocked() || request.blocked().contains(payable.party())) {
            leave(payable.item(), Reason.BLOCKED);
            return;
        }
        long discount = discount(payable);
        boolean ends = discount > 0
                && payable.discount()
                        .map(d -> !d.until().isAfter(request.through()))
                        .orElse(false);
        if (ends || !payable.due().isAfter(request.through())) {
            chosen.add(new Chosen(payable, discount));
        } else {
            leave(payable.item(), Reason.NOT_DUE);
        }
    }

    /** The discount, where it is given on the day and is more than what the money costs for the days that it goes early. */
    private long discount(Payable payable) {
        return payable.discount()
                .filter(d -> !request.day().isAfter(d.until()) && d.minor() < payable.openMinor())
                .filter(d -> {
                    long early = Math.max(0, ChronoUnit.DAYS.between(request.day(), payable.due()));
                    Rational cost = Rational.of(payable.openMinor() - d.minor())
                            .multiply(request.costOfMoney())
                            .multiply(Rational.of(early, DAYS_OF_YEAR));
                    return Rational.of(d.minor()).compareTo(cost) > 0;
                })
                .map(Payable.EarlyDiscount::minor)
                .orElse(0L);
    }

    private void leave(ItemId item, Reason why) {
        left.add(new Left(item, why));
    }

    private MutableList<Chosen> enough(MutableList<Chosen> chosen) {
        return chosen.select(one -> {
            long sum = chosen.select(other -> together(one, other)).sumOfLong(Chosen::paid);
            boolean enough = sum >= request.leastMinor(one.payable());
            if (!enough) {
                leave(one.payable().item(), Reason.BELOW_LEAST);
            }
            return enough;
        });
    }

    private static boolean together(Chosen one, Chosen other) {
        return one.payable().party().equals(other.payable().party())
                && one.payable().currency().equals(other.payable().currency());
    }

    private ImmutableList<Paid> fund(MutableList<Chosen> chosen) {
        ImmutableList<Account> accounts = request.funds().collect(Account::new);
        MutableList<Paid> paid = Lists.mutable.empty();
        for (Chosen one : chosen) {
            ImmutableList<Account> able =
                    accounts.select(a -> a.currency.equals(one.payable().currency()) && a.left >= one.paid());
            if (able.isEmpty()) {
                leave(one.payable().item(), Reason.NO_FUNDS);
                continue;
            }
            // what goes to a party goes from one account where it can
            Account account = able.detectOptional(
                            a -> paid.anySatisfy(p -> p.account().equals(a.name) && together(p.chosen(), one)))
                    .orElse(able.getFirst());
            account.left -= one.paid();
            paid.add(new Paid(one, account.name));
        }
        return paid.toImmutable();
    }

    /** What the funds cut down may be less than the least payment now. */
    private ImmutableList<Paid> enoughPaid(ImmutableList<Paid> paid) {
        return paid.select(one -> {
            long sum = paid.select(other -> together(one.chosen(), other.chosen())
                            && one.account().equals(other.account()))
                    .sumOfLong(p -> p.chosen().paid());
            boolean enough = sum >= request.leastMinor(one.chosen().payable());
            if (!enough) {
                leave(one.chosen().payable().item(), Reason.BELOW_LEAST);
            }
            return enough;
        });
    }

    private static ImmutableList<Proposed> payments(ImmutableList<Paid> paid) {
        record Group(PartyId party, CurrencyUnit currency, String account) {}
        MutableSet<Group> done = Sets.mutable.empty();
        MutableList<Proposed> payments = Lists.mutable.empty();
        for (Paid first : paid) {
            Payable payable = first.chosen().payable();
            if (done.add(new Group(payable.party(), payable.currency(), first.account()))) {
                ImmutableList<Line> lines = paid.select(other -> together(first.chosen(), other.chosen())
                                && other.account().equals(first.account()))
                        .collect(p -> new Line(
                                p.chosen().payable().item(),
                                p.chosen().paid(),
                                p.chosen().discount()));
                payments.add(new Proposed(payable.party(), first.account(), payable.currency(), lines));
            }
        }
        return payments.sortThis(Comparator.comparing(Proposed::party)
                        .thenComparing(p -> p.currency().getCurrencyCode())
                        .thenComparing(Proposed::bankAccount))
                .toImmutable();
    }
}
