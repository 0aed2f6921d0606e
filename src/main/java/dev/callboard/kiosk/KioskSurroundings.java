package dev.callboard.kiosk;

import java.util.concurrent.Executor;

import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Faults;
import dev.callboard.parts.ShopClock;

/**
 * What the kiosk stands on.
 *
 * @param fx the door to the FX thread
 * @param background where a join waits for the servers
 */
public record KioskSurroundings(ShopClock clock, Faults faults, Executor fx, Executor background,
        Subscriptions subscriptions) {}
