/**
 * Depreciation by Japanese tax law: straight line by the table of rates (定額法), 250 % and 200 % declining with guaranteed
 * amount and revised rate (定率法), the methods of assets acquired before April 2007 (旧定額法, 旧定率法), and the rules for small
 * assets. Rates are data; lives and days that they do not cover are refused.
 *
 * <pre>{@code
 * Methods methods = Methods.standard().with(JapaneseMethods::find);
 * DepreciationTerms terms = JapaneseMethods.terms("jp-declining-200", 10);
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.asset.japan;

import org.jspecify.annotations.NullMarked;
