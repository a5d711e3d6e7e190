package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.bank.Suggestion.Reason;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.factory.primitive.IntSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.api.set.primitive.MutableIntSet;

/** Scores what one line may be about. */
final class LineScoring {
    /** More candidates of one reference or amount tell nothing apart. */
    private static final int MOST_ALIKE = 64;

    /** Of a party the first so many items are looked at. */
    private static final int MOST_OF_PARTY = 256;

    private static final int MOST_SUGGESTIONS = 5;
    private static final int NEAR_DAYS = 7;
    private static final int OFTEN = 3;

    private static final Comparator<Suggestion> BEST_FIRST = Comparator.comparing((Suggestion s) -> -s.score())
            .thenComparing(s -> s.targets().makeString())
            .thenComparing(Suggestion::party);

    private final CandidateIndex index;
    private final ScoringPolicy policy;
    private final BankLine line;
    private final Optional<BankRule> rule;
    private final Associations learned;
    private final CurrencyUnit currency;
    private final long amount;
    private final String name;
    private final MutableIntSet referenced = IntSets.mutable.empty();
    private final MutableIntSet candidates = IntSets.mutable.empty();
    private final MutableIntObjectMap<Set<Criterion>> parties = IntObjectMaps.mutable.empty();
    private int habit;

    LineScoring(
            CandidateIndex index, ScoringPolicy policy, BankLine line, Optional<BankRule> rule, Associations learned) {
        this.index = index;
        this.policy = policy;
        this.line = line;
        this.rule = rule;
        this.learned = learned;
        this.currency = line.amount().getCurrency();
        this.amount = Amounts.minor(line.amount());
        this.name = line.counterparty().name().map(index.form()::normalise).orElse("");
    }

    /** The suggestions, the best first, also those below the threshold. */
    ImmutableList<Suggestion> suggestions() {
        findReferences();
        findParties();
        candidates.addAll(referenced);
        for (long off = -policy.toleranceMinor(); off <= 0; off++) {
            index.forEachOfAmount(currency, amount + off, MOST_ALIKE, candidates::add);
            index.forEachOfAmount(currency, amount - off, MOST_ALIKE, candidates::add);
        }
        MutableList<Suggestion> found = Lists.mutable.empty();
        parties.keySet().forEach(party -> index.forEachOfParty(party, MOST_OF_PARTY, candidates::add));
        candidates.toSortedList().forEach(number -> single(number).ifPresent(found::add));
        together(found);
        if (found.noneSatisfy(s -> s.because(Criterion.AMOUNT))) {
            parties.keySet().toSortedList().forEach(party -> sums(party, found));
        }
        if (found.isEmpty()) {
            parties.keySet().toSortedList().forEach(party -> found.add(onAccount(party)));
        }
        return found.sortThis(BEST_FIRST).take(MOST_SUGGESTIONS).toImmutable();
    }

    private void findReferences() {
        String folded = Words.fold(line.text());
        MutableIntSet maybe = IntSets.mutable.empty();
        Words.runs(folded, hash -> {
            index.forEachReferenced(hash, MOST_ALIKE, maybe::add);
            index.forEachOfDigits(hash, MOST_ALIKE, maybe::add);
        });
        if (maybe.notEmpty()) {
            String bare = Words.bare(line.text());
            maybe.select(number ->
                            comparable(number) && index.namedAs(number, bare).isPresent())
                    .forEach(referenced::add);
        }
    }

    private void findParties() {
        line.counterparty()
                .account()
                .ifPresent(account -> index.forEachOfAccount(account, party -> evidence(party, Criterion.ACCOUNT)));
        index.forEachOfName(name, party -> evidence(party, Criterion.NAME));
        if (name.isEmpty()) {
            index.forEachOfName(index.form().normalise(line.text()), party -> evidence(party, Criterion.NAME));
        }
        if (rule.isPresent() && rule.get().action() instanceof BankRule.OfParty of) {
            evidence(index.party(of.party()), Criterion.RULE);
        }
        if (!learned.isEmpty()) {
            for (String key : Association.keys(line, index.form())) {
                learned.of(key).forEachKeyValue((party, times) -> {
                    habit = Math.max(habit, Math.min(times, OFTEN));
                    evidence(index.party(party), Criterion.LEARNED);
                });
            }
        }
    }

    private void evidence(int party, Criterion criterion) {
        if (party >= 0) {
            parties.getIfAbsentPut(party, () -> EnumSet.noneOf(Criterion.class)).add(criterion);
        }
    }

    private boolean comparable(int number) {
        Candidate candidate = index.candidate(number);
        return candidate.currency().equals(currency) && Long.signum(candidate.amountMinor()) == Long.signum(amount);
    }

