package dev.erpkit.core.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Violation;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountingEventTest {
    private static final RoleAmount REVENUE = RoleAmount.of("revenue", Amounts.of("100", "JPY"));
    private static final RoleAmount TAX = RoleAmount.of("tax", Amounts.of("10", "JPY"));

    @Test
    void an_event_keeps_what_it_was_built_from_in_order() {
        AccountingEvent event = sound().add(REVENUE).add(TAX).build();

        assertThat(event.amounts()).containsExactly(REVENUE, TAX);
        assertThat(event.source()).hasToString("shop:sales-invoice:S-1:1");
        assertThat(event).isEqualTo(sound().add(REVENUE).add(TAX).build());
    }

    @Test
    void an_amount_added_takes_the_place_of_those_copied_from_another_event() {
        AccountingEvent event = sound().add(REVENUE).build();

        assertThat(AccountingEvent.builder().from(event).build()).isEqualTo(event);
        AccountingEvent.Builder other = AccountingEvent.builder();
        other.from(event);
        assertThat(other.add(TAX).build().amounts()).containsExactly(TAX);
        AccountingEvent.Builder more = AccountingEvent.builder();
        more.from(event).amounts(event.amounts().newWith(TAX));
        assertThat(more.build().amounts()).containsExactly(REVENUE, TAX);
    }

    @Test
    void all_violations_of_an_event_are_told_at_once() {
        InvalidValueException thrown = catchThrowableOfType(
                InvalidValueException.class,
                () -> sound().type(" ")
                        .amounts(Lists.immutable.empty())
                        .narrative("x".repeat(501))
                        .build());

        assertThat(thrown.violations().collect(Violation::path)).containsExactly("amounts", "narrative", "type");
    }

    @Test
    void an_event_to_which_no_amount_was_added_is_invalid_like_any_other() {
        InvalidValueException thrown = catchThrowableOfType(
                InvalidValueException.class, () -> sound().type(" ").build());

        assertThat(thrown.violations().collect(Violation::path)).containsExactly("amounts", "type");
    }

    @Test
    void the_text_of_an_event_holds_no_pay_and_nothing_personal() {
        AccountingEvent event = sound().add(
                        RoleAmount.of("salary", Amounts.of("312345", "JPY")).concerning(PartyId.of("E-77")))
                .narrative("Hanako's pay")
                .build();

        assertThat(event.toString())
                .contains("goods-sold", "salary", "JPY")
                .doesNotContain("312345")
                .doesNotContain("E-77")
                .doesNotContain("Hanako");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b"})
    void names_without_form_are_refused(String name) {
        RoleAmount amount = RoleAmount.of("revenue", Amounts.of("1", "JPY"));

        assertCode("source.form", () -> SourceDocument.of(name, "invoice", "1"));
        assertCode("source.form", () -> SourceDocument.of("shop", name, "1"));
        assertCode("source.form", () -> SourceDocument.of("shop", "invoice", name));
        assertCode("role-amount.form", () -> RoleAmount.of(name, amount.amount()));
    }

    @Test
    void names_have_bounds() {
        String longest = "x".repeat(64);
        RoleAmount amount = RoleAmount.of(longest, Amounts.of("1", "JPY"));

        assertThat(SourceDocument.of(longest, longest, "x".repeat(200)).id()).hasSize(200);
        assertCode("source.form", () -> SourceDocument.of(longest + "x", "invoice", "1"));
        assertCode("source.form", () -> SourceDocument.of("shop", longest + "x", "1"));
        assertCode("source.form", () -> SourceDocument.of("shop", "invoice", "x".repeat(201)));
        assertCode("source.version", () -> new SourceDocument("shop", "invoice", "1", 0));
        assertCode("role-amount.form", () -> RoleAmount.of(longest + "x", amount.amount()));
        assertThat(amount.qualified("").qualifier()).isEmpty();
        assertCode("role-amount.form", () -> amount.qualified(longest + "x"));
        assertCode("role-amount.form", () -> amount.qualified("a\u0000b"));
    }

    @Test
    void no_id_has_control_characters_which_some_databases_cannot_hold() {
        assertCode("id.form", () -> PartyId.of("a\u0000b"));
        assertCode("id.form", () -> Actor.of("a\u0000b"));
        assertCode("series.form", () -> new SeriesId("a\u0000b", 2026));
        assertCode("dimensions.form", () -> Dimensions.of("a\u0000", "b"));
        assertCode("dimensions.form", () -> Dimensions.of("a", "\u0000b"));
        assertCode("series.form", () -> new SeriesId(" ", 2026));
        assertCode("series.form", () -> new SeriesId("x".repeat(401), 2026));
    }

    @Test
    void dimensions_are_in_the_order_of_their_axes_and_values() {
        Dimensions none = Dimensions.none();
        Dimensions one = Dimensions.of("a", "1");
        Dimensions two = one.with("b", "2");
        Dimensions joined = Dimensions.of("a", "1,b=2");

        assertThat(two).isNotEqualTo(joined);
        assertThat(two.compareTo(joined)).isNegative();
        assertThat(joined.compareTo(two)).isPositive();
        assertThat(Lists.immutable
                        .of(joined, two, Dimensions.of("b", "0"), one, none)
                        .toSortedList())
                .containsExactly(none, one, two, joined, Dimensions.of("b", "0"));
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void the_builder_rejects_null_and_missing_attributes() {
        assertThatNullPointerException().isThrownBy(() -> sound().type(null)).withMessageContaining("type");
        assertThatIllegalStateException()
                .isThrownBy(() -> AccountingEvent.builder().add(REVENUE).build())
                .withMessageContaining("key")
                .withMessageContaining("effectiveDate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000b"})
    void keys_without_form_are_refused(String key) {
        assertCode("key.form", () -> IdempotencyKey.of(key));
    }

    @Test
    void keys_have_128_characters_at_most() {
        assertThat(IdempotencyKey.of("x".repeat(128)).value()).hasSize(128);
        assertCode("key.form", () -> IdempotencyKey.of("x".repeat(129)));
    }

    @Test
    void a_role_amount_is_refined_step_by_step() {
        RoleAmount amount =
                REVENUE.qualified("books").in(Dimensions.of("shop", "7")).concerning(PartyId.of("C-1"));

        assertThat(amount.qualifier()).isEqualTo("books");
        assertThat(amount.dimensions().get("shop")).contains("7");
        assertThat(amount.party()).contains(PartyId.of("C-1"));
        assertThat(amount.amount()).isEqualTo(REVENUE.amount());
    }

    @Test
    void equal_sets_of_dimensions_have_one_form() {
        Dimensions one = Dimensions.of("shop", "7").with("area", "east");
        Dimensions other = Dimensions.of("area", "east").with("shop", "7");

        assertThat(one).isEqualTo(other).hasToString("area=east,shop=7").hasSameHashCodeAs(other);
        assertThat(one.compareTo(other)).isZero();
        assertThat(one.with("shop", "8").get("shop")).contains("8");
        assertThat(one.get("month")).isEmpty();
        assertThat(Dimensions.none().isEmpty()).isTrue();
    }

    @Test
    void dimensions_have_bounds() {
        Dimensions sixteen = Dimensions.none();
        for (int i = 0; i < 16; i++) {
            sixteen = sixteen.with("axis" + i, "v");
        }
        Dimensions full = sixteen;

        assertThat(full.values()).hasSize(16);
        assertCode("dimensions.too-many", () -> full.with("axis16", "v"));
        assertCode("dimensions.form", () -> Dimensions.of(" ", "v"));
        assertCode("dimensions.form", () -> Dimensions.of("a", ""));
        assertCode("dimensions.form", () -> Dimensions.of("a", "x".repeat(65)));
    }

    private static AccountingEvent.Builder sound() {
        AccountingEvent.Builder builder = AccountingEvent.builder();
        builder.key(IdempotencyKey.of("k-1"))
                .type("goods-sold")
                .effectiveDate(LocalDate.of(2024, 4, 1))
                .source(SourceDocument.of("shop", "sales-invoice", "S-1"));
        return builder;
    }

    private static void assertCode(String code, ThrowingCallable call) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.has(code)).as(thrown.getMessage()).isTrue();
    }
}
