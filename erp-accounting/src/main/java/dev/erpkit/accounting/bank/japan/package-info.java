/**
 * What is Japanese about bank statements: the names in transfer files.
 *
 * <pre>{@code
 * NameForm form = JapaneseNames.form();
 * boolean same = form.normalise("ｶ)ﾔﾏﾀﾞｼﾖｳｼﾞ").equals(form.normalise("ヤマダショウジ株式会社"));
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.bank.japan;

import org.jspecify.annotations.NullMarked;
