/**
 * Who may be the same: texts folded to what counts in them, a score explained field by field, and an index that finds the few
 * parties worth comparing with a new one without looking at the others. Weights are exact, in ten-thousandths of a bit, so
 * that a score is the same both ways and everywhere.
 *
 * <pre>{@code
 * CardMaker cards = new CardMaker(JapaneseFolding.INSTANCE, LibPhoneNumbers.in("JP"));
 * DuplicateFinder finder = new DuplicateFinder(MatchModel.standard());
 * known.forEach(profile -> finder.add(cards.card(profile)));
 * ImmutableList<DuplicateScore> found = finder.duplicates(cards.card(entered));
 * found.forEach(score -> show(score.other(entered.party()), score.verdict(), score.fields()));
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.matching;

import org.jspecify.annotations.NullMarked;
