package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.consolidation.AccountMapping;
import dev.erpkit.accounting.consolidation.Acquisition;
import dev.erpkit.accounting.consolidation.Consolidation;
import dev.erpkit.accounting.consolidation.ConsolidationFacts;
import dev.erpkit.accounting.consolidation.ConsolidationPolicy;
import dev.erpkit.accounting.consolidation.DatedAmount;
import dev.erpkit.accounting.consolidation.Group;
import dev.erpkit.accounting.consolidation.GroupLine;
import dev.erpkit.accounting.consolidation.GroupMember;
import dev.erpkit.accounting.consolidation.GroupRole;
import dev.erpkit.accounting.consolidation.GroupRow;
import dev.erpkit.accounting.consolidation.Holding;
import dev.erpkit.accounting.consolidation.IntercompanyDifference;
import dev.erpkit.accounting.consolidation.IntercompanyFact;
import dev.erpkit.accounting.consolidation.MemberBooks;
import dev.erpkit.accounting.consolidation.MemberId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Several companies of one currency, added up, with what they owe and sell each other taken out, and shares in equity. */
final class GroupReader {
    private static final DateRange YEAR = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

    private final Case current;
    private final CurrencyUnit currency;
    private final MutableMap<String, Field> members = Maps.mutable.ofInitialCapacity(4);
    private final MutableList<String> order = Lists.mutable.empty();
    private final MutableMap<String, AccountClass> classes = Maps.mutable.empty();

    private GroupReader(Case current, CurrencyUnit currency) {
        this.current = current;
        this.currency = currency;
    }

    static void run(Case current) {
        if (current.when().isEmpty()
                || !current.when().allSatisfy(step -> step.matches("(?is).*(consolidat|eliminat|combine|add up).*"))) {
            throw new UnsupportedCaseException("nothing is consolidated");
        }
        Alias given = new Alias(current.given());
        CurrencyUnit currency = new CaseCurrencies(
                        current,
                        given.any("group_currency", "currency").map(Field::text).orElse("USD"))
                .base();
        GroupReader reader = new GroupReader(current, currency);
        given.any("members", "companies", "entities", "group").ifPresent(reader::members);
        for (String role : new String[] {"parent", "subsidiary"}) {
            given.any(role).ifPresent(balances -> reader.member(role, balances));
        }
        Optional<Field> share = given.any("share", "ownership", "parent_share");
        Optional<Field> eliminate = given.any("eliminate", "eliminations", "intercompany", "intercompany_accounts");
        given.nothingElse();
        if (reader.order.size() < 2) {
            throw new UnsupportedCaseException("no companies");
        }
        reader.check(reader.consolidate(share, eliminate));
    }

    private void members(Field field) {
        if (field.isObject()) {
            field.names().forEach(name -> member(name, field.at(name)));
            return;
        }
        for (Field row : field.elements()) {
            Alias names = new Alias(row);
            String id = names.need("company", "id", "name", "member").text();
            member(id, names.need("balances", "trial_balance", "accounts"));
            names.nothingElse();
        }
    }

    private void member(String name, Field balances) {
        order.add(name);
        members.put(name, balances);
        balances.names().forEach(account -> classes.put(account, ConsolidationReader.classOf(account)));
    }

    private long minor(String member, String account) {
        Field balances = members.get(member);
        return balances == null || !balances.has(account)
                ? 0
                : Amounts.minor(CaseCurrencies.amount(balances.at(account).decimal(), currency));
    }

    private Field balances(String member) {
        return Optional.ofNullable(members.get(member))
                .orElseThrow(() -> new UnsupportedCaseException("no company " + member));
    }

    private Consolidation consolidate(Optional<Field> share, Optional<Field> eliminate) {
        Rational part = share.map(f ->
                        Rational.of(new BigDecimal(f.text().replace("%", "").strip())))
                .map(r -> r.compareTo(Rational.ONE) > 0 ? r.divide(Rational.of(100)) : r)
                .orElse(Rational.ONE);
        MemberId parent = MemberId.of(order.getFirst());
        ImmutableList<Holding> holdings = Lists.immutable
                .ofAll(order.subList(1, order.size()))
                .collect(name -> new Holding(parent, MemberId.of(name), part, YEAR.startInclusive()));
        Group group = Group.of(
                        parent,
                        order.collect(name -> GroupMember.of(name, currency.getCurrencyCode()))
                                .toImmutable(),
                        holdings)
                .orElseThrow();
        ImmutableList<IntercompanyFact> between = eliminate.map(this::between).orElse(Lists.immutable.empty());
        ConsolidationFacts facts = ConsolidationFacts.of(
                        order.collect(this::books).toImmutable())
                .intercompany(between)
                .acquisitions(acquisitions(parent, part));
        return Consolidation.of(group, chart(), YEAR, facts, policy(), new MemoryHarness().rates())
                .orElseThrow();
    }

