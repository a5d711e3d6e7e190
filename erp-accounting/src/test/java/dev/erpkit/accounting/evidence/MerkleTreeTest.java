package dev.erpkit.accounting.evidence;

import static dev.erpkit.accounting.evidence.Samples.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private static final int MOST = 40;

    /** The definition of RFC 6962 and RFC 9162, section 2.1, written down as it stands there. */
    private static byte[] root(List<Digest> leaves) {
        if (leaves.size() == 1) {
            return sha256(new byte[] {0}, leaves.get(0).bytes());
        }
        int split = 1;
        while (2 * split < leaves.size()) {
            split *= 2;
        }
        return sha256(new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static List<Digest> leaves(int size) {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Digest.of(Samples.salt(i)));
        }
        return leaves;
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        leaves(size).forEach(tree::add);
        return tree;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 6c8502e3e0114cfdb4614d878747b245bf346701994ec0d53f4997314dacca6f",
        "2, 198ecf0c03639bc6fb6a1e8e909111c4ba9d683093c10c87ecbfe04a5a335043",
        "3, 4cfcf14bdbe967aed8953caf0a7c5f31cc666586cb305035acf65216c787aebf",
        "5, c287889b95aa1c7dec8eb6d5391b37615eb5939481215fab423f3455084805d3",
        "8, 194601bebc027580a6216246376b0dca97a236837073dcd7e1ed4068fc0fcec8"
    })
    void roots_are_these(int size, String root) {
        assertThat(tree(size).checkpoint(size)).isEqualTo(new MerkleCheckpoint(size, Digest.parse(root)));
    }

    @Test
    void the_root_of_every_size_is_that_of_the_definition_also_when_the_tree_has_grown_since() {
        MerkleTree grown = tree(MOST);
        for (int size = 1; size <= MOST; size++) {
            Digest root = Digest.of(root(leaves(size)));
            assertThat(tree(size).checkpoint(size).root()).as("size %d", size).isEqualTo(root);
            assertThat(grown.checkpoint(size).root())
                    .as("size %d of %d", size, MOST)
                    .isEqualTo(root);
        }
    }

    @Test
    void there_is_no_checkpoint_over_nothing_and_none_beyond_the_leaves() {
        assertThat(new MerkleTree().size()).isZero();
        assertThatThrownBy(() -> new MerkleTree().checkpoint(0)).hasMessageContaining("size");
        assertThatThrownBy(() -> tree(3).checkpoint(4)).hasMessageContaining("size");
        assertThatThrownBy(() -> tree(3).inclusionProof(1, 4)).hasMessageContaining("size");
        assertThatThrownBy(() -> tree(3).inclusionProof(0, 3)).hasMessageContaining("position");
        assertThatThrownBy(() -> tree(3).inclusionProof(3, 2)).hasMessageContaining("position");
    }

    @Test
    void every_leaf_of_every_size_is_proved_and_nothing_else() {
        MerkleTree tree = tree(MOST);
        List<Digest> leaves = leaves(MOST);
        for (int size = 1; size <= MOST; size++) {
            MerkleCheckpoint checkpoint = tree.checkpoint(size);
            for (int position = 1; position <= size; position++) {
                InclusionProof proof = tree.inclusionProof(position, size);
                assertThat(proof.proves(leaves.get(position - 1), checkpoint))
                        .as("%d of %d", position, size)
                        .isTrue();
                for (int other = 1; other <= MOST; other++) {
                    assertThat(proof.proves(leaves.get(other - 1), checkpoint))
                            .as("the leaf of %d with the proof of %d of %d", other, position, size)
                            .isEqualTo(other == position);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 21, MOST})
    void a_proof_that_was_altered_proves_nothing(int size) {
        MerkleTree tree = tree(MOST);
        MerkleCheckpoint checkpoint = tree.checkpoint(size);
        for (int position = 1; position <= size; position++) {
            Digest leaf = leaves(size).get(position - 1);
            InclusionProof proof = tree.inclusionProof(position, size);
            for (InclusionProof altered : altered(proof)) {
                assertThat(altered.proves(leaf, checkpoint)).as("%s", altered).isFalse();
            }
            assertThat(proof.proves(leaf, new MerkleCheckpoint(size, flipped(checkpoint.root()))))
                    .isFalse();
            assertThat(proof.proves(leaf, new MerkleCheckpoint(size + 1, checkpoint.root())))
                    .isFalse();
            if (size < MOST) {
                assertThat(proof.proves(leaf, tree.checkpoint(size + 1))).isFalse();
            }
        }
    }

    /** One digest changed, two neighbours swapped, one dropped, one more, another position, another size. */
    private static List<InclusionProof> altered(InclusionProof proof) {
        List<InclusionProof> altered = new ArrayList<>();
        ImmutableList<Digest> path = proof.path();
        for (int i = 0; i < path.size(); i++) {
            MutableList<Digest> changed = path.toList();
            changed.set(i, flipped(path.get(i)));
            altered.add(with(proof, changed));
            MutableList<Digest> dropped = path.toList();
            dropped.remove(i);
            altered.add(with(proof, dropped));
            if (i > 0) {
                MutableList<Digest> swapped = path.toList();
                Collections.swap(swapped, i - 1, i);
                altered.add(with(proof, swapped));
            }
        }
        for (Digest more : List.of(Digest.ZERO, Digest.of(Samples.salt(0)))) {
            altered.add(with(proof, path.toList().with(more)));
            altered.add(with(proof, Lists.mutable.of(more).withAll(path)));
        }
        for (long position = -1; position <= proof.size() + 2; position++) {
            if (position != proof.position()) {
                altered.add(new InclusionProof(position, proof.size(), path));
            }
        }
        altered.add(new InclusionProof(proof.position(), proof.size() + 1, path));
        altered.add(new InclusionProof(proof.position(), proof.size() - 1, path));
        return altered;
    }

    private static InclusionProof with(InclusionProof proof, List<Digest> path) {
        return new InclusionProof(proof.position(), proof.size(), Lists.immutable.withAll(path));
    }

    /** Left and right told apart: who swaps two leaves, or takes an inner node for a leaf, gets another root. */
    @Test
    void sides_and_levels_are_told_apart() {
        List<Digest> two = leaves(2);
        MerkleTree turned = new MerkleTree();
        turned.add(two.get(1));
        turned.add(two.get(0));
        assertThat(turned.checkpoint(2)).isNotEqualTo(tree(2).checkpoint(2));
        InclusionProof proof = tree(2).inclusionProof(1, 2);
        assertThat(new InclusionProof(2, 2, proof.path()).proves(two.get(0), tree(2).checkpoint(2)))
                .isFalse();
        Digest inner = tree(4).checkpoint(2).root();
        MerkleCheckpoint four = tree(4).checkpoint(4);
        ImmutableList<Digest> upper = tree(4).inclusionProof(1, 4).path().drop(1);
        assertThat(new InclusionProof(1, 2, upper).proves(inner, new MerkleCheckpoint(2, four.root())))
                .isFalse();
    }

    private static Digest flipped(Digest digest) {
        byte[] bytes = digest.bytes();
        bytes[31] ^= 1;
        return Digest.of(bytes);
    }
}
