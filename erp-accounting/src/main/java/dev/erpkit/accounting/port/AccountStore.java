package dev.erpkit.accounting.port;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import java.util.Optional;
import java.util.function.Consumer;

/** Port: the accounts of one tenant's chart. */
public interface AccountStore {
    /**
     * A number that grows with every insert and replace. Asked for every entry that is posted, inside its unit of work, so
     * it takes the same short time however many accounts there are.
     */
    long revision();

    /** The account with this code. */
    Optional<Stored<Account>> find(AccountId id);

    /**
     * Adds an account.
     *
     * @throws DuplicateKeyException when the code is taken
     */
    Stored<Account> insert(Account account);

    /**
     * Replaces the account with the same code.
     *
     * @throws StaleVersionException when the stored version is another one, or there is none
     */
    Stored<Account> replace(Account account, long expectedVersion);

    /** Pushes all accounts in the order of their codes. */
    void forEach(Consumer<? super Stored<Account>> sink);
}
