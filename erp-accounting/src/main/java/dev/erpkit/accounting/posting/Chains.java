package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.posting.Batch.Element;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Decides the chains of a batch, each as a whole, one after the other. */
final class Chains {
    private final PostingSession session;
    private final MutableList<Decision> decisions = Lists.mutable.empty();
    private final MutableList<Element> chain = Lists.mutable.empty();

    private Chains(PostingSession session) {
        this.session = session;
    }

    static ImmutableList<Decision> decide(Batch batch, PostingSession session) {
        Chains chains = new Chains(session);
        for (Element element : batch.elements()) {
            chains.chain.add(element);
            if (!element.linkedToNext()) {
                chains.decideChain();
            }
        }
        if (chains.chain.notEmpty()) {
            chains.refuseOpenChain();
        }
        return chains.decisions.toImmutable();
    }

    private void decideChain() {
        int mark = session.mark();
        int start = decisions.size();
        for (Element element : chain) {
            Decision decision = session.decide(element.entry(), null);
            decisions.add(decision);
            if (decision.refusal() != null) {
                session.backTo(mark);
                fail(start, decisions.size() - 1);
                break;
            }
        }
        chain.clear();
    }

    /** Leaves the root cause and fails the others with it. */
    private void fail(int start, int cause) {
        Decision linked = Decision.refused(PostingRefusals.of(
                "batch.linked-failed",
                "Another entry of the chain was refused; mend that one and send the chain again"));
        for (int i = start; i < start + chain.size(); i++) {
            if (i >= decisions.size()) {
                decisions.add(linked);
            } else if (i != cause) {
                decisions.set(i, linked);
            }
        }
    }

    private void refuseOpenChain() {
        int start = decisions.size();
        chain.forEach(element -> decisions.add(Decision.refused(PostingRefusals.of(
                "batch.chain-open",
                "The last entry of the batch is linked to a next one; send that too, or unlink it"))));
        fail(start, decisions.size() - 1);
    }
}
