/**
 * What a bank tells about an account: statements that have to add up, lines that may come in several files, what they are
 * about, and how they get into the books. Facts are stored once; what a line is, and what stands in suspense, are folds.
 *
 * <pre>{@code
 * StatementService statements = new StatementService(ports);
 * StatementTaken taken = statements.take(IdempotencyKey.of("june.xml"), file, clerk).orElseThrow();
 * CandidateIndex index = new CandidateIndex(candidates, names, NameForm.plain());
 * ImmutableList<LineMatch> matches = new StatementMatching(index, rules, learned, ScoringPolicy.standard())
 *         .match(taken.added().collect(StoredLine::line));
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.bank;

import org.jspecify.annotations.NullMarked;
