/**
 * Faults as they happen: a reply that is lost after the commit, a process that dies before it or between two calls. They
 * wrap a harness, so every service can be asked what it does when it is sent the same command again.
 */
@NullMarked
package dev.erpkit.testkit.fault;

import org.jspecify.annotations.NullMarked;
