/** What a host brings so that journals can be read: where the text of a source comes from. */
@NullMarked
package dev.erpkit.accounting.interchange.port;

import org.jspecify.annotations.NullMarked;
