package dev.erpkit.crm.party.port;

import dev.erpkit.crm.party.PhoneMatch;
import java.util.Optional;

/** Port: what is known of the phone numbers of the world. */
public interface PhoneNumbers {
    /** The number in international form, such as {@code +81312345678}; nothing where it is no number that can exist. */
    Optional<String> international(String raw);

    /** How alike two numbers are, whichever way they are written. */
    PhoneMatch match(String one, String other);
}
