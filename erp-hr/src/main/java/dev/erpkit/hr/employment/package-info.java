/**
 * People and where they stand: contracts with their validity and terms, several at once; the organisation of units and
 * positions; personal data apart from it, with who may see it and when it may be erased. Joining, moving and leaving are facts;
 * who worked where on which day is a fold.
 *
 * <pre>{@code
 * Contract contract = Contract.of(ContractId.of("c-1"), "main", DateRange.from(firstDay), terms);
 * service.change(IdempotencyKey.of("join-1"), new EmploymentChange.Joined(contract), person, me);
 * service.change(IdempotencyKey.of("leave-1"), new EmploymentChange.Left(ContractId.of("c-1"), lastDay, "resigned"), person, me);
 * service.file(person).contractsOn(lastDay);
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.employment;

import org.jspecify.annotations.NullMarked;
