package dev.erpkit.crm.scoring;

import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is known of a lead. A variable may have several values, as tags have, or none.
 *
 * @param team whose lead it is, if anybody's
 * @param stage the stage it has reached
 * @param features what is known
 */
public record Lead(Optional<String> team, String stage, ImmutableList<Feature> features) {
    /**
     * One value of a variable.
     *
     * @param variable the variable
     * @param value the value, not personal
     */
    public record Feature(String variable, String value) {}

    /** A lead of a team of which nothing else is known yet. */
    public static Lead of(String team, String stage) {
        return new Lead(Optional.of(team), stage, Lists.immutable.empty());
    }

    /** The same lead with one more value. */
    public Lead with(String variable, String value) {
        return new Lead(team, stage, features.newWith(new Feature(variable, value)));
    }
}
