package dev.erpkit.crm.sales.contract;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/**
 * A frame contract as its records have it.
 *
 * @param id its id
 * @param terms what is agreed
 * @param ended from which day on it is ended before its time
 */
public record FrameContract(DocumentId id, FrameTerms terms, Optional<LocalDate> ended) {
    private static final RefusalCode UNKNOWN = RefusalCode.of("contract.unknown");
    private static final RefusalCode NOT_VALID = RefusalCode.of("contract.not-valid");
    private static final RefusalCode OTHER_PARTY = RefusalCode.of("contract.other-party");
    private static final RefusalCode ITEM = RefusalCode.of("contract.item");
    private static final RefusalCode PRICE = RefusalCode.of("contract.price");
    private static final RefusalCode EXCEEDED = RefusalCode.of("contract.exceeded");

    /** The contract with these records; empty when there are none. */
    public static Optional<FrameContract> of(ImmutableList<SalesRecord<ContractChange>> records) {
        Optional<FrameContract> contract = Optional.empty();
        for (SalesRecord<ContractChange> fact : records) {
            for (ContractChange change : fact.changes()) {
                contract = change instanceof ContractChange.Agreed agreed
                        ? Optional.of(new FrameContract(fact.document(), agreed.terms(), Optional.empty()))
                        : contract.map(before -> new FrameContract(before.id, before.terms, Optional.of(fact.date())));
            }
        }
        return contract;
    }

    /** Whether orders may call off on a day. */
    public boolean isOpen(LocalDate day) {
        return terms.validity().contains(day) && ended.map(day::isBefore).orElse(true);
    }

    /** What is left of each item. */
    public ImmutableMap<String, Rational> left(ImmutableMap<String, Rational> calledOff) {
        return terms.lines()
                .toImmutableMap(
                        FrameLine::item,
                        line -> line.most().subtract(calledOff.getIfAbsentValue(line.item(), Rational.ZERO)));
    }

    /**
     * Why an order cannot call off: {@code contract.other-party}, {@code contract.not-valid}, {@code contract.item} for one
     * that is not agreed, {@code contract.price} for another price, {@code contract.exceeded}.
     *
     * @param calledOff what of each item was called off before
     */
    public Optional<Refusal> refusal(Offer offer, LocalDate day, ImmutableMap<String, Rational> calledOff) {
        if (!offer.party().equals(terms.party())) {
            return Optional.of(Refusal.of(
                            OTHER_PARTY,
                            "Frame contract " + id + " is not with party " + offer.party()
                                    + "; call off a contract of its own")
                    .with("contract", id)
                    .with("party", offer.party()));
        }
        if (!isOpen(day)) {
            return Optional.of(Refusal.of(
                            NOT_VALID,
                            "Nothing is called off frame contract " + id + " on " + day
                                    + "; agree on another or order without one")
                    .with("contract", id)
                    .with("date", day));
        }
        MutableMap<String, Rational> left = Maps.mutable.ofMapIterable(left(calledOff));
        return offer.lines()
                .collect(line -> refusal(line, left))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found);
    }

    private Optional<Refusal> refusal(SalesLine line, MutableMap<String, Rational> left) {
        Optional<FrameLine> agreed =
                terms.lines().detectOptional(some -> some.item().equals(line.item()));
        if (agreed.isEmpty()) {
            return Optional.of(Refusal.of(
                            ITEM,
                            "Item " + line.item() + " is not in frame contract " + id
                                    + "; order it without the contract")
                    .with("contract", id)
                    .with("item", line.item()));
        }
        if (!Amounts.canonical(agreed.get().price()).equals(Amounts.canonical(line.unitPrice()))) {
            String price = Amounts.canonical(agreed.get().price());
            return Optional.of(Refusal.of(
                            PRICE,
                            "Frame contract " + id + " has " + line.item() + " at " + price + "; order at that price")
                    .with("contract", id)
                    .with("item", line.item())
                    .with("price", price));
        }
        Rational rest = left.getIfAbsentValue(line.item(), Rational.ZERO);
        Rational after = rest.subtract(line.quantity().number());
        left.put(line.item(), after);
        return after.signum() < 0
                ? Optional.of(Refusal.of(
                                EXCEEDED,
                                line.quantity().number() + " of " + line.item() + " is too much for frame contract "
                                        + id + ", which has " + rest + " left; order less or without the contract")
                        .with("contract", id)
                        .with("item", line.item())
                        .with("asked", line.quantity().number())
                        .with("left", rest))
                : Optional.empty();
    }

    /** The refusal for a contract that is not there: {@code contract.unknown}. */
    public static Refusal unknown(DocumentId id) {
        return Refusal.of(UNKNOWN, "There is no frame contract " + id + "; agree on it first")
                .with("contract", id);
    }
}
