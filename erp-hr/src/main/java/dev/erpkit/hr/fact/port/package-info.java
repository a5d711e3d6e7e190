/** What a host implements to keep facts. Proven by {@code FactStreamContract} of the test kit. */
@NullMarked
package dev.erpkit.hr.fact.port;

import org.jspecify.annotations.NullMarked;
