package dev.erpkit.company.people;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.hr.employment.Contract;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.PersonFile;
import dev.erpkit.hr.employment.PersonalData;
import java.time.LocalDate;

/**
 * Somebody who works for the company.
 *
 * @param id of the person, and of the employment in payroll
 * @param data what is kept of the person
 * @param contract by which the person joined
 * @param papers what was handed in
 */
record Employee(String id, PersonalData data, Contract contract, Papers papers) {
    PartyId party() {
        return PartyId.of(id);
    }

    LocalDate joined() {
        return contract.validity().startInclusive();
    }

    LocalDate born() {
        return data.birthday().orElseThrow();
    }

    /** Before anything changed. */
    PersonFile joiningFile() {
        PersonFile file = new PersonFile();
        file.apply(new EmploymentChange.Joined(contract));
        return file;
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return id;
    }
}
