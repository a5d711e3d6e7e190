/** The smallest host: a command that reads a plain-text journal and prints reports. */
@NullMarked
package dev.erpkit.books;

import org.jspecify.annotations.NullMarked;
