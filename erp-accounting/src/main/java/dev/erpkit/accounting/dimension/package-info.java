/**
 * Dimensions: the catalogue of analytic axes (cost centre, project, any) with their members in trees, valid for a time. The
 * chart says on which axes an account needs a value; here it is decided which values there are.
 *
 * <pre>{@code
 * DimensionCatalogue catalogue = DimensionCatalogue.of(
 *         Lists.immutable.of("cost-centre"),
 *         Lists.immutable.of(
 *                 DimensionMember.heading("cost-centre", "1", "Production"),
 *                 DimensionMember.of("cost-centre", "110", "Milling").under("1")));
 * Optional<Refusal> unknown = catalogue.check(Dimensions.of("cost-centre", "120"), LocalDate.of(2026, 4, 1));
 * }</pre>
 *
 * <p>{@link dev.erpkit.accounting.dimension.DimensionGuard} asks it for every line that is posted;
 * {@link dev.erpkit.accounting.dimension.Distribution} splits an amount over several coordinates exactly;
 * {@link dev.erpkit.accounting.dimension.DimensionCatalogue#rollUp} adds figures up along the tree.
 */
@NullMarked
package dev.erpkit.accounting.dimension;

import org.jspecify.annotations.NullMarked;
