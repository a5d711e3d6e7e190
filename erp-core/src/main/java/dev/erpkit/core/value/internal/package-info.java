/** What makes Hibernate Validator understand record-style accessors and Eclipse Collections; not for hosts. */
@NullMarked
package dev.erpkit.core.value.internal;

import org.jspecify.annotations.NullMarked;
