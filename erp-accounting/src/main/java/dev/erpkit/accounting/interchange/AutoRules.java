package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;

/** The auto posting rules met so far, and what they add to a transaction. */
final class AutoRules {
    private record Added(int account, PostingKind kind, boolean multiplied, BigDecimal number, int commodity) {}

    private record Rule(Pattern pattern, MutableList<Added> postings, MutableIntObjectMap<Boolean> verdicts) {}

    private final Accounts accounts;
    private final MutableList<Rule> rules = Lists.mutable.empty();

    AutoRules(Accounts accounts) {
        this.accounts = accounts;
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * Adds a rule, which counts from here on.
     *
     * @throws Malformed when hledger and Ledger would apply it to different postings
     */
    void add(AutoRule rule, int[] commodities, long[] places) {
        Pattern pattern = rule.compiled();
        for (Rule earlier : rules) {
            for (Added posting : earlier.postings()) {
                if (pattern.matcher(accounts.name(posting.account())).find()) {
                    throw new Malformed(
                            JournalCodes.UNSUPPORTED,
                            "the rule matches '" + accounts.name(posting.account())
                                    + "', to which an earlier rule posts; let no rule match what another adds");
                }
            }
        }
        for (int account = 0; account < accounts.size(); account++) {
            if (accounts.isPosted(account)
                    && pattern.matcher(accounts.name(account)).find()) {
                throw new Malformed(
                        JournalCodes.UNSUPPORTED,
                        "the rule stands below a transaction that it matches, with '" + accounts.name(account)
                                + "'; put it above all of them");
            }
        }
        MutableList<Added> added = Lists.mutable.empty();
        for (int i = 0; i < places.length; i++) {
            AutoPosting posting = rule.postings().get(i);
            added.add(new Added(
                    accounts.number(posting.account(), places[i]),
                    posting.kind(),
                    posting.multiplied(),
                    posting.amount().quantity(),
                    commodities[i]));
        }
        rules.add(new Rule(pattern, added, IntObjectMaps.mutable.empty()));
    }

    /** Adds what the rules say to a complete transaction; tells whether any of it takes part in its balance. */
    boolean apply(RawTransaction t) {
        int written = t.size;
        boolean balances = false;
        for (Rule rule : rules) {
            for (int i = 0; i < written; i++) {
                if (matches(rule, t.accounts[i])) {
                    balances |= apply(rule, t, i);
                }
            }
        }
        return balances;
    }

    private boolean matches(Rule rule, int account) {
        return rule.verdicts()
                .getIfAbsentPut(
                        account,
                        () -> rule.pattern().matcher(accounts.name(account)).find());
    }

    private static boolean apply(Rule rule, RawTransaction t, int matched) {
        boolean balances = false;
        for (Added posting : rule.postings()) {
            if (posting.multiplied() && t.hasCosts && t.costs.has(matched)) {
                throw new Malformed(
                        JournalCodes.UNSUPPORTED,
                        t.lines[matched],
                        "an auto posting would multiply an amount that has a cost; write the posting out");
            }
            BigDecimal number =
                    posting.multiplied() ? t.amounts.value(matched).multiply(posting.number()) : posting.number();
            int commodity =
                    posting.commodity() == AmountColumn.NONE ? t.amounts.commodities[matched] : posting.commodity();
            int i = t.add(posting.account(), posting.kind(), TransactionStatus.UNMARKED, t.lines[matched]);
            t.amounts.set(i, number, commodity);
            balances |= posting.kind() != PostingKind.VIRTUAL;
        }
        return balances;
    }
}
