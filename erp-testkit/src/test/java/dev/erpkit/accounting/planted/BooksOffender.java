package dev.erpkit.accounting.planted;

import dev.erpkit.testkit.books.Journals;

/** Planted for ArchitectureTest: books that know the kit. */
public record BooksOffender(Journals journals) {}
