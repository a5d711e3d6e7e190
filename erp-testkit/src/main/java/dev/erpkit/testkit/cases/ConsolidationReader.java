package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.consolidation.AccountMapping;
import dev.erpkit.accounting.consolidation.Consolidation;
import dev.erpkit.accounting.consolidation.ConsolidationFacts;
import dev.erpkit.accounting.consolidation.ConsolidationPolicy;
import dev.erpkit.accounting.consolidation.DatedAmount;
import dev.erpkit.accounting.consolidation.Group;
import dev.erpkit.accounting.consolidation.GroupMember;
import dev.erpkit.accounting.consolidation.GroupRole;
import dev.erpkit.accounting.consolidation.Holding;
import dev.erpkit.accounting.consolidation.MemberBooks;
import dev.erpkit.accounting.consolidation.MemberCell;
import dev.erpkit.accounting.consolidation.MemberId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** A subsidiary's trial balance translated into the currency of its group, with the share of others where a case names it. */
final class ConsolidationReader {
    private static final DateRange YEAR = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    private static final Pattern OWN =
            Pattern.compile("subsidiary_currency|local_currency|functional_currency|currency|from");
    private static final Pattern GROUP =
            Pattern.compile("group_currency|presentation_currency|parent_currency|reporting_currency|to");
    private static final Pattern BALANCE =
            Pattern.compile("trial_balance(_[A-Z]{3})?|balances(_[A-Z]{3})?|accounts|subsidiary(_[A-Z]{3})?");
    private static final Pattern RATES = Pattern.compile("rates?|exchange_rates?");
    private static final Pattern SHARE = Pattern.compile("ownership|share|parent_share|ownership_share");
    private static final String DIFFERENCE = "translation-difference";

    private final Case current;
    private final MutableMap<String, AccountClass> classes = Maps.mutable.empty();

    private ConsolidationReader(Case current) {
        this.current = current;
    }

    static void run(Case current) {
        if (!current.when().allSatisfy(step -> step.matches("(?is).*(translat|consolidat|convert).*"))) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        new ConsolidationReader(current).check();
    }

    private Field given(Pattern pattern) {
        return find(pattern)
                .orElseThrow(() -> new UnsupportedCaseException("nothing given that is " + pattern.pattern()));
    }

    private Optional<Field> find(Pattern pattern) {
        Field given = current.given();
        return given.names().detectOptional(n -> pattern.matcher(n).matches()).map(given::at);
    }

    private void check() {
        current.given()
                .names()
                .detectOptional(n -> Lists.immutable
                        .of(OWN, GROUP, BALANCE, RATES, SHARE)
                        .noneSatisfy(p -> p.matcher(n).matches()))
                .ifPresent(other -> {
                    throw new UnsupportedCaseException("given " + other);
                });
        CaseCurrencies currencies = new CaseCurrencies(current, given(GROUP).text());
        CurrencyUnit group = currencies.base();
        CurrencyUnit own = currencies.of(given(OWN).text());
        Consolidation figures = figures(group, own);
        current.expect().names().forEach(name -> expect(current.expect().at(name), name, figures, group));
    }

    private Consolidation figures(CurrencyUnit group, CurrencyUnit own) {
        MutableList<DatedAmount> amounts = Lists.mutable.empty();
        Field balances = given(BALANCE);
        for (String name : balances.names()) {
            AccountClass accountClass = classOf(name);
            classes.put(name, accountClass);
            LocalDate day = accountClass == AccountClass.EQUITY ? YEAR.startInclusive() : YEAR.lastDay();
            long minor = Amounts.minor(
                    CaseCurrencies.amount(CaseAmount.of(balances.at(name)).number(), own));
            amounts.add(new DatedAmount(AccountId.of(name), day, minor));
        }
        if (amounts.sumOfLong(DatedAmount::minor) != 0) {
            throw new UnsupportedCaseException("balances that do not sum to zero");
        }
        Rational share = find(SHARE).map(ConsolidationReader::share).orElse(Rational.ONE);
        MemberId parent = MemberId.of("group");
        MemberId member = MemberId.of("subsidiary");
        Group companies = Group.of(
                        parent,
                        Lists.immutable.of(
                                GroupMember.of("group", group.getCurrencyCode()),
                                GroupMember.of("subsidiary", own.getCurrencyCode())),
                        Lists.immutable.of(new Holding(parent, member, share, YEAR.startInclusive())))
                .orElseThrow();
        ConsolidationFacts facts = ConsolidationFacts.of(Lists.immutable.of(
                new MemberBooks(parent, AccountMapping.sameCodes(), Lists.immutable.empty()),
                new MemberBooks(member, AccountMapping.sameCodes(), amounts.toImmutable())));
        return Consolidation.of(companies, chart(), YEAR, facts, policy(group), rates(own, group))
                .orElseThrow();
    }

