package dev.erpkit.core.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
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
