package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.cashtax.CashTaxDocument;
import dev.erpkit.accounting.cashtax.CashTaxLine;
import dev.erpkit.accounting.cashtax.CashTaxPolicy;
import dev.erpkit.accounting.cashtax.Exigibility;
import dev.erpkit.accounting.cashtax.Settlement;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Documents whose taxes are owed on payment, and how they are paid: in any split, now and then taken back. */
public final class SettlementArbitraries {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private SettlementArbitraries() {}

    /**
     * A document and its settlements.
     *
     * @param document the document
     * @param totalMinor what there was to settle
     * @param settlements what was settled, never more than all and never less than nothing
     * @param book the currency of the book
     */
    public record Settled(
            CashTaxDocument document, long totalMinor, ImmutableList<Settlement> settlements, CurrencyUnit book) {}

    /** Invoices and credit notes of up to four taxes, with up to eight settlements. */
    public static Arbitrary<Settled> settled() {
        Arbitrary<CashTaxLine> lines = Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 300_000),
                        Arbitraries.longs().between(1, 7),
                        Arbitraries.of(Exigibility.class),
                        Arbitraries.of("A", "B", "C"))
                .as((base, tax, rate, exigibility, code) ->
                        new CashTaxLine(code, "box-" + code, exigibility, base, tax, base * rate / 3, tax * rate / 3));
        return Combinators.combine(
                        lines.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.longs().between(1, 2_000_000),
                        Arbitraries.integers().between(0, 1_000).list().ofMaxSize(8),
                        Arbitraries.of(CashTaxPolicy.Rate.class),
                        Arbitraries.of(true, false))
                .as(SettlementArbitraries::settled);
    }

    private static Settled settled(
            List<CashTaxLine> lines, long total, List<Integer> steps, CashTaxPolicy.Rate rate, boolean creditNote) {
        int sign = creditNote ? -1 : 1;
        CashTaxDocument.Builder document = CashTaxDocument.builder();
        document.source(SourceDocument.of("kit", "invoice", "1"))
                .date(DAY)
                .currency(Amounts.currency("EUR"))
                .policy(CashTaxPolicy.standard().at(rate));
        document.item(ItemId.of("invoice", 0));
        lines.forEach(line -> document.add(creditNote ? negate(line) : line));
        MutableList<Settlement> settlements = Lists.mutable.empty();
        long settled = 0;
        for (int step : steps) {
            // to a level of per mille of the total: above the level of now a payment, below it one taken back
            long level = Math.floorDiv(total * step, 1_000);
            if (level != settled) {
                settlements.add(settlement(settlements.size(), sign * (level - settled), level < settled));
            }
            settled = level;
        }
        return new Settled(document.build(), sign * total, settlements.toImmutable(), Amounts.currency("USD"));
    }

    private static Settlement settlement(int number, long minor, boolean undone) {
        return new Settlement(
                MatchId.of("match-" + number), Optional.empty(), DAY.plusDays(number), undone, minor, minor * 5 / 4);
    }

    private static CashTaxLine negate(CashTaxLine line) {
        return new CashTaxLine(
                line.code(),
                line.box(),
                line.exigibility(),
                -line.baseMinor(),
                -line.taxMinor(),
                -line.bookBaseMinor(),
                -line.bookTaxMinor());
    }
}
