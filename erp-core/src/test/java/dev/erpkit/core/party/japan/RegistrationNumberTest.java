package dev.erpkit.core.party.japan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationNumberTest {
    /** Numbers of published corporations and of the worked examples of the check digit. */
    @ParameterizedTest
    @CsvSource({"4011001098993", "2120901007402", "7123456789012", "7010705000725"})
    void corporate_numbers_check_themselves(String digits) {
        assertThat(RegistrationNumber.parseCorporation("T" + digits).corporateNumber())
                .contains(new CorporateNumber(digits));
        String slip = digits.charAt(0) + digits.substring(2, 3) + digits.charAt(1) + digits.substring(3);
        if (digits.charAt(1) != digits.charAt(2)) {
            assertThat(CorporateNumber.isValid(slip)).isFalse();
        }
    }

    @Test
    void others_have_thirteen_digits_without_a_check() {
        assertThat(RegistrationNumber.parse("T1234567890123").corporateNumber()).isEmpty();
        assertThatThrownBy(() -> RegistrationNumber.parseCorporation("T1234567890123"))
                .hasMessageContaining("corporate-number.check-digit");
        assertThatThrownBy(() -> RegistrationNumber.parse("1234567890123"))
                .hasMessageContaining("registration-number.form");
        assertThatThrownBy(() -> RegistrationNumber.parse("T123456789012"))
                .hasMessageContaining("registration-number.form");
        assertThatThrownBy(() -> new CorporateNumber("123")).hasMessageContaining("corporate-number.form");
    }
}
