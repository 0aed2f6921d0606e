package dev.callboard.console;

import java.util.List;

import dev.callboard.postgres.Privilege;

/** What a button of the console needs of the servers, and which role has it. */
public enum Right {
    /** To call, serve, hold, transfer and take back. */
    TICKETS("callboard_staff", new Privilege.Run("call_next")),
    /** To open, pause, lock and close a queue. */
    QUEUE_STATES("callboard_staff", new Privilege.Run("set_queue_state")),
    /** To choose what a counter serves, and to free it. */
    COUNTERS("callboard_staff", new Privilege.Run("serve_queues")),
    /** To take on an alert. */
    ALERTS("callboard_staff", new Privilege.Run("settle_alert")),
    /** To add, rename and retire counters. */
    COUNTER_LIST("callboard_admin", new Privilege.Run("add_counter")),
    /** To add and change queues. */
    QUEUES("callboard_admin", new Privilege.Run("add_queue")),
    /** To give what failed another chance, as it is or with other data. */
    RETRY("callboard_admin", new Privilege.AnyRole(List.of("callboard_admin"))),
    /** To look after a kind of error, and to give it back. */
    CLAIMS("callboard_admin", new Privilege.Insert("group_claim")),
    /** To discard and cancel what failed. */
    ORDERS("callboard_admin", new Privilege.AnyRole(List.of("callboard_admin", "callboard_worker"))),
    /** To receive goods and to correct the gate, which Redis guards by its own users. */
    STOCK("callboard_admin", new Privilege.Insert("product")),
    /** To write off goods. */
    WRITE_OFF("callboard_admin", new Privilege.AnyRole(List.of("callboard_admin"))),
    /** To change what a profile keeps. */
    SETTINGS("callboard_admin", new Privilege.AnyRole(List.of("callboard_admin"))),
    /** To read and export what was done. */
    AUDIT("callboard_staff", new Privilege.Read("audit_entry"));

    private final String role;
    private final Privilege privilege;

    Right(String role, Privilege privilege) {
        this.role = role;
        this.privilege = privilege;
    }

    /** The least role that has it. */
    public String role() {
        return role;
    }

    /** How Postgres is asked for it. */
    public Privilege privilege() {
        return privilege;
    }
}
