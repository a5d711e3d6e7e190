/** Who acts, and the port that decides whether they may. */
@NullMarked
package dev.erpkit.core.security;

import org.jspecify.annotations.NullMarked;
