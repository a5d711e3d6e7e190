/**
 * What a host implements to keep parties: a log of facts and a store of profiles. Proven by {@code PartyLogContract} and
 * {@code ProfileStoreContract} of the test kit.
 */
@NullMarked
package dev.erpkit.crm.party.port;

import org.jspecify.annotations.NullMarked;
