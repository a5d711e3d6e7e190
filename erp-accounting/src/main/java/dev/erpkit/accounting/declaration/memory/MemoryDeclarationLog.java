package dev.erpkit.accounting.declaration.memory;

import dev.erpkit.accounting.declaration.DeclarationFact;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Declarations in memory. */
public final class MemoryDeclarationLog implements DeclarationLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<DeclarationFact> facts = Lists.mutable.empty();

    /** An empty log that is written in the given unit of work. */
    public MemoryDeclarationLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long size() {
        return unitOfWork.read(facts::size);
    }

    @Override
    public void append(DeclarationFact fact) {
        unitOfWork.write(
                () -> {
                    if (fact.number() != facts.size() + 1) {
                        throw new StaleVersionException("declaration log", fact.number() - 1);
                    }
                    if (facts.anySatisfy(
                            each -> each.change().key().equals(fact.change().key()))) {
                        throw new DuplicateKeyException(fact.change().key().value());
                    }
                    facts.add(fact);
                },
                () -> facts.remove(facts.size() - 1));
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super DeclarationFact> sink) {
        ImmutableList<DeclarationFact> found = unitOfWork.read(() -> Lists.immutable.ofAll(
                facts.subList(Math.toIntExact(Math.min(afterNumber, facts.size())), facts.size())));
        found.forEach(sink);
    }
}
