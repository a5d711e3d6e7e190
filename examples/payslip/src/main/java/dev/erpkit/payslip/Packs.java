package dev.erpkit.payslip;

import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.us.FederalPack;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The packs that this host knows. */
final class Packs {
    private static final Map<String, Supplier<Pack>> KNOWN =
            new TreeMap<>(Map.of("japan", JapanPack::create, "us-federal", FederalPack::create));

    private Packs() {}

    static Pack of(String id) throws WrongInputException {
        Supplier<Pack> known = KNOWN.get(id);
        if (known == null) {
            throw new WrongInputException("pack: there is none called " + id + "; take one of " + KNOWN.keySet());
        }
        return known.get();
    }
}
