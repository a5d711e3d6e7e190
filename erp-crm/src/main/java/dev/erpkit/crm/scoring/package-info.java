/**
 * How likely a lead is won, by naive Bayes over what was won and lost before: each score names the factors that made it,
 * and a report tells how far scores can be believed. Figures are estimates in floating point; no money is known here.
 *
 * <pre>{@code
 * LeadFrequencies history = new LeadFrequencies(ScoringPolicy.of("new", "qualified", "offer"));
 * history.won(Lead.of("north", "offer").with("source", "fair"));
 * history.lost(Lead.of("north", "new").with("source", "web"));
 * LeadScore score = history.score(Lead.of("north", "qualified").with("source", "fair")).orElseThrow();
 * double percent = score.percent();
 * ImmutableList<LeadScore.Factor> why = score.factors();
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.scoring;

import org.jspecify.annotations.NullMarked;
