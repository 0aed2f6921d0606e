package dev.callboard.jobs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.callboard.refusals.Refusal;

/** The names of a queue's keys in Redis. */
record QueueKeys(String prefix, String name) {

    QueueKeys {
        if (name.isEmpty() || name.indexOf(':') >= 0) {
            throw Refusal.invalid("A job queue's name must not be empty or hold a colon: " + Refusal.shortened(name));
        }
    }

    String of(String suffix) {
        return prefix + ":" + name + ":" + suffix;
    }

    String meta() {
        return of("meta");
    }

    /**
     * What a worker's connection is called, so that every BullMQ tool lists it. Redis takes no blanks in there, nor
     * anything beyond ASCII.
     */
    String workerConnection(String workerName) {
        return connection() + ":w:" + workerName.replaceAll("[^!-~]", "-");
    }

    /** What the connection of a listener to the event stream is called. */
    String listenerConnection() {
        return connection() + ":qe";
    }

    /** True for the connection name of one of this queue's workers, of whatever library. */
    boolean isWorker(String connectionName) {
        return connectionName.equals(connection()) || connectionName.startsWith(connection() + ":w:");
    }

    private String connection() {
        return prefix + ":" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }
}