    /** One candidate, where its amount or a reference speaks for it. */
    private Optional<Suggestion> single(int number) {
        if (!comparable(number)) {
            return Optional.empty();
        }
        Candidate candidate = index.candidate(number);
        MutableList<Reason> reasons = Lists.mutable.empty();
        if (referenced.contains(number)) {
            index.namedAs(number, Words.bare(line.text())).ifPresent(criterion -> add(reasons, criterion));
        }
        amountOf(candidate).ifPresent(criterion -> add(reasons, criterion));
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        partyOf(index.party(number), reasons);
        if (Math.abs(ChronoUnit.DAYS.between(candidate.due(), line.date())) <= NEAR_DAYS) {
            add(reasons, Criterion.DATE);
        }
        return Optional.of(suggestion(candidate.party(), Lists.immutable.of(candidate), reasons));
    }

    private Optional<Criterion> amountOf(Candidate candidate) {
        if (candidate.amountMinor() == amount) {
            return Optional.of(Criterion.AMOUNT);
        }
        boolean discounted = candidate
                .discount()
                .map(d -> d.amountMinor() == amount && !line.date().isAfter(d.until()))
                .orElse(false);
        if (discounted) {
            return Optional.of(Criterion.DISCOUNTED_AMOUNT);
        }
        return Math.abs(candidate.amountMinor() - amount) <= policy.toleranceMinor()
                ? Optional.of(Criterion.NEAR_AMOUNT)
                : Optional.empty();
    }

    private void partyOf(int party, MutableList<Reason> reasons) {
        Set<Criterion> evidence = parties.getIfAbsent(party, () -> EnumSet.noneOf(Criterion.class));
        for (Criterion criterion : evidence) {
            if (criterion == Criterion.LEARNED) {
                add(reasons, criterion, policy.weight(criterion) * habit / OFTEN);
            } else {
                add(reasons, criterion);
            }
        }
        boolean resembles = !evidence.contains(Criterion.NAME)
                && !name.isEmpty()
                && index.names(party).anySatisfy(other -> Likeness.of(name, other) >= Likeness.ENOUGH);
        if (resembles) {
            add(reasons, Criterion.SIMILAR_NAME);
        }
    }

    /** All that the text names, where it is worth the amount together. */
    private void together(MutableList<Suggestion> found) {
        if (referenced.size() < 2) {
            return;
        }
        ImmutableList<Candidate> all =
                referenced.toSortedList().collect(index::candidate).toImmutable();
        boolean onePartyOnly = all.collect(Candidate::party).distinct().size() == 1;
        if (onePartyOnly && all.sumOfLong(Candidate::amountMinor) == amount) {
            MutableList<Reason> reasons = Lists.mutable.empty();
            add(reasons, Criterion.REFERENCE);
            add(reasons, Criterion.AMOUNT);
            partyOf(index.party(all.getFirst().party()), reasons);
            found.add(suggestion(all.getFirst().party(), all, reasons));
        }
    }

    /** Items of a party that together are worth the amount; two such sets are equally good. */
    private void sums(int party, MutableList<Suggestion> found) {
        MutableList<Candidate> own = Lists.mutable.empty();
        index.forEachOfParty(party, MOST_OF_PARTY, number -> {
            Candidate candidate = index.candidate(number);
            if (candidate.currency().equals(currency) && candidate.target() instanceof MatchTarget.Item) {
                own.add(candidate);
            }
        });
        ImmutableList<Candidate> few = own.take(policy.mostItems()).toImmutable();
        long[] amounts = few.collectLong(Candidate::amountMinor).toArray();
        for (int[] places : Sums.of(amounts, amount)) {
            MutableList<Candidate> targets = Lists.mutable.empty();
            for (int place : places) {
                targets.add(few.get(place));
            }
            MutableList<Reason> reasons = Lists.mutable.empty();
            add(reasons, Criterion.AMOUNT);
            partyOf(party, reasons);
            found.add(suggestion(targets.getFirst().party(), targets.toImmutable(), reasons));
        }
    }

    private Suggestion onAccount(int party) {
        MutableList<Reason> reasons = Lists.mutable.empty();
        partyOf(party, reasons);
        int[] any = {-1};
        index.forEachOfParty(party, 1, number -> any[0] = number);
        PartyId id = index.partyId(party, any[0]);
        return suggestion(id, Lists.immutable.empty(), reasons);
    }

    private void add(MutableList<Reason> reasons, Criterion criterion) {
        add(reasons, criterion, policy.weight(criterion));
    }

    private static void add(MutableList<Reason> reasons, Criterion criterion, int weight) {
        if (weight != 0) {
            reasons.add(new Reason(criterion, weight));
        }
    }

    private static Suggestion suggestion(PartyId party, ImmutableList<Candidate> targets, MutableList<Reason> reasons) {
        int score = 0;
        for (Reason reason : reasons) {
            score += reason.weight();
        }
        return new Suggestion(party, targets, score, reasons.toImmutable());
    }
}
