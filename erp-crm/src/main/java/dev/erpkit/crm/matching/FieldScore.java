package dev.erpkit.crm.matching;

/**
 * What one field says.
 *
 * @param field which
 * @param agreement how the values compare
 * @param weight what that is worth, in ten-thousandths of a bit; below zero it speaks against
 */
public record FieldScore(MatchField field, Agreement agreement, long weight) {}
