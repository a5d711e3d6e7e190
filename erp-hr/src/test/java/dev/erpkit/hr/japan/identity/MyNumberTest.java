package dev.erpkit.hr.japan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.value.Violation;
import dev.erpkit.hr.employment.NationalId;
import org.junit.jupiter.api.Test;

class MyNumberTest {
    private static String check(String number) {
        return MyNumber.check(new NationalId(MyNumber.SCHEME, number))
                .map(Violation::code)
                .orElse("sound");
    }

    /** By hand: 12345678901 from the right times 2 3 4 5 6 7 2 3 4 5 6 sums to 168, and 11 - 168 mod 11 is 8. */
    @Test
    void the_last_digit_checks_the_others() {
        assertThat(check("123456789018")).isEqualTo("sound");
        for (char last : "012345679".toCharArray()) {
            assertThat(check("12345678901" + last)).isEqualTo("my-number.check-digit");
        }
        assertThat(check("213456789018")).as("swapped digits").isEqualTo("my-number.check-digit");
        assertThat(check("000000000000")).as("a rest of 0 gives 0").isEqualTo("sound");
    }

    @Test
    void other_forms_are_no_number() {
        assertThat(check("12345678901")).isEqualTo("my-number.form");
        assertThat(check("12345678901x")).isEqualTo("my-number.form");
        assertThat(MyNumber.check(new NationalId("us.ssn", "123456789018"))
                        .orElseThrow()
                        .code())
                .isEqualTo("my-number.scheme");
    }
}
