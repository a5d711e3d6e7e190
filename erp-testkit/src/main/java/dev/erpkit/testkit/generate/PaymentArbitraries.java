package dev.erpkit.testkit.generate;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Histories of payments as commands: what a desk does in some days. */
public final class PaymentArbitraries {
    private PaymentArbitraries() {}

    /** What is done. */
    public enum What {
        /** An invoice is issued. */
        INVOICE,
        /** A receipt is recorded, oldest invoice first. */
        RECEIVE,
        /** A receipt is recorded for one invoice, settled or not. */
        RECEIVE_FOR_ONE,
        /** A receipt is recorded on account. */
        ADVANCE,
        /** An advance is applied. */
        APPLY,
        /** The bank books a payment. */
        CLEAR,
        /** A payment comes to nothing. */
        FAIL
    }

    /**
     * One command; many of them are refused, which must change nothing.
     *
     * @param what what is done
     * @param day how many days after the first
     * @param minor an amount above zero, in minor units
     * @param pick which of the things there are, whatever their number
     * @param foreign whether in another currency than the base currency
     */
    public record Deed(What what, int day, long minor, int pick, boolean foreign) {}

    /** Up to twenty commands on days that do not go back. */
    public static Arbitrary<List<Deed>> histories() {
        Arbitrary<Deed> deed = Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(1L, 99L, 5000L, 9900L, 10000L, 10100L),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 3).map(n -> n == 0))
                .as(Deed::new);
        return deed.list().ofMaxSize(20).map(deeds -> {
            int[] day = {0};
            return deeds.stream()
                    .map(d -> new Deed(d.what(), day[0] += d.day(), d.minor(), d.pick(), d.foreign()))
                    .toList();
        });
    }
}
