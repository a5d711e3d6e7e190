package dev.erpkit.core.back;

import dev.erpkit.core.planted.CoreOffender;

/** Planted for ArchitectureTest: closes a circle of packages. */
public record BackOffender(CoreOffender offender) {}
