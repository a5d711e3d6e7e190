package dev.erpkit.testkit.generate;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.BankAccount;
import dev.erpkit.hr.employment.Contract;
import dev.erpkit.hr.employment.ContractId;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.PersonFile;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.japan.bankfile.ZenginAccounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** People: their terms and contracts, their personal data, and what is transferred to them. */
public final class PeopleArbitraries {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private PeopleArbitraries() {}

    /** Persons by opaque ids. */
    public static Arbitrary<PartyId> persons() {
        return Arbitraries.integers().between(1, 9_999).map(n -> PartyId.of("e-" + n));
    }

    /** Terms of full and part time. */
    public static Arbitrary<EmploymentTerms> terms() {
        return Combinators.combine(
                        Arbitraries.of("regular", "part-time", "fixed-term"),
                        Arbitraries.of("13", "27", "01"),
                        Arbitraries.integers().between(0, 160),
                        Arbitraries.integers().between(0, 7))
                .as((kind, site, quarters, days) -> EmploymentTerms.of(kind, site, Rational.of(quarters, 4), days));
    }

    /** Contracts of two engagements, limited or not. */
    public static Arbitrary<Contract> contracts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of("main", "side"),
                        Arbitraries.integers().between(0, 2_000),
                        Arbitraries.integers().between(1, 700).optional(),
                        terms())
                .as((id, engagement, from, days, terms) -> Contract.of(
                        ContractId.of("c" + id),
                        engagement,
                        days.map(length -> DateRange.of(START.plusDays(from), START.plusDays(from + (long) length)))
                                .orElse(DateRange.from(START.plusDays(from))),
                        terms));
    }

    private record Step(int what, Contract contract, int day) {}

    /** What joining, moving and leaving of one person was accepted, in the order of recording. */
    public static Arbitrary<ImmutableList<EmploymentChange>> careers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        contracts(),
                        Arbitraries.integers().between(0, 2_500))
                .as(Step::new)
                .list()
                .ofMaxSize(25)
                .map(PeopleArbitraries::career);
    }

    private static ImmutableList<EmploymentChange> career(List<Step> steps) {
        PersonFile file = new PersonFile();
        MutableList<EmploymentChange> accepted = Lists.mutable.empty();
        for (Step step : steps) {
            LocalDate day = START.plusDays(step.day());
            EmploymentChange change = switch (step.what()) {
                case 0 -> new EmploymentChange.Left(step.contract().id(), day, "resigned");
                case 1 ->
                    new EmploymentChange.Moved(
                            step.contract().id(), day, step.contract().terms());
                default -> new EmploymentChange.Joined(step.contract());
            };
            if (file.refusal(change).isEmpty()) {
                file.apply(change);
                accepted.add(change);
            }
        }
        return accepted.toImmutable();
    }

    /** Accounts of Japanese banks that pass their check. */
    public static Arbitrary<BankAccount> japaneseAccounts() {
        return Combinators.combine(
                        digits(4),
                        digits(3),
                        Arbitraries.of("1", "2"),
                        digits(7),
                        Arbitraries.of("ヤマダ タロウ", "ｻﾄｳ ﾊﾅｺ", "やまもと じゅん", "スズキ ケンイチ(カ", "BROWN JOHN", "ガッコウホウジン"))
                .as(ZenginAccounts::of);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().withCharRange('0', '9').ofLength(length);
    }

    /** Personal data with a birthday in the past and up to two accounts. */
    public static Arbitrary<PersonalData> data() {
        return Combinators.combine(
                        Arbitraries.of("山田 太郎", "佐藤 花子", "John Brown"),
                        Arbitraries.integers().between(0, 20_000),
                        japaneseAccounts().list().ofMaxSize(2))
                .as((name, days, accounts) -> new PersonalData(
                        Optional.of(name),
                        Optional.empty(),
                        Optional.of(START.minusDays(days)),
                        Optional.empty(),
                        Lists.immutable.ofAll(accounts)));
    }

    /** Transfers in yen to Japanese accounts. */
    public static Arbitrary<CreditTransfer> yenTransfers() {
        return Combinators.combine(
                        persons(), japaneseAccounts(), Arbitraries.longs().between(1, 9_999_999))
                .as((person, account, yen) -> new CreditTransfer(
                        "pay/" + person, person, account, Amounts.ofMinor(yen, Amounts.currency("JPY"))));
    }
}
