package dev.erpkit.company.people;

import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;

/** Who may do what with people and their pay; everybody records the own attendance and takes the own leave. */
final class Roles {
    /** Keeps the files of people, and alone sees the numbers that the state gave them. */
    static final Actor PERSONNEL = Actor.of("personnel");

    /** Prepares and commits runs, and sees what it needs for that. */
    static final Actor PAYROLL = Actor.of("payroll");

    /** Approves runs. */
    static final Actor CONTROLLER = Actor.of("controller");

    static final AccessPolicy POLICY = Roles::allows;

    private Roles() {}

    private static boolean allows(Actor actor, Permission permission) {
        return switch (permission.action()) {
            case "employment.change", "organisation.change", "leave.grant", "person.keep", "person.see-national-id" ->
                actor.equals(PERSONNEL);
            case "attendance.record", "leave.take" -> actor.id().equals(permission.scope());
            case "person.see-name", "person.see-birthday", "person.see-bank", "payroll.run" -> actor.equals(PAYROLL);
            case "payroll.approve" -> actor.equals(CONTROLLER);
            default -> false;
        };
    }
}
