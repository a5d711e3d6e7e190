/**
 * Transfer files of the Zengin format (全銀協規定形式): 120 characters a record, in half-width kana, with control totals.
 *
 * <pre>{@code
 * ZenginFile file = ZenginFile.of(orderer, ZenginFile.Kind.SALARY, payDay, transfers).orElseThrow();
 * byte[] bytes = file.bytes();
 * ZenginFile again = ZenginFile.read(bytes, payDay.getYear());
 * }</pre>
 *
 * <p>The layout of header, data, trailer and end follows what banks publish (the Bank of Gunma for 総合振込; the Miyazaki Bank for
 * records, fills and line ends), and the salary record the one of 給与・賞与振込. The Zengin rules themselves were not at hand:
 * ask the bank for its own sheet on the two customer codes and on which kinds of account it takes, where banks differ.
 */
@NullMarked
package dev.erpkit.hr.japan.bankfile;

import org.jspecify.annotations.NullMarked;
