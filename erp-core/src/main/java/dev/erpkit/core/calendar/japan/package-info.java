/**
 * Japan's public holidays by the rules of law, and the further days on which its banks and public offices are closed. The
 * only place that knows a country; names in Japanese are data of the law.
 */
@NullMarked
package dev.erpkit.core.calendar.japan;

import org.jspecify.annotations.NullMarked;
