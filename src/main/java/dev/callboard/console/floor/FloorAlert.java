package dev.callboard.console.floor;

import java.time.Instant;

import dev.callboard.console.Right;

/**
 * One alert as a supervisor reads it.
 *
 * @param key recognises it from one read to the next
 * @param grave true where visitors or money suffer now
 * @param at since when
 * @param offer what the button says that mends it, or null where nothing here can
 * @param mend what that button does, or null
 * @param right what that needs
 * @param take the person takes it on
 */
record FloorAlert(String key, boolean grave, String icon, String title, String detail, Instant at, String offer,
        Runnable mend, Right right, Runnable take) {}
