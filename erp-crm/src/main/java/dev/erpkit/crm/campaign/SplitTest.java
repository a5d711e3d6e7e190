package dev.erpkit.crm.campaign;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Shows different arms of a campaign to different people. Who sees which follows from the names of test and person alone, so
 * that it stays the same whenever and wherever it is asked, and in the long run follows the weights. How many people an arm
 * needs: {@code behaviour.ProportionTest}.
 *
 * @param name the name of the test; another name deals anew
 * @param arms what is shown
 */
public record SplitTest(String name, ImmutableList<Arm> arms) {
    /**
     * One variant.
     *
     * @param name its name
     * @param weight how many of all that are dealt it gets, in proportion to the others; above zero
     */
    public record Arm(String name, int weight) {}

    /** Checks that there are arms of different names with weights above zero: {@code campaign.arms}. */
    public SplitTest {
        boolean sound = arms.notEmpty()
                && arms.allSatisfy(arm -> arm.weight() > 0)
                && arms.collect(Arm::name).distinct().size() == arms.size();
        if (!sound) {
            throw new InvalidValueException(
                    "SplitTest", "arms", "campaign.arms", "must be arms of different names with weights above zero");
        }
    }

    /** The arm that a person sees. */
    public String arm(PartyId party) {
        String hex = Digest.ofText(name.length() + ":" + name + party.value()).toString();
        long place = Long.parseLong(hex.substring(0, 15), 16) % arms.sumOfInt(Arm::weight);
        for (Arm arm : arms) {
            place -= arm.weight();
            if (place < 0) {
                return arm.name();
            }
        }
        throw new IllegalStateException("The weights sum to more than the place");
    }
}
