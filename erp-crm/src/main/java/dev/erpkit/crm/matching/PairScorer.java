package dev.erpkit.crm.matching;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.party.Identifier;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Compares two cards, pure. */
final class PairScorer {
    private final MatchModel model;

    PairScorer(MatchModel model) {
        this.model = model;
    }

    DuplicateScore score(MatchCard a, MatchCard b) {
        if (a.party().equals(b.party())) {
            throw new InvalidValueException("DuplicateScore", "second", "match.same-party", "must be another party");
        }
        boolean ordered = a.party().compareTo(b.party()) < 0;
        MatchCard first = ordered ? a : b;
        MatchCard second = ordered ? b : a;
        MutableList<FieldScore> fields = Lists.mutable.empty();
        for (MatchField field : MatchField.values()) {
            MatchModel.Weights weights = model.weights().get(field);
            if (weights != null) {
                Agreement agreement = agreement(field, first, second);
                fields.add(new FieldScore(field, agreement, weights.of(agreement)));
            }
        }
        long weight = fields.sumOfLong(FieldScore::weight);
        Verdict verdict = weight >= model.duplicate()
                ? Verdict.DUPLICATE
                : weight >= model.possible() ? Verdict.POSSIBLE : Verdict.DIFFERENT;
        return new DuplicateScore(first.party(), second.party(), fields.toImmutable(), weight, verdict);
    }

    private Agreement agreement(MatchField field, MatchCard a, MatchCard b) {
        return switch (field) {
            case IDENTIFIER -> identifiers(a.identifiers(), b.identifiers());
            case PERSON -> names(a.person(), b.person(), true);
            case ORGANISATION -> names(a.organisation(), b.organisation(), false);
            case READING -> names(a.reading(), b.reading(), false);
            case EMAIL -> emails(a.emails(), b.emails());
            case PHONE -> values(a.phones(), b.phones());
            case ADDRESS -> addresses(a.addresses(), b.addresses());
        };
    }

    /** Numbers of different schemes tell nothing about each other. */
    private static Agreement identifiers(ImmutableSet<Identifier> a, ImmutableSet<Identifier> b) {
        if (a.anySatisfy(b::contains)) {
            return Agreement.SAME;
        }
        boolean comparable =
                a.anySatisfy(one -> b.anySatisfy(two -> one.scheme().equals(two.scheme())));
        return comparable ? Agreement.DIFFERENT : Agreement.UNKNOWN;
    }

    private Agreement names(Optional<String> a, Optional<String> b, boolean person) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        String one = a.get();
        String two = b.get();
        if (one.equals(two)) {
            return Agreement.SAME;
        }
        boolean similar =
                person && partOf(one, two) || Similarity.jaroWinkler(one, two).compareTo(model.similarity()) >= 0;
        return similar ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    /** Whether all words of one name stand in the other. */
    private static boolean partOf(String one, String two) {
        ImmutableSet<String> a = Lists.immutable.of(one.split(" ")).toImmutableSet();
        ImmutableSet<String> b = Lists.immutable.of(two.split(" ")).toImmutableSet();
        return a.containsAll(b.castToSet()) || b.containsAll(a.castToSet());
    }

    /** The same address; or another one of a domain where not everybody has mail. */
    private Agreement emails(ImmutableSet<String> a, ImmutableSet<String> b) {
        Agreement whole = values(a, b);
        if (whole != Agreement.DIFFERENT) {
            return whole;
        }
        ImmutableSet<String> domains = a.collect(PairScorer::domain).reject(model.publicDomains()::contains);
        return b.anySatisfy(address -> domains.contains(domain(address))) ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private Agreement addresses(ImmutableSet<String> a, ImmutableSet<String> b) {
        Agreement whole = values(a, b);
        if (whole != Agreement.DIFFERENT) {
            return whole;
        }
        boolean similar = a.anySatisfy(one -> b.anySatisfy(two -> one.startsWith(two)
                || two.startsWith(one)
                || Similarity.jaroWinkler(one, two).compareTo(model.similarity()) >= 0));
        return similar ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    private static Agreement values(ImmutableSet<String> a, ImmutableSet<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return a.anySatisfy(b::contains) ? Agreement.SAME : Agreement.DIFFERENT;
    }
}
