package dev.erpkit.crm.party.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.erpkit.crm.party.PhoneMatch;
import dev.erpkit.crm.party.port.PhoneNumbers;
import java.util.Optional;

/** Phone numbers as Google's libphonenumber knows them. */
public final class LibPhoneNumbers implements PhoneNumbers {
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    private LibPhoneNumbers(String region) {
        this.region = region;
    }

    /**
     * Numbers without a country code are taken to be of this region.
     *
     * @param region an ISO 3166 code of two letters, such as {@code JP}
     */
    public static LibPhoneNumbers in(String region) {
        return new LibPhoneNumbers(region);
    }

    /** Numbers without a country code are none. */
    public static LibPhoneNumbers anywhere() {
        return new LibPhoneNumbers("ZZ");
    }

    @Override
    public Optional<String> international(String raw) {
        try {
            PhoneNumber number = numbers.parse(raw, region);
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    @Override
    public PhoneMatch match(String one, String other) {
        return switch (numbers.isNumberMatch(one, other)) {
            case EXACT_MATCH -> PhoneMatch.EXACT;
            case NSN_MATCH -> PhoneMatch.NATIONAL;
            case SHORT_NSN_MATCH -> PhoneMatch.SHORT_NATIONAL;
            case NO_MATCH -> PhoneMatch.NONE;
            case NOT_A_NUMBER -> PhoneMatch.NOT_A_NUMBER;
        };
    }
}
