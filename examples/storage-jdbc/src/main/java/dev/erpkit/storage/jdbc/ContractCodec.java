package dev.erpkit.storage.jdbc;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.contract.ContractChange.Agreed;
import dev.erpkit.crm.sales.contract.ContractChange.Ended;
import dev.erpkit.crm.sales.contract.FrameLine;
import dev.erpkit.crm.sales.contract.FrameTerms;
import dev.erpkit.storage.jdbc.SalesTable.Cells;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** What happens to frame contracts as rows; a range without a bound has no day there. */
final class ContractCodec implements SalesCodec<ContractChange> {
    @Override
    public void write(SalesRows rows, ContractChange change) {
        if (change instanceof Agreed some) {
            FrameTerms terms = some.terms();
            DateRange days = terms.validity();
            rows.change
                    .with("kind", "AGREED")
                    .with("valid_from", Optional.of(days.startInclusive()).filter(d -> days.hasStart()))
                    .with("valid_through", Optional.of(days.lastDay()).filter(d -> days.hasEnd()));
            OfferRows.currency(rows.change, terms.lines().getFirst().price().getCurrency());
            terms.lines()
                    .forEach(line -> rows.lines.add(Cells.empty()
                            .with("item", line.item())
                            .with("quantity", line.most().toString())
                            .with("unit_price", OfferRows.decimal(line.price()))));
        } else {
            rows.change.with("kind", "ENDED");
        }
    }

    @Override
    public ContractChange read(SalesRows rows, PartyId party) {
        Cells cells = rows.change;
        if (cells.text("kind").equals("ENDED")) {
            return new Ended();
        }
        CurrencyUnit currency = OfferRows.currency(cells);
        DateRange days = DateRange.of(
                cells.day("valid_from").orElse(LocalDate.MIN),
                cells.day("valid_through").map(day -> day.plusDays(1)).orElse(LocalDate.MAX));
        return new Agreed(new FrameTerms(
                party,
                days,
                rows.lines
                        .toImmutable()
                        .collect(line -> new FrameLine(
                                line.text("item"),
                                Rational.parse(line.text("quantity")),
                                OfferRows.amount(line.text("unit_price"), currency)))));
    }
}
