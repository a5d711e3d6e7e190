package dev.erpkit.testkit.company;

import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * How a simulation ended.
 *
 * @param commands how many commands were sent, duplicates included
 * @param outcomes how often each kind of command ended in which way, such as {@code sale in USD accepted}
 * @param entries how many entries the journal has
 * @param digest SHA-256 over journal, items, matches, periods, seals and balances, in hexadecimal
 */
public record CompanyRun(long commands, ImmutableSortedMap<String, Integer> outcomes, long entries, String digest) {}
