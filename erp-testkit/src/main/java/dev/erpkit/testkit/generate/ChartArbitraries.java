package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Charts of accounts. */
public final class ChartArbitraries {
    private static final Chart SMALL = Chart.of(
            heading("1", AccountClass.ASSET),
            leaf("1000", "Cash", AccountClass.ASSET, "1").tag("cash").build(),
            leaf("1010", "Bank", AccountClass.ASSET, "1").tag("cash").build(),
            leaf("1100", "Receivables", AccountClass.ASSET, "1")
                    .control(ControlKind.RECEIVABLE)
                    .build(),
            leaf("1200", "Equipment", AccountClass.ASSET, "1").build(),
            leaf("1290", "Accumulated depreciation", AccountClass.ASSET, "1")
                    .normalSide(Side.CREDIT)
                    .build(),
            leaf("1900", "Currency trading", AccountClass.ASSET, "1").build(),
            leaf("2100", "Payables", AccountClass.LIABILITY, null)
                    .control(ControlKind.PAYABLE)
                    .build(),
            leaf("2200", "Tax payable", AccountClass.LIABILITY, null).build(),
            leaf("3000", "Capital", AccountClass.EQUITY, null).build(),
            leaf("3900", "Retained earnings", AccountClass.EQUITY, null)
                    .tag("retained-earnings")
                    .build(),
            heading("4", AccountClass.INCOME),
            leaf("4000", "Sales", AccountClass.INCOME, "4").build(),
            leaf("4900", "Exchange gains", AccountClass.INCOME, "4").build(),
            heading("5", AccountClass.EXPENSE),
            leaf("5000", "Purchases", AccountClass.EXPENSE, "5").build(),
            leaf("5100", "Rent", AccountClass.EXPENSE, "5").build(),
            leaf("5900", "Exchange losses", AccountClass.EXPENSE, "5").build());

    private ChartArbitraries() {}

    private static Account heading(String id, AccountClass accountClass) {
        return Account.builder()
                .id(id)
                .name("Heading " + id)
                .accountClass(accountClass)
                .postable(false)
                .build();
    }

    private static Account.Builder leaf(
            String id, String name, AccountClass accountClass, @org.jspecify.annotations.Nullable String parent) {
        Account.Builder builder = Account.builder().id(id).name(name).accountClass(accountClass);
        return parent == null ? builder : builder.parent(parent);
    }

    /** A small chart with all five classes, headings, control accounts, a contra account and a trading account. */
    public static Chart small() {
        return SMALL;
    }

    /** The accounts of a chart that lines may name freely: postable, no control account, no bounds. */
    public static ImmutableList<AccountId> free(Chart chart) {
        return chart.accounts()
                .select(a -> a.postable()
                        && a.control().isEmpty()
                        && a.limit().isEmpty()
                        && a.requiredDimensions().isEmpty())
                .collect(Account::id);
    }

    /** Trees of 1 to 30 accounts: every account but the first may stand below an earlier one of its class. */
    public static Arbitrary<Chart> charts() {
        Arbitrary<Integer> parent = Arbitraries.integers().between(-1, 29).shrinkTowards(-1);
        return Combinators.combine(Arbitraries.of(AccountClass.class), parent)
                .as(Sprout::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(ChartArbitraries::grow);
    }

    private record Sprout(AccountClass accountClass, int parent) {}

    private static Chart grow(java.util.List<Sprout> sprouts) {
        MutableList<Account> accounts = Lists.mutable.empty();
        for (int i = 0; i < sprouts.size(); i++) {
            Sprout sprout = sprouts.get(i);
            boolean below = sprout.parent() >= 0 && sprout.parent() < i;
            Account.Builder builder = Account.builder().id("A" + i).name("Account " + i);
            if (below) {
                Account above = accounts.get(sprout.parent());
                builder.accountClass(above.accountClass()).parent(above.id());
            } else {
                builder.accountClass(sprout.accountClass());
            }
            accounts.add(builder.build());
        }
        return Chart.of(accounts);
    }
}
