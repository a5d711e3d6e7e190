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
     * A number that stands for the accounts as they are now. Every insert and replace gives a new one, which was never used
     * before, not even in a unit of work that was rolled back: a chart that was read at a revision is right whenever the
     * revision is that. Asked for every entry that is posted, inside its unit of work, so it takes the same short time
     * however many accounts there are.
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
