package dev.erpkit.crm.matching;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.set.ImmutableSet;
import org.immutables.value.Value;

/**
 * What agreement and disagreement in each field is worth, and from where on that makes a duplicate. The weights are data: hosts
 * that have counted their own pairs put theirs in.
 */
@ErpValue
@Value.Immutable
public sealed interface MatchModel permits ImmutableMatchModel {
    /**
     * What the levels of agreement in a field are worth, in ten-thousandths of a bit.
     *
     * @param same when the values are the same, not below zero
     * @param similar when they are nearly the same, at most as much as the same
     * @param different when they differ, not above zero
     */
    record Weights(long same, long similar, long different) {
        /** Checks the order: {@code match.weights}. */
        public Weights {
            if (same < 0 || similar > same || different > Math.min(0, similar)) {
                throw new InvalidValueException(
                        "Weights",
                        "same",
                        "match.weights",
                        "must fall from same over similar to different, around zero");
            }
        }

        /**
         * By how often records of one party and of two are the same, are nearly the same.
         *
         * @param sameM how often records of one party are the same
         * @param sameU how often records of two are
         * @param similarM how often records of one party are nearly the same
         * @param similarU how often records of two are
         */
        public static Weights of(String sameM, String sameU, String similarM, String similarU) {
            Rational differM = Rational.parse(sameM).add(Rational.parse(similarM));
            Rational differU = Rational.parse(sameU).add(Rational.parse(similarU));
            return new Weights(
                    evidence(true, Rational.parse(sameM), Rational.parse(sameU)),
                    evidence(true, Rational.parse(similarM), Rational.parse(similarU)),
                    evidence(false, differM, differU));
        }

        private static long evidence(boolean agrees, Rational m, Rational u) {
            return new FellegiSunter.Evidence(agrees, m, u).weight();
        }

        long of(Agreement agreement) {
            return switch (agreement) {
                case SAME -> same;
                case SIMILAR -> similar;
                case DIFFERENT -> different;
                case UNKNOWN -> 0;
            };
        }
    }

    /** The stable name. */
    String name();

    /** The weights of the fields; a field without weights is not compared. */
    ImmutableMap<MatchField, Weights> weights();

    /** From this sum on somebody should look. */
    long possible();

    /** From this sum on two parties are one. */
    long duplicate();

    /** From this Jaro-Winkler similarity on names are nearly the same. */
    Rational similarity();

    /** Domains where everybody has mail: to share one tells nothing. */
    ImmutableSet<String> publicDomains();

    /** Enforces the declared constraints, and the order of the thresholds: {@code match.thresholds}. */
    @Value.Check
    default void check() {
        Constraints.check("MatchModel", this);
        if (possible() <= 0 || duplicate() < possible()) {
            throw new InvalidValueException(
                    "MatchModel", "possible", "match.thresholds", "must be above zero and not above the other one");
        }
    }

    /**
     * For customer data: names alone make no duplicate, a name and a way to reach the party do. The weights are of shares that
     * are plain assumptions, such as that 1 in 10,000 pairs shares a name.
     */
    static MatchModel standard() {
        return builder()
                .name("standard")
                .weights(Maps.immutable
                        .of(
                                MatchField.IDENTIFIER, Weights.of("0.98", "0.000001", "0.001", "0.001"),
                                MatchField.PERSON, Weights.of("0.80", "0.0001", "0.15", "0.002"),
                                MatchField.ORGANISATION, Weights.of("0.80", "0.0002", "0.12", "0.004"))
                        .newWithKeyValue(MatchField.READING, Weights.of("0.85", "0.0005", "0.10", "0.004"))
                        .newWithKeyValue(MatchField.EMAIL, Weights.of("0.70", "0.00001", "0.10", "0.001"))
                        .newWithKeyValue(MatchField.PHONE, Weights.of("0.70", "0.00005", "0.05", "0.001"))
                        .newWithKeyValue(MatchField.ADDRESS, Weights.of("0.60", "0.0002", "0.15", "0.002")))
                .possible(100_000)
                .duplicate(200_000)
                .similarity(Rational.of(92, 100))
                .publicDomains(PUBLIC_DOMAINS)
                .build();
    }

    /** For leads that just came in: whatever they have in common is worth a look, and nothing speaks against. */
    static MatchModel leads() {
        Weights any = new Weights(100_000, 0, 0);
        Weights nearly = new Weights(100_000, 50_000, 0);
        return builder()
                .name("leads")
                .weights(Maps.immutable
                        .of(
                                MatchField.IDENTIFIER, any,
                                MatchField.PERSON, nearly,
                                MatchField.ORGANISATION, any,
                                MatchField.EMAIL, nearly)
                        .newWithKeyValue(MatchField.PHONE, any))
                .possible(50_000)
                .duplicate(200_000)
                .similarity(Rational.of(92, 100))
                .publicDomains(PUBLIC_DOMAINS)
                .build();
    }

    /** Where everybody has mail. */
    ImmutableSet<String> PUBLIC_DOMAINS = Sets.immutable.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.co.jp",
            "outlook.com",
            "outlook.jp",
            "hotmail.com",
            "hotmail.co.jp",
            "live.com",
            "live.jp",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "mail.ru",
            "qq.com",
            "163.com",
            "proton.me",
            "protonmail.com",
            "docomo.ne.jp",
            "ezweb.ne.jp",
            "au.com",
            "softbank.ne.jp",
            "i.softbank.jp",
            "nifty.com",
            "biglobe.ne.jp",
            "ocn.ne.jp");

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a model. */
    final class Builder extends ImmutableMatchModel.Builder {
        Builder() {}
    }
}
