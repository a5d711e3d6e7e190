package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What the books hear of a charge that comes when the period of the goods is closed. */
final class StockPeriodReader {
    private StockPeriodReader() {}

    /** A receipt, its issue, and a charge that comes when their period is closed. */
    static void closedPeriod(Case current) {
        if (current.given().has("inventory_closed_until")) {
            current.requireGiven("receipt", "issue", "charge", "inventory_closed_until");
        } else {
            current.requireGiven("receipt", "issue", "charge");
        }
        current.expect().requireNames("journals");
        Field given = current.given();
        Field receipt = given.at("receipt");
        Field issue = given.at("issue");
        Field charge = given.at("charge");
        if (!charge.at("of").text().equals("receipt")) {
            throw new UnsupportedCaseException("a charge on something else");
        }
        Cost.Each cost = Cost.each(receipt.at("unit_cost").decimal(), StockShortReaders.EURO);
        ImmutableList<StockEvent> before = Lists.immutable.of(
                new StockEvent.Receipt(
                        1, time(receipt, "at"), StockShortReaders.A, quantity(receipt), Optional.of(cost)),
                new StockEvent.Issue(2, time(issue, "at"), StockShortReaders.A, quantity(issue)));
        ImmutableList<StockEvent> after = before.newWith(new StockEvent.LandedCost(
                3,
                time(charge, "recorded"),
                Lists.immutable.of(1L),
                StockShortReaders.minor(charge.at("amount")),
                LandedCostBasis.QUANTITY));
        ValuationPolicy policy = ValuationPolicy.of(ValuationMethod.FIFO);
        ImmutableList<StockDelta> told = StockDelta.of(
                StockPostings.perpetual(before, StockShortReaders.value(before, policy)),
                Lists.immutable.empty(),
                LocalDate.MIN);
        LocalDate open = given.find("inventory_closed_until")
                .map(until -> until.date().plusDays(1))
                .orElse(LocalDate.MIN);
        ImmutableList<StockDelta> deltas =
                StockDelta.of(StockPostings.perpetual(after, StockShortReaders.value(after, policy)), told, open);
        int lines = 0;
        for (Field journal : current.expect().at("journals").elements()) {
            LocalDate effective = journal.at("effective").date();
            LocalDate posted = journal.at("posted").date();
            for (Field line : journal.at("lines").elements()) {
                StockRole role = role(line.at("account"));
                BigDecimal sum = StockShortReaders.decimal(deltas.select(d -> d.role() == role
                                && d.effective().equals(effective)
                                && d.posted().equals(posted))
                        .sumOfLong(StockDelta::minor));
                boolean debit = line.has("debit");
                current.differences().number(line.at(debit ? "debit" : "credit"), debit ? sum : sum.negate());
                lines++;
            }
        }
        current.differences().same(current.expect(), lines, deltas.size());
    }

    private static StockRole role(Field account) {
        return switch (account.text()) {
            case "STOCK", "INVENTORY" -> StockRole.STOCK;
            case "CHARGE_PAYABLE", "CHARGES" -> StockRole.CHARGES;
            case "COGS" -> StockRole.COST_OF_GOODS;
            case "GRNI" -> StockRole.GOODS_RECEIVED;
            case "VARIANCE" -> StockRole.VARIANCE;
            default -> throw new UnsupportedCaseException("account " + account.text());
        };
    }

    private static LocalDateTime time(Field f, String name) {
        return f.at(name).date().atStartOfDay();
    }

    private static Rational quantity(Field f) {
        return Rational.parse(f.at("qty").text());
    }
}
