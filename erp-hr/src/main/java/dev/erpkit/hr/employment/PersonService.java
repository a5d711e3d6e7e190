package dev.erpkit.hr.employment;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.Stored;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Violation;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.Recording;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/**
 * Keeps personal data, shows each part to whom it may be shown, and erases it when its time has come. Keeping the same data
 * again changes nothing, so these commands need no key: a key would have to remember what is erased.
 *
 * <p>Permissions, with the person as scope: {@code person.keep}, {@code person.erase}, and to see a category
 * {@code person.see-name}, {@code person.see-birthday}, {@code person.see-national-id}, {@code person.see-bank}.
 */
public final class PersonService {
    private static final RefusalCode UNKNOWN = RefusalCode.of("person.unknown");
    private static final RefusalCode RETAINED = RefusalCode.of("person.retained");
    private static final RefusalCode FUTURE = RefusalCode.of("person.birthday-in-future");
    private static final RefusalCode ACCOUNT = RefusalCode.of("person.bank-account");
    private static final RefusalCode NUMBER = RefusalCode.of("person.national-id");

    private final PersonStore store;
    private final AccountRule accounts;
    private final Function<NationalId, Optional<Violation>> nationalIds;
    private final RetentionRule retention;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;

    /**
     * A service over a host's ports.
     *
     * @param accounts the rules of all schemes of accounts that may be kept
     * @param nationalIds what is wrong with a number that a state gave, without the number
     */
    public PersonService(
            PersonStore store,
            AccountRule accounts,
            Function<NationalId, Optional<Violation>> nationalIds,
            RetentionRule retention,
            UnitOfWork unitOfWork,
            AccessPolicy access) {
        this.store = store;
        this.accounts = accounts;
        this.nationalIds = nationalIds;
        this.retention = retention;
        this.unitOfWork = unitOfWork;
        this.access = access;
    }

    /**
     * Keeps the data of a person instead of what was kept before.
     *
     * @param today the day against which a birthday is checked
     * @return the person, or {@code person.birthday-in-future}, {@code person.bank-account}, {@code person.national-id},
     *     {@code access.denied}
     */
    public Outcome<PartyId> keep(PartyId person, PersonalData data, LocalDate today, Actor actor) {
        Optional<Refusal> refusal =
                Recording.denied(access, "person.keep", person, actor).or(() -> wrong(person, data, today));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return unitOfWork.execute(() -> {
            Optional<Stored<PersonalData>> before = store.find(person);
            if (before.filter(kept -> kept.value().equals(data)).isPresent()) {
                return Outcome.replayed(person);
            }
            if (before.isPresent()) {
                store.replace(person, data, before.get().version());
            } else {
                store.insert(person, data);
            }
            return Outcome.accepted(person);
        });
    }

    private Optional<Refusal> wrong(PartyId person, PersonalData data, LocalDate today) {
        if (data.birthday().filter(day -> day.isAfter(today)).isPresent()) {
            return Optional.of(Refusal.of(FUTURE, "The birthday of " + person + " is after " + today + "; correct it")
                    .with("person", person)
                    .with("today", today));
        }
        return data.accounts()
                .collect(accounts::check)
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .map(violation -> Refusal.of(
                                ACCOUNT,
                                "A bank account of " + person + " fails the check " + violation.code() + ": "
                                        + violation.path() + " " + violation.message())
                        .with("person", person)
                        .with("check", violation.code()))
                .or(() -> data.nationalId()
                        .flatMap(nationalIds)
                        .map(violation -> Refusal.of(
                                        NUMBER,
                                        "The national id of " + person + " fails the check " + violation.code() + ": "
                                                + violation.message())
                                .with("person", person)
                                .with("check", violation.code())));
    }

    /** The data of a person with those categories that the actor may see; {@code person.unknown} when there is none. */
    public Outcome<PersonalData> see(PartyId person, Actor actor) {
        Optional<Stored<PersonalData>> kept = store.find(person);
        if (kept.isEmpty()) {
            return Outcome.refused(unknown(person));
        }
        PersonalData seen = kept.get().value();
        for (DataCategory category : DataCategory.values()) {
            if (!access.allows(actor, new Permission("person.see-" + category.text(), person.value()))) {
                seen = seen.without(category);
            }
        }
        return Outcome.accepted(seen);
    }

    /** The categories that may be erased on a day. */
    public ImmutableSet<DataCategory> erasable(PersonFile file, LocalDate today) {
        MutableSet<DataCategory> erasable = Sets.mutable.empty();
        for (DataCategory category : DataCategory.values()) {
            boolean due = file.lastDay()
                    .map(last -> !today.isBefore(retention.erasableFrom(category, last)))
                    .orElse(true);
            if (due) {
                erasable.add(category);
            }
        }
        return erasable.toImmutable();
    }

    /**
     * Erases a category of the data of a person; to erase it again changes nothing.
     *
     * @param file the employment of the person, which says how long it is kept
     * @return the person, or {@code person.retained} before its time, {@code person.unknown}, {@code access.denied}
     */
    public Outcome<PartyId> erase(
            PartyId person, DataCategory category, PersonFile file, LocalDate today, Actor actor) {
        Optional<Refusal> denied = Recording.denied(access, "person.erase", person, actor);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (!erasable(file, today).contains(category)) {
            return Outcome.refused(Refusal.of(
                            RETAINED,
                            "The " + category.text() + " of " + person + " is still to be kept on " + today
                                    + "; wait until the retention ends")
                    .with("person", person)
                    .with("category", category.text())
                    .with("today", today));
        }
        return unitOfWork.execute(() -> {
            Optional<Stored<PersonalData>> kept = store.find(person);
            if (kept.isEmpty()) {
                return Outcome.refused(unknown(person));
            }
            PersonalData left = kept.get().value().without(category);
            if (left.equals(kept.get().value())) {
                return Outcome.replayed(person);
            }
            store.replace(person, left, kept.get().version());
            return Outcome.accepted(person);
        });
    }

    private static Refusal unknown(PartyId person) {
        return Refusal.of(UNKNOWN, "Nothing is kept of person " + person + "; look up the id")
                .with("person", person);
    }
}
