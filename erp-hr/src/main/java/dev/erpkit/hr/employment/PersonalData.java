package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is known of a person and can be erased; contracts name the person by id only. Its text shows none of it.
 *
 * @param name as written, at most 200 characters
 * @param reading how the name is read, such as in kana, at most 200 characters
 * @param birthday the birthday
 * @param nationalId the number a state gave
 * @param accounts where pay is sent, the first for what is not split
 */
public record PersonalData(
        Optional<String> name,
        Optional<String> reading,
        Optional<LocalDate> birthday,
        Optional<NationalId> nationalId,
        ImmutableList<BankAccount> accounts) {
    /** Checks the names: {@code person.name}. */
    public PersonalData {
        for (Optional<String> text : Lists.immutable.of(name, reading)) {
            if (text.filter(t -> t.isBlank() || t.length() > 200 || !Texts.isLabel(t))
                    .isPresent()) {
                throw new InvalidValueException(
                        "PersonalData",
                        "name",
                        "person.name",
                        "must have 1 to 200 characters and no control characters");
            }
        }
    }

    /** Somebody of whom only the name is known. */
    public static PersonalData named(String name) {
        return new PersonalData(
                Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Lists.immutable.empty());
    }

    /** The same with a birthday. */
    public PersonalData born(LocalDate day) {
        return new PersonalData(name, reading, Optional.of(day), nationalId, accounts);
    }

    /** The same with the number a state gave. */
    public PersonalData identifiedBy(NationalId id) {
        return new PersonalData(name, reading, birthday, Optional.of(id), accounts);
    }

    /** The same with one more account. */
    public PersonalData paidTo(BankAccount account) {
        return new PersonalData(name, reading, birthday, nationalId, accounts.newWith(account));
    }

    /** The same without what belongs to a category. */
    public PersonalData without(DataCategory category) {
        return switch (category) {
            case NAME -> new PersonalData(Optional.empty(), Optional.empty(), birthday, nationalId, accounts);
            case BIRTHDAY -> new PersonalData(name, reading, Optional.empty(), nationalId, accounts);
            case NATIONAL_ID -> new PersonalData(name, reading, birthday, Optional.empty(), accounts);
            case BANK -> new PersonalData(name, reading, birthday, nationalId, Lists.immutable.empty());
        };
    }

    @Override
    public String toString() {
        return "PersonalData[]";
    }
}
