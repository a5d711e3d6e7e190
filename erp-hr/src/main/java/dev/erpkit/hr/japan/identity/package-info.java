/**
 * Japanese numbers of persons: the check of My Number.
 *
 * <pre>{@code
 * PersonService service = new PersonService(store, ZenginAccounts.RULE, MyNumber::check, retention, unitOfWork, access);
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.identity;

import org.jspecify.annotations.NullMarked;
