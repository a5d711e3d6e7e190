package dev.erpkit.accounting.bank;

import dev.erpkit.core.party.PartyId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.ListIterable;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;

/**
 * Everything that lines may be about, found by amount, reference and party. Built once for a run and never changed; safe for
 * threads to read.
 */
public final class CandidateIndex {
    /** References of fewer letters and digits say nothing. */
    private static final int SHORTEST = 3;

    /** From this length on a reference stands for itself. */
    private static final int SURE = 5;

    private final Candidate[] all;
    private final int[] partyOf;
    private final NameForm form;
    private final MutableObjectIntMap<PartyId> parties = ObjectIntMaps.mutable.empty();
    private final Chains byAmount;
    private final Chains byReference;
    private final Chains byDigits;
    private final Chains byParty;
    private final Chains byName;
    private final Chains byAccount;
    private final ImmutableList<PartyNames> names;
    private final int[] namesOf;

    /**
     * An index over candidates.
     *
     * @param candidates in an order that does not change from run to run
     * @param names how their parties may appear on a statement
     * @param form the form of names
     */
    public CandidateIndex(ListIterable<Candidate> candidates, ImmutableList<PartyNames> names, NameForm form) {
        this.all = candidates.toArray(new Candidate[candidates.size()]);
        this.names = names;
        this.form = form;
        this.partyOf = new int[all.length];
        this.byAmount = new Chains(all.length);
        this.byReference = new Chains(all.length);
        this.byDigits = new Chains(all.length);
        this.byParty = new Chains(1_000);
        this.byName = new Chains(names.size());
        this.byAccount = new Chains(names.size());
        for (int i = 0; i < all.length; i++) {
            add(i, all[i]);
        }
        for (PartyNames known : names) {
            int party = parties.getIfAbsentPut(known.party(), parties.size());
            known.names().collect(form::normalise).forEach(name -> addName(name, party));
            known.accounts().forEach(account -> byAccount.add(Words.hash(account), party));
        }
        this.namesOf = new int[parties.size()];
        Arrays.fill(namesOf, -1);
        for (int i = 0; i < names.size(); i++) {
            namesOf[parties.get(names.get(i).party())] = i;
        }
    }

    private void addName(String name, int party) {
        if (name.length() >= SHORTEST) {
            byName.add(Words.hash(name), party);
        }
    }

    private void add(int number, Candidate candidate) {
        int party = parties.getIfAbsentPut(candidate.party(), parties.size());
        partyOf[number] = party;
        byParty.add(party, number);
        byAmount.add(amountKey(candidate.currency(), candidate.amountMinor()), number);
        candidate.discount().ifPresent(d -> byAmount.add(amountKey(candidate.currency(), d.amountMinor()), number));
        for (String reference : candidate.references()) {
            String bare = Words.bare(reference);
            if (bare.length() >= SHORTEST) {
                byReference.add(Words.hash(bare), number);
                String digits = Words.digits(bare);
                if (!digits.isEmpty()) {
                    byDigits.add(Words.hash(digits), number);
                }
            }
        }
    }

    private static long amountKey(CurrencyUnit currency, long minor) {
        return minor * 0x9E3779B97F4A7C15L + currency.getCurrencyCode().hashCode();
    }

    /** How many candidates there are. */
    public int size() {
        return all.length;
    }

    Candidate candidate(int number) {
        return all[number];
    }

    int party(int number) {
        return partyOf[number];
    }

    NameForm form() {
        return form;
    }

    int party(PartyId id) {
        return parties.getIfAbsent(id, -1);
    }

    /** The names of a party in their form, none when none are known. */
    ImmutableList<String> names(int party) {
        int at = namesOf[party];
        return at < 0 ? Lists.immutable.empty() : names.get(at).names().collect(form::normalise);
    }

    PartyId partyId(int party, int anyOfIts) {
        return anyOfIts >= 0 ? all[anyOfIts].party() : names.get(namesOf[party]).party();
    }

    /** Candidates of an amount, which may be one less a discount; at most so many. */
    void forEachOfAmount(CurrencyUnit currency, long minor, int most, IntConsumer sink) {
        forEach(byAmount, amountKey(currency, minor), most, sink);
    }

    /** Candidates of a party, in their order; at most so many. */
    void forEachOfParty(int party, int most, IntConsumer sink) {
        forEach(byParty, party, most, sink);
    }

    /** Parties that may have an account. */
    void forEachOfAccount(String account, IntConsumer sink) {
        forEach(byAccount, Words.hash(account), 8, party -> {
            if (namesOf[party] >= 0 && names.get(namesOf[party]).accounts().contains(account)) {
                sink.accept(party);
            }
        });
    }

    /** Parties of a name in its form. */
    void forEachOfName(String name, IntConsumer sink) {
        if (name.length() >= SHORTEST) {
            forEach(byName, Words.hash(name), 8, party -> {
                if (names(party).contains(name)) {
                    sink.accept(party);
                }
            });
        }
    }

    /** Candidates whose reference may be the run of words with this hash. */
    void forEachReferenced(long hash, int most, IntConsumer sink) {
        forEach(byReference, hash, most, sink);
    }

    /** Candidates the digits of whose reference may be the run of words with this hash. */
    void forEachOfDigits(long hash, int most, IntConsumer sink) {
        forEach(byDigits, hash, most, sink);
    }

    /**
     * How a text names a candidate, if it does: two texts may have one hash.
     *
     * @param bare the text's letters and digits
     */
    Optional<Criterion> namedAs(int number, String bare) {
        Optional<Criterion> found = Optional.empty();
        for (String reference : all[number].references()) {
            String own = Words.bare(reference);
            if (own.length() >= SHORTEST && bare.contains(own)) {
                if (isSure(own)) {
                    return Optional.of(Criterion.REFERENCE);
                }
                found = Optional.of(Criterion.WEAK_REFERENCE);
            } else if (!Words.digits(own).isEmpty() && bare.contains(Words.digits(own))) {
                found = Optional.of(Criterion.WEAK_REFERENCE);
            }
        }
        return found;
    }

    /** A word alone may be in any text. */
    private static boolean isSure(String reference) {
        return reference.length() >= SURE && reference.chars().anyMatch(Character::isDigit);
    }

    private static void forEach(Chains chains, long key, int most, IntConsumer sink) {
        int left = most;
        for (int at = chains.first(key); at >= 0 && left > 0; at = chains.next(at), left--) {
            sink.accept(chains.value(at));
        }
    }
}
