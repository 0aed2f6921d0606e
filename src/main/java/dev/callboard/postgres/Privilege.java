package dev.callboard.postgres;

import java.util.List;

/** Something that Postgres allows a login or does not; asked without trying it. */
public sealed interface Privilege {

    /** To run a function, by its name alone. */
    record Run(String function) implements Privilege {}

    /** To add rows to a table, in whichever of its columns. */
    record Insert(String table) implements Privilege {}

    /** To read a table. */
    record Read(String table) implements Privilege {}

    /** To do what a trigger leaves to the members of one of these roles. */
    record AnyRole(List<String> roles) implements Privilege {
        public AnyRole {
            roles = List.copyOf(roles);
        }
    }
}
