package dev.erpkit.hr.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.memory.MemoryPersonStore;
import dev.erpkit.hr.japan.bankfile.ZenginAccounts;
import dev.erpkit.hr.japan.identity.MyNumber;
import dev.erpkit.hr.us.bankfile.AchAccounts;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.collections.api.factory.Maps;
import org.junit.jupiter.api.Test;

class PersonServiceTest {
    private static final PartyId PERSON = PartyId.of("e-1");
    private static final Actor ME = Actor.of("clerk");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final String NUMBER = "123456789018";
    private static final BankAccount ACCOUNT = ZenginAccounts.of("0001", "001", "1", "7654321", "ヤマダ タロウ");
    private static final PersonalData DATA = PersonalData.named("山田 太郎")
            .born(LocalDate.of(1990, 5, 10))
            .identifiedBy(new NationalId(MyNumber.SCHEME, NUMBER))
            .paidTo(ACCOUNT);
    private static final RetentionRule RETENTION = new RetentionRule(Maps.immutable.of(
            DataCategory.NAME, Period.ofYears(5),
            DataCategory.BIRTHDAY, Period.ofYears(5),
            DataCategory.NATIONAL_ID, Period.ofYears(7),
            DataCategory.BANK, Period.ofMonths(2)));

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryPersonStore store = new MemoryPersonStore(work);
    private final PersonService service = service(AccessPolicy.allowAll());

    private PersonService service(AccessPolicy access) {
        return new PersonService(
                store,
                AccountRule.anyOf(AchAccounts.RULE, ZenginAccounts.RULE),
                MyNumber::check,
                RETENTION,
                work,
                access);
    }

    private static void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    @Test
    void data_that_cannot_be_right_is_refused_and_not_kept() {
        refused(service.keep(PERSON, DATA.born(TODAY.plusDays(1)), TODAY, ME), "person.birthday-in-future");
        refused(
                service.keep(PERSON, DATA.identifiedBy(new NationalId(MyNumber.SCHEME, "123456789012")), TODAY, ME),
                "person.national-id");
        Outcome<PartyId> account =
                service.keep(PERSON, DATA.paidTo(ZenginAccounts.of("0001", "001", "1", "54321", "ヤマダ")), TODAY, ME);
        refused(account, "person.bank-account");
        assertThat(account.refusal().orElseThrow().facts().get("check")).isEqualTo("zengin.number");
        assertThat(account.refusal().orElseThrow().toString()).doesNotContain("54321");
        BankAccount iban = new BankAccount("iban", "", "", "", "DE00", "x");
        assertThat(service.keep(PERSON, DATA.paidTo(iban), TODAY, ME)
                        .refusal()
                        .orElseThrow()
                        .facts()
                        .get("check"))
                .isEqualTo("bank-account.scheme");
        refused(service.see(PERSON, ME), "person.unknown");
    }

    @Test
    void keeping_the_same_again_changes_nothing() {
        assertThat(service.keep(PERSON, DATA, TODAY, ME)).isEqualTo(Outcome.accepted(PERSON));
        assertThat(service.keep(PERSON, DATA, TODAY, ME)).isEqualTo(Outcome.replayed(PERSON));
        assertThat(service.keep(PERSON, DATA.without(DataCategory.BANK), TODAY, ME))
                .isEqualTo(Outcome.accepted(PERSON));
        assertThat(service.see(PERSON, ME).orElseThrow().accounts()).isEmpty();
    }

    @Test
    void everybody_sees_only_what_is_theirs_to_see() {
        service.keep(PERSON, DATA, TODAY, ME).orElseThrow();
        PersonalData seen = service((actor, permission) -> permission.action().equals("person.see-name"))
                .see(PERSON, ME)
                .orElseThrow();
        assertThat(seen).isEqualTo(PersonalData.named("山田 太郎"));
        refused(service((a, p) -> false).keep(PERSON, DATA, TODAY, ME), "access.denied");
        refused(
                service((a, p) -> false).erase(PERSON, DataCategory.BANK, new PersonFile(), TODAY, ME),
                "access.denied");
    }

    private static PersonFile leftOn(LocalDate lastDay) {
        PersonFile file = new PersonFile();
        file.apply(new EmploymentChange.Joined(Contract.of(
                ContractId.of("c"),
                "main",
                DateRange.ofClosed(LocalDate.of(2020, 4, 1), lastDay),
                EmploymentTerms.of("regular", "13", Rational.of(40), 5))));
        return file;
    }

    @Test
    void what_is_kept_long_enough_is_erased_for_good() {
        service.keep(PERSON, DATA, TODAY, ME).orElseThrow();
        PersonFile file = leftOn(LocalDate.of(2026, 2, 28));
        refused(service.erase(PERSON, DataCategory.BANK, file, LocalDate.of(2026, 4, 28), ME), "person.retained");
        refused(service.erase(PERSON, DataCategory.NATIONAL_ID, file, TODAY, ME), "person.retained");
        service.erase(PERSON, DataCategory.BANK, file, LocalDate.of(2026, 4, 29), ME)
                .orElseThrow();
        assertThat(store.find(PERSON).orElseThrow().value()).isEqualTo(DATA.without(DataCategory.BANK));
        assertThat(service.erase(PERSON, DataCategory.BANK, file, TODAY, ME)).isEqualTo(Outcome.replayed(PERSON));
        refused(service.erase(PERSON, DataCategory.BANK, leftOn(LocalDate.MAX), TODAY, ME), "person.retained");
        refused(service.erase(PartyId.of("nobody"), DataCategory.BANK, file, TODAY, ME), "person.unknown");
    }

    @Test
    void nothing_personal_shows_in_text() {
        String text = DATA + " " + ACCOUNT + " " + DATA.nationalId() + " " + store;
        assertThat(text).doesNotContain("山田", "1990", NUMBER, "7654321", "ヤマダ");
    }

    @Test
    void rules_that_forget_a_category_do_not_exist() {
        assertThatThrownBy(() -> new RetentionRule(Maps.immutable.of(DataCategory.BANK, Period.ZERO)))
                .hasMessageContaining("retention.missing");
        assertThatThrownBy(
                        () -> new RetentionRule(RETENTION.keep().newWithKeyValue(DataCategory.BANK, Period.ofDays(-1))))
                .hasMessageContaining("retention.negative");
        assertThatThrownBy(() -> PersonalData.named("")).hasMessageContaining("person.name");
        assertThatThrownBy(() -> new NationalId("", "1")).hasMessageContaining("national-id.form");
        assertThatThrownBy(() -> new BankAccount("a\n", "", "", "", "", "")).hasMessageContaining("bank-account.form");
    }
}
