package dev.erpkit.core.planted;

import dev.erpkit.accounting.Books;
import dev.erpkit.core.back.BackOffender;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.testkit.books.Journals;

/** Planted for ArchitectureTest: core that knows the books, the kit and a country, and a package that knows it back. */
public record CoreOffender(Books books, Journals journals, JapaneseHolidays holidays, BackOffender back) {}
