package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.ContactPoint;
import dev.erpkit.crm.party.Identifier;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.port.ProfileStore;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code ProfileStore} must do: one profile for each party, replaced from the version that was read, erased for good. */
public abstract class ProfileStoreContract extends PortContract<PartyHarness> {
    /** For adapters. */
    protected ProfileStoreContract() {}

    private ProfileStore store() {
        return harness().profiles();
    }

    private static PartyProfile full(String id) {
        PartyProfile.Builder profile = PartyProfile.person(id, "山田 '太郎' \ud83d\ude00");
        profile.reading("ヤマダ タロウ").organisation("㈱ヤマダ").changedAt(Fresh.instant());
        for (ContactKind kind : ContactKind.values()) {
            profile.add(ContactPoint.of(kind, "x@example.co.jp"));
        }
        return profile.add(ContactPoint.of(ContactKind.POSTAL, "東京都\n千代田区")
                        .labelled("請求先")
                        .during(DateRange.of(LocalDate.of(2024, 2, 29), LocalDate.of(2025, 3, 1))))
                .add(new Identifier("jp-corporate-number", "7123456789012"))
                .build();
    }

    private static PartyProfile plain(String id) {
        return PartyProfile.organisation(id, "x").build();
    }

    @Test
    void profile_1_1_a_profile_comes_back_as_it_was_written() {
        PartyProfile full = full(Fresh.key("p"));
        PartyProfile plain = plain(Fresh.key("p"));
        Stored<PartyProfile> stored = store().insert(full);
        store().insert(plain);
        assertThat(store().find(full.party())).contains(stored);
        assertThat(stored.value()).isEqualTo(full);
        assertThat(store().find(plain.party()).map(Stored::value)).contains(plain);
        assertThat(store().find(PartyId.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void profile_1_2_all_are_pushed_in_the_order_of_their_ids() {
        ImmutableList<PartyProfile> written = Fresh.oddlyOrdered().collect(ProfileStoreContract::plain);
        written.forEach(store()::insert);
        MutableList<PartyId> seen = Lists.mutable.empty();
        store().forEach(stored -> seen.add(stored.value().party()));
        assertThat(seen).isSorted().containsAll(written.collect(PartyProfile::party));
    }

    @Test
    void profile_2_1_a_party_has_one_profile() {
        PartyProfile profile = full(Fresh.key("p"));
        store().insert(profile);
        assertThatThrownBy(() -> store().insert(plain(profile.party().value())))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(store().find(profile.party()).map(Stored::value)).contains(profile);
    }

    @Test
    void profile_2_2_only_the_version_that_is_stored_is_replaced() {
        PartyProfile profile = full(Fresh.key("p"));
        Stored<PartyProfile> first = store().insert(profile);
        PartyProfile shorter = plain(profile.party().value());
        Stored<PartyProfile> second = store().replace(shorter, first.version());
        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(store().find(profile.party())).contains(second);
        assertThatThrownBy(() -> store().replace(profile, first.version())).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store().replace(plain(Fresh.key("unknown")), 1))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store().find(profile.party())).contains(second);
    }

    @Test
    void profile_2_3_what_was_erased_is_gone_and_may_be_written_anew() {
        PartyProfile profile = full(Fresh.key("p"));
        store().insert(profile);
        store().erase(profile.party());
        store().erase(profile.party());
        assertThat(store().find(profile.party())).isEmpty();
        assertThat(store().insert(profile).value()).isEqualTo(profile);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void profile_3_1_a_failed_unit_of_work_changes_nothing() {
        PartyProfile kept = full(Fresh.key("p"));
        PartyProfile lost = plain(Fresh.key("p"));
        Stored<PartyProfile> stored = store().insert(kept);
        rolledBack(() -> {
            store().insert(lost);
            store().replace(plain(kept.party().value()), stored.version());
            store().erase(kept.party());
        });
        assertThat(store().find(lost.party())).isEmpty();
        assertThat(store().find(kept.party())).contains(stored);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void profile_4_1_of_racers_for_one_version_exactly_one_wins() {
        Stored<PartyProfile> before = store().insert(full(Fresh.key("p")));
        ImmutableList<AtOnce.Ended<Stored<PartyProfile>>> ends =
                AtOnce.run(4, i -> store().replace(full(before.value().party().value()), before.version()));
        assertThat(ends.count(end -> !end.failed())).isEqualTo(1);
        assertThat(store().find(before.value().party()))
                .isEqualTo(Optional.ofNullable(ends.detect(end -> !end.failed()).value()));
    }

    @Test
    @Requires(Capability.DURABLE)
    void profile_5_1_profiles_survive_a_restart() {
        PartyProfile profile = full(Fresh.key("p"));
        store().insert(profile);
        assertThat(harness().reopened().profiles().find(profile.party()).map(Stored::value))
                .contains(profile);
    }

    @Test
    @Requires(Capability.TENANTS)
    void profile_6_1_tenants_never_see_each_other() {
        PartyProfile profile = full(Fresh.key("p"));
        store().insert(profile);
        ProfileStore other = harness().otherTenant().profiles();
        assertThat(other.find(profile.party())).isEmpty();
        other.insert(plain(profile.party().value()));
        other.erase(profile.party());
        assertThat(store().find(profile.party()).map(Stored::value)).contains(profile);
    }
}
