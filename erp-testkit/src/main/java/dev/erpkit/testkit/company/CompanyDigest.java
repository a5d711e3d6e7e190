package dev.erpkit.testkit.company;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.invariant.OpenItemInvariants;
import dev.erpkit.testkit.invariant.PeriodInvariants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One digest over all that the books tell. */
final class CompanyDigest {
    private final MessageDigest sha;

    private CompanyDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String of(KitBooks books) {
        CompanyDigest digest = new CompanyDigest();
        BooksHarness harness = books.harness();
        books.journal().forEach(digest::add);
        OpenItemInvariants.items(harness.openItems()).forEach(digest::add);
        OpenItemInvariants.matches(harness.openItems()).forEach(digest::add);
        PeriodInvariants.facts(harness.periods()).forEach(digest::add);
        harness.seals().forEach(0, Long.MAX_VALUE, seal -> digest.add(seal.chain()));
        books.index().balances(LedgerQuery.all(BookId.MAIN)).forEach(digest::add);
        books.index().balancesBy("cost-centre", LedgerQuery.all(BookId.MAIN)).forEach(digest::add);
        harness.told().collect(ErpEvent::subject).forEach(digest::add);
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void add(Object value) {
        sha.update(value.toString().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
    }
}
