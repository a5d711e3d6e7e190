/**
 * The reference storage adapter: every port of the books on plain JDBC, with tables that an accountant's SQL can read. Used
 * with H2 in a file or in memory and with PostgreSQL.
 */
@NullMarked
package dev.erpkit.storage.jdbc;

import org.jspecify.annotations.NullMarked;
