package dev.erpkit.accounting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.value.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ChartProperties {
    private static final int NONE = 12;

    private static Account account(int id, int parent) {
        Account.Builder account = Account.builder().id("a" + id).name("n").accountClass(AccountClass.ASSET);
        if (parent != NONE) {
            account.parent("a" + parent);
        }
        return account.build();
    }

    private static List<Account> accounts(List<Integer> parents) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            accounts.add(account(i, parents.get(i)));
        }
        return accounts;
    }

    /** Walks up from an account as long as it is new to the walk. */
    private static boolean endsInARoot(List<Integer> parents, int start) {
        Set<Integer> seen = new HashSet<>();
        int at = start;
        while (at != NONE && at < parents.size() && seen.add(at)) {
            at = parents.get(at);
        }
        return at == NONE;
    }

    @Property(tries = 1000)
    void a_chart_exists_exactly_when_every_account_leads_to_a_root(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = NONE) Integer> parents) {
        boolean forest = true;
        for (int i = 0; i < parents.size(); i++) {
            forest &= endsInARoot(parents, i);
        }
        boolean accepted = true;
        try {
            Chart.of(accounts(parents));
        } catch (InvalidValueException e) {
            accepted = false;
            assertThat(e.has("chart.cycle") || e.has("chart.unknown-parent")).isTrue();
        }
        assertThat(accepted).isEqualTo(forest);
    }

    @Property
    void the_order_in_which_accounts_are_given_does_not_matter(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 7) Integer> picks, @ForAll long seed) {
        List<Integer> parents = new ArrayList<>();
        for (int i = 0; i < picks.size(); i++) {
            parents.add(picks.get(i) < i ? picks.get(i) : NONE);
        }
        List<Account> shuffled = accounts(parents);
        Collections.shuffle(shuffled, new Random(seed));
        Chart chart = Chart.of(accounts(parents));
        assertThat(Chart.of(shuffled).accounts()).isEqualTo(chart.accounts());
        for (Account account : chart.accounts()) {
            account.parent().ifPresent(parent -> {
                assertThat(chart.children(parent)).contains(account);
                assertThat(chart.isWithin(account.id(), parent)).isTrue();
                assertThat(chart.isWithin(parent, account.id())).isFalse();
            });
        }
    }
}