    private MemberBooks books(String name) {
        Field balances = balances(name);
        ImmutableList<DatedAmount> amounts = balances.names()
                .collect(account -> new DatedAmount(
                        AccountId.of(account),
                        classes.get(account) == AccountClass.EQUITY ? YEAR.startInclusive() : YEAR.lastDay(),
                        minor(name, account)));
        if (amounts.sumOfLong(DatedAmount::minor) != 0) {
            throw new UnsupportedCaseException("balances that do not sum to zero");
        }
        return new MemberBooks(MemberId.of(name), AccountMapping.sameCodes(), amounts);
    }

    /** Accounts that stand between the two companies, alone or in pairs. */
    private ImmutableList<IntercompanyFact> between(Field field) {
        if (order.size() != 2) {
            throw new UnsupportedCaseException("which companies stand against each other");
        }
        ImmutableList<String> accounts = field.elements()
                .flatCollect(e -> e.isList() ? e.elements() : Lists.immutable.of(e))
                .collect(Field::text);
        MutableList<IntercompanyFact> facts = Lists.mutable.empty();
        for (String account : accounts) {
            if (!classes.containsKey(account)) {
                throw new UnsupportedCaseException(field.path() + ": " + account);
            }
            for (int i = 0; i < 2; i++) {
                long minor = minor(order.get(i), account);
                if (minor != 0) {
                    facts.add(new IntercompanyFact(
                            "",
                            MemberId.of(order.get(i)),
                            MemberId.of(order.get(1 - i)),
                            AccountId.of(account),
                            YEAR.lastDay(),
                            minor,
                            currency,
                            minor,
                            Optional.empty()));
                }
            }
        }
        return facts.toImmutable();
    }

    /** An investment of the first company is what it paid for its share in the equity of the second. */
    private ImmutableList<Acquisition> acquisitions(MemberId parent, Rational part) {
        String investment =
                classes.keysView().detect(name -> name.matches("(?i).*(investment|participation|shares_in).*"));
        if (investment == null || order.size() != 2) {
            return Lists.immutable.empty();
        }
        classes.put(investment, AccountClass.ASSET);
        String held = order.get(1);
        ImmutableList<GroupLine> equity = balances(held)
                .names()
                .select(account -> classes.get(account) == AccountClass.EQUITY)
                .collect(account -> GroupLine.of(account, minor(held, account)));
        return Lists.immutable.of(new Acquisition(
                parent,
                MemberId.of(held),
                YEAR.startInclusive(),
                part,
                AccountId.of(investment),
                minor(order.getFirst(), investment),
                equity,
                OptionalLong.empty()));
    }

    private Chart chart() {
        MutableList<Account> accounts = Lists.mutable.empty();
        classes.forEachKeyValue((name, accountClass) -> accounts.add(Account.of(name, name, accountClass)));
        for (GroupRole role : GroupRole.values()) {
            AccountClass of = switch (role) {
                case GOODWILL -> AccountClass.ASSET;
                case MINORITY_RESULT, ELIMINATION_DIFFERENCE -> AccountClass.EXPENSE;
                case BARGAIN_GAIN, ASSOCIATE_RESULT -> AccountClass.INCOME;
                default -> AccountClass.EQUITY;
            };
            accounts.add(Account.of("group-" + role.text(), role.text(), of));
        }
        return Chart.of(accounts);
    }

    private ConsolidationPolicy policy() {
        ConsolidationPolicy.Builder policy = ConsolidationPolicy.builder(currency.getCurrencyCode());
        for (GroupRole role : GroupRole.values()) {
            policy.account(role, "group-" + role.text());
        }
        return policy.build();
    }

    private void check(Consolidation figures) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (expected.isObject()) {
                expected.names().forEach(n -> number(expected.at(n), figure(expected.at(n), n, figures)));
            } else if (name.matches("reported|balanced|unmatched")) {
                current.differences()
                        .same(expected, expected.truth(), figures.unmatched().notEmpty() != name.equals("balanced"));
            } else {
                number(expected, figure(expected, name, figures));
            }
        }
    }

    private void number(Field expected, long minor) {
        current.differences().number(expected, CaseCurrencies.decimal(minor, currency));
    }

    private long figure(Field expected, String name, Consolidation figures) {
        return switch (name) {
            case "sum", "total", "trial_balance_sum" -> figures.sumMinor();
            case "eliminations_sum", "sum_of_eliminations" ->
                figures.entries().flatCollect(e -> e.lines()).sumOfLong(GroupLine::minor);
            case "difference", "unmatched_difference", "intercompany_difference" ->
                figures.unmatched().sumOfLong(IntercompanyDifference::differenceMinor);
            case "minority", "minority_interest", "nci", "non_controlling_interest" ->
                row(figures, "group-" + GroupRole.MINORITY_EQUITY.text());
            case "goodwill" -> row(figures, "group-" + GroupRole.GOODWILL.text());
            default -> {
                if (!classes.containsKey(name)) {
                    throw new UnsupportedCaseException(expected.path());
                }
                yield row(figures, name);
            }
        };
    }

    /** An account that nothing is left of has no row. */
    private static long row(Consolidation figures, String account) {
        return figures.rows()
                .detectOptional(r -> r.account().value().equals(account))
                .map(GroupRow::minor)
                .orElse(0L);
    }
}
