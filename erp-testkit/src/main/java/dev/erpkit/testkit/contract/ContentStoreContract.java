package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.crm.activity.ActivityId;
import dev.erpkit.crm.activity.port.ContentStore;
import org.junit.jupiter.api.Test;

/** What every {@code ContentStore} must do: keep texts to the character, and erase those of one party for good. */
public abstract class ContentStoreContract extends PortContract<ActivityHarness> {
    private static final String TEXT = "一行目\n'second' — ü€ \ud83d\ude00 ".repeat(200);

    /** For adapters. */
    protected ContentStoreContract() {}

    private ContentStore store() {
        return harness().contents();
    }

    private static ActivityId activity() {
        return ActivityId.of(Fresh.key("a"));
    }

    private static PartyId party() {
        return PartyId.of(Fresh.key("p"));
    }

    @Test
    void content_1_1_a_text_comes_back_to_the_character() {
        ActivityId full = activity();
        ActivityId empty = activity();
        store().put(full, party(), TEXT);
        store().put(empty, party(), "");
        assertThat(store().find(full)).contains(TEXT);
        assertThat(store().find(empty)).contains("");
        assertThat(store().find(activity())).isEmpty();
    }

    @Test
    void content_2_1_an_activity_has_one_content() {
        ActivityId activity = activity();
        store().put(activity, party(), "first");
        assertThatThrownBy(() -> store().put(activity, party(), "second")).isInstanceOf(DuplicateKeyException.class);
        assertThat(store().find(activity)).contains("first");
    }

    @Test
    void content_2_2_what_was_said_with_a_party_is_erased_and_nothing_else() {
        PartyId party = party();
        ActivityId one = activity();
        ActivityId two = activity();
        ActivityId others = activity();
        store().put(one, party, "x");
        store().put(two, party, "x");
        store().put(others, party(), "x");
        store().erase(party);
        store().erase(party);
        assertThat(store().find(one)).isEmpty();
        assertThat(store().find(two)).isEmpty();
        assertThat(store().find(others)).contains("x");
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void content_3_1_a_failed_unit_of_work_changes_nothing() {
        PartyId party = party();
        ActivityId kept = activity();
        ActivityId lost = activity();
        store().put(kept, party, "x");
        rolledBack(() -> {
            store().put(lost, party, "x");
            store().erase(party);
        });
        assertThat(store().find(kept)).contains("x");
        assertThat(store().find(lost)).isEmpty();
    }

    @Test
    @Requires(Capability.DURABLE)
    void content_5_1_texts_survive_a_restart() {
        ActivityId activity = activity();
        store().put(activity, party(), TEXT);
        assertThat(harness().reopened().contents().find(activity)).contains(TEXT);
    }

    @Test
    @Requires(Capability.TENANTS)
    void content_6_1_tenants_never_see_each_other() {
        PartyId party = party();
        ActivityId activity = activity();
        store().put(activity, party, "mine");
        ContentStore other = harness().otherTenant().contents();
        assertThat(other.find(activity)).isEmpty();
        other.put(activity, party, "theirs");
        other.erase(party);
        assertThat(store().find(activity)).contains("mine");
    }
}
