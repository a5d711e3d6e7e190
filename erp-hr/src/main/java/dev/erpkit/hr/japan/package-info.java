/**
 * Japan: withholding of income tax, social and labour insurance, year-end adjustment, resident tax, retirement income and
 * benefits as pure functions, and the rule pack that puts them on a payslip. This room holds what they share: a figure with
 * its derivation. Every table ships with its source and checksum; what is not confirmed is refused, never guessed.
 */
@NullMarked
package dev.erpkit.hr.japan;

import org.jspecify.annotations.NullMarked;
