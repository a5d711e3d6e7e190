/**
 * What a storage adapter has to do, as abstract test classes: extend a contract, give it one long-lived harness, and every
 * rule of the port becomes a test whose name carries the rule's number. The tests use fresh keys, so they run on a store
 * that is in use.
 */
@NullMarked
package dev.erpkit.testkit.contract;

import org.jspecify.annotations.NullMarked;
