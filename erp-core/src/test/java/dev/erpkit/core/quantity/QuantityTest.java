package dev.erpkit.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.value.InvalidValueException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QuantityTest {
    private static final UnitOfMeasure PIECE = UnitOfMeasure.of("piece", "count");
    private static final UnitOfMeasure BOX = UnitOfMeasure.of("box", "count");
    private static final UnitOfMeasure PALLET = UnitOfMeasure.of("pallet", "count");
    private static final UnitOfMeasure KILOGRAM = UnitOfMeasure.of("KGM", "mass");

    @Test
    void quantities_of_one_unit_add_up() {
        Quantity sum = Quantity.of("2.5", KILOGRAM).add(Quantity.of("1/3", KILOGRAM));

        assertThat(sum).isEqualTo(Quantity.of("17/6", KILOGRAM)).hasToString("17/6 KGM");
        assertThat(sum.subtract(sum).isZero()).isTrue();
        assertThat(sum.compareWith(sum.negate())).isPositive();
        assertThat(sum.times(Rational.of(6))).isEqualTo(Quantity.of(17, KILOGRAM));
    }

    @Test
    void quantities_of_different_units_do_not_mix() {
        Quantity box = Quantity.of(1, BOX);
        Quantity piece = Quantity.of(1, PIECE);

        assertCode("quantity.unit-mismatch", () -> box.add(piece));
        assertCode("quantity.unit-mismatch", () -> box.subtract(piece));
        assertCode("quantity.unit-mismatch", () -> box.compareWith(piece));
    }

    @Test
    void five_pieces_are_five_twelfths_of_a_box_and_back() {
        UnitConversion boxes = UnitConversion.of(BOX, PIECE, "12");

        Quantity inBoxes = boxes.inverse().convert(Quantity.of(5, PIECE));

        assertThat(inBoxes).isEqualTo(Quantity.of("5/12", BOX));
        assertThat(boxes.convert(inBoxes)).isEqualTo(Quantity.of(5, PIECE));
    }

    @Test
    void conversions_follow_one_another() {
        UnitConversion pallets = UnitConversion.of(PALLET, BOX, "40").then(UnitConversion.of(BOX, PIECE, "12"));

        assertThat(pallets.convert(Quantity.of("0.5", PALLET))).isEqualTo(Quantity.of(240, PIECE));
        assertCode("quantity.unit-mismatch", () -> pallets.then(pallets));
    }

    @Test
    void conversions_that_cannot_be_are_refused() {
        assertCode("conversion.dimension-mismatch", () -> UnitConversion.of(BOX, KILOGRAM, "1"));
        assertCode("conversion.factor-not-positive", () -> UnitConversion.of(BOX, PIECE, "0"));
        assertCode("conversion.same-unit", () -> UnitConversion.of(BOX, BOX, "2"));
        assertCode(
                "quantity.unit-mismatch",
                () -> UnitConversion.of(BOX, PIECE, "12").convert(Quantity.of(1, PIECE)));
        assertCode("unit.form", () -> UnitOfMeasure.of("", "count"));
        assertCode("unit.form", () -> UnitOfMeasure.of("box", " "));
    }

    private static void assertCode(String code, ThrowingCallable call) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.has(code)).as(thrown.getMessage()).isTrue();
    }
}
