package dev.erpkit.accounting.document;

import dev.erpkit.core.quantity.Rational;

/**
 * The line of an earlier document that a line takes something back of.
 *
 * @param document the earlier document
 * @param line the number of its line
 * @param share how much of that line, above 0 and at most 1
 */
public record LineReference(DocumentId document, int line, Rational share) {}