    private static Rational share(Field field) {
        BigDecimal number = new BigDecimal(field.text().replace("%", "").strip());
        boolean percent = field.text().contains("%") || number.compareTo(BigDecimal.ONE) > 0;
        return percent ? Rational.of(number).divide(Rational.of(100)) : Rational.of(number);
    }

    static AccountClass classOf(String name) {
        String n = name.toLowerCase(Locale.ROOT);
        if (n.matches(".*(equity|capital|retained|reserve|shares?\\b|surplus).*")) {
            return AccountClass.EQUITY;
        }
        return CaseBooks.classOf(name.matches("(?i).*(profit|earnings).*") ? "income" : name);
    }

    private Chart chart() {
        MutableList<Account> accounts = Lists.mutable.empty();
        classes.forEachKeyValue((name, accountClass) -> accounts.add(Account.of(name, name, accountClass)));
        accounts.add(Account.of(DIFFERENCE, DIFFERENCE, AccountClass.EQUITY));
        accounts.add(Account.of("minority", "minority", AccountClass.EQUITY));
        accounts.add(Account.of("minority-result", "minority-result", AccountClass.EXPENSE));
        accounts.add(Account.of("earlier-years", "earlier-years", AccountClass.EQUITY));
        return Chart.of(accounts);
    }

    private static ConsolidationPolicy policy(CurrencyUnit group) {
        return ConsolidationPolicy.builder(group.getCurrencyCode())
                .account(GroupRole.TRANSLATION_DIFFERENCE, DIFFERENCE)
                .account(GroupRole.MINORITY_EQUITY, "minority")
                .account(GroupRole.MINORITY_RESULT, "minority-result")
                .account(GroupRole.RETAINED_EARNINGS, "earlier-years")
                .build();
    }

    private MemoryExchangeRates rates(CurrencyUnit own, CurrencyUnit group) {
        MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
        Field field = given(RATES);
        boolean one = !field.isObject();
        for (String name : one ? Lists.immutable.of("all") : field.names()) {
            BigDecimal price = one ? field.decimal() : field.at(name).decimal();
            for (RateType type : types(name)) {
                boolean historical = type.equals(RateType.HISTORICAL);
                rates.record(
                        ExchangeRate.of(own, group, price, type, historical ? YEAR.startInclusive() : YEAR.lastDay()));
            }
        }
        return rates;
    }

    private static ImmutableList<RateType> types(String name) {
        return switch (name) {
            case "all", "spot", "single" -> Lists.immutable.of(RateType.CLOSING, RateType.AVERAGE, RateType.HISTORICAL);
            case "closing", "closing_rate", "current", "year_end" -> Lists.immutable.of(RateType.CLOSING);
            case "average", "average_rate", "mean" -> Lists.immutable.of(RateType.AVERAGE);
            default -> {
                if (!name.matches("historical.*|acquisition.*")) {
                    throw new UnsupportedCaseException("rate " + name);
                }
                yield Lists.immutable.of(RateType.HISTORICAL);
            }
        };
    }

    private void expect(Field expected, String name, Consolidation figures, CurrencyUnit group) {
        if (expected.isObject()) {
            expected.names().forEach(inner -> expect(expected.at(inner), inner, figures, group));
            return;
        }
        long minor = switch (name) {
            case "translation_difference", "cta", "translation_reserve", "cumulative_translation_adjustment" ->
                figures.member("subsidiary").differenceMinor();
            case "sum", "total", "trial_balance_sum" -> figures.sumMinor();
            case "minority_interest", "non_controlling_interest", "nci" -> figures.minor("minority");
            case "minority_result", "nci_result" -> figures.minor("minority-result");
            case "rounding", "rounding_difference" -> figures.roundingMinor();
            case "net_income", "result", "profit" -> -result(figures);
            case "net_assets" ->
                figures.rows()
                        .select(r -> classes.containsKey(r.account().value())
                                && isNetAsset(r.account().value()))
                        .sumOfLong(r -> brought(figures, r.account().value()));
            default -> {
                if (!classes.containsKey(name)) {
                    throw new UnsupportedCaseException(expected.path());
                }
                yield brought(figures, name);
            }
        };
        current.differences().number(expected, CaseCurrencies.decimal(minor, group));
    }

    private boolean isNetAsset(String account) {
        AccountClass of = classes.get(account);
        return of == AccountClass.ASSET || of == AccountClass.LIABILITY;
    }

    private static long brought(Consolidation figures, String account) {
        return figures.row(account).members().sumOfLong(MemberCell::minor);
    }

    private long result(Consolidation figures) {
        return classes.keyValuesView()
                .reject(pair -> pair.getTwo().balanceSheet())
                .sumOfLong(pair -> brought(figures, pair.getOne()));
    }
}
