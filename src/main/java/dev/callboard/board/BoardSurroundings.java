package dev.callboard.board;

import java.util.concurrent.Executor;

import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.OpeningHours;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;

/**
 * What the board stands on.
 *
 * @param fx the door to the FX thread
 * @param background where receipts wait for the servers
 */
public record BoardSurroundings(Texts texts, Formats formats, OpeningHours opening, ShopClock clock, Faults faults,
        Executor fx, Executor background, Subscriptions subscriptions) {}
