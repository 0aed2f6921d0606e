package dev.callboard.faults;

import java.time.Duration;

/** One thing that goes wrong. */
sealed interface Fault {

    /** What the wires lead to. */
    enum Server {
        POSTGRES, REDIS, MAIL
    }

    /** A process ends in the midst of whatever it does; it is started again. @param party see {@link FaultShop} */
    record Kill(int party) implements Fault {}

    /** A process stands still and then goes on, as if no time had passed. */
    record Freeze(int party, Duration lasting) implements Fault {}

    /** @param gently false as after a power cut */
    record RestartPostgres(boolean gently) implements Fault {}

    /** @param gently false as after a crash */
    record RestartRedis(boolean gently) implements Fault {}

    /** Redis forgets everything. */
    record FlushRedis() implements Fault {}

    /** Strangers take every connection that Postgres has left. */
    record FillConnections(Duration lasting) implements Fault {}

    /** All that is said to a server and by it comes later. */
    record Slow(Server server, Duration each, Duration lasting) implements Fault {}

    /** A server is connected and says nothing. */
    record Silent(Server server, Duration lasting) implements Fault {}

    /** Every connection to a server breaks; for a while there is no other. */
    record Down(Server server, Duration lasting) implements Fault {}

    /** The time by which the shop judges its limits leaps, either way. */
    record StepClock(Duration by) implements Fault {}
}
