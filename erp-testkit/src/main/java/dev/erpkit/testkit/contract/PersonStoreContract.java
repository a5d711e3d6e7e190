package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.hr.employment.BankAccount;
import dev.erpkit.hr.employment.DataCategory;
import dev.erpkit.hr.employment.NationalId;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.employment.port.PersonStore;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What every {@code PersonStore} must do: one value for each person, replaced only by who has seen the newest. */
public abstract class PersonStoreContract extends PortContract<PeopleHarness> {
    private static final PersonalData FULL = new PersonalData(
            Optional.of("山田 太郎 — '\""),
            Optional.of("ヤマダ タロウ"),
            Optional.of(LocalDate.of(1984, 2, 29)),
            Optional.of(new NationalId("jp.my-number", "123456789018")),
            Lists.immutable.of(
                    new BankAccount("zengin", "0001", "001", "1", "0012345", "ヤマダ タロウ"),
                    new BankAccount("ach", "021000021", "", "checking", "98-1", "Taro Yamada")));

    /** For adapters. */
    protected PersonStoreContract() {}

    private PersonStore store() {
        return harness().persons();
    }

    private static PartyId somebody() {
        return PartyId.of(Fresh.key("社員"));
    }

    @Test
    void person_1_1_data_comes_back_as_it_was_kept() {
        PartyId person = somebody();
        assertThat(store().find(person)).isEmpty();
        Stored<PersonalData> kept = inUnitOfWork(() -> store().insert(person, FULL));
        assertThat(kept.value()).isEqualTo(FULL);
        assertThat(store().find(person)).contains(kept);
        PersonalData empty = FULL;
        for (DataCategory category : DataCategory.values()) {
            empty = empty.without(category);
            PersonalData left = empty;
            long version = store().find(person).orElseThrow().version();
            Stored<PersonalData> replaced = inUnitOfWork(() -> store().replace(person, left, version));
            assertThat(store().find(person)).contains(replaced);
            assertThat(replaced.value()).isEqualTo(left);
        }
    }

    @Test
    void person_2_1_a_person_is_inserted_once() {
        PartyId person = somebody();
        Stored<PersonalData> kept = inUnitOfWork(() -> store().insert(person, FULL));
        assertThatThrownBy(() -> inUnitOfWork(() -> store().insert(person, PersonalData.named("other"))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(store().find(person)).contains(kept);
    }

    @Test
    void person_2_2_only_the_newest_is_replaced() {
        PartyId person = somebody();
        Stored<PersonalData> first = inUnitOfWork(() -> store().insert(person, FULL));
        Stored<PersonalData> second =
                inUnitOfWork(() -> store().replace(person, PersonalData.named("other"), first.version()));
        assertThat(second.version()).isNotEqualTo(first.version());
        assertThatThrownBy(() -> inUnitOfWork(() -> store().replace(person, FULL, first.version())))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> inUnitOfWork(() -> store().replace(somebody(), FULL, 1)))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store().find(person)).contains(second);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void person_3_1_a_failed_unit_of_work_changes_nothing() {
        PartyId person = somebody();
        PartyId other = somebody();
        Stored<PersonalData> kept = inUnitOfWork(() -> store().insert(person, FULL));
        rolledBack(() -> {
            store().replace(person, PersonalData.named("other"), kept.version());
            store().insert(other, FULL);
        });
        assertThat(store().find(person)).contains(kept);
        assertThat(store().find(other)).isEmpty();
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void person_4_1_of_racers_for_one_version_exactly_one_wins() {
        PartyId person = somebody();
        Stored<PersonalData> kept = inUnitOfWork(() -> store().insert(person, FULL));
        ImmutableList<AtOnce.Ended<Stored<PersonalData>>> ends =
                AtOnce.run(4, i -> store().replace(person, PersonalData.named("racer " + i), kept.version()));
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(store().find(person)).contains(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void person_5_1_data_survives_a_restart() {
        PartyId person = somebody();
        Stored<PersonalData> kept = inUnitOfWork(() -> store().insert(person, FULL));
        assertThat(harness().reopened().persons().find(person)).contains(kept);
    }

    @Test
    @Requires(Capability.TENANTS)
    void person_6_1_tenants_never_see_each_other() {
        PartyId person = somebody();
        Stored<PersonalData> kept = inUnitOfWork(() -> store().insert(person, FULL));
        PersonStore other = harness().otherTenant().persons();
        assertThat(other.find(person)).isEmpty();
        other.insert(person, PersonalData.named("theirs"));
        assertThat(store().find(person)).contains(kept);
    }
}
