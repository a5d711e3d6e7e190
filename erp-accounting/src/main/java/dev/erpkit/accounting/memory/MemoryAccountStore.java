package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.jspecify.annotations.Nullable;

/** Accounts in memory. */
public final class MemoryAccountStore implements AccountStore {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableSortedMap<AccountId, Stored<Account>> accounts = SortedMaps.mutable.empty();
    private long revision;

    /** Accounts that are written in the given unit of work. */
    public MemoryAccountStore(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long revision() {
        return unitOfWork.active() ? revision : unitOfWork.read(() -> revision);
    }

    @Override
    public Optional<Stored<Account>> find(AccountId id) {
        return unitOfWork.read(() -> Optional.ofNullable(accounts.get(id)));
    }

    @Override
    public Stored<Account> insert(Account account) {
        return unitOfWork.execute(() -> {
            if (accounts.containsKey(account.id())) {
                throw new DuplicateKeyException(account.id().value());
            }
            return put(account, null);
        });
    }

    @Override
    public Stored<Account> replace(Account account, long expectedVersion) {
        return unitOfWork.execute(() -> {
            Stored<Account> before = accounts.get(account.id());
            if (before == null || before.version() != expectedVersion) {
                throw new StaleVersionException(account.id().value(), expectedVersion);
            }
            return put(account, before);
        });
    }

    /** The revision only grows, also when a unit of work rolls back: a cached chart is then read once more for nothing. */
    private Stored<Account> put(Account account, @Nullable Stored<Account> before) {
        Stored<Account> after = new Stored<>(account, ++revision);
        unitOfWork.write(() -> accounts.put(account.id(), after), () -> {
            revision++;
            if (before == null) {
                accounts.remove(account.id());
            } else {
                accounts.put(account.id(), before);
            }
        });
        return after;
    }

    @Override
    public void forEach(Consumer<? super Stored<Account>> sink) {
        unitOfWork.read(accounts::toList).forEach(sink);
    }
}
