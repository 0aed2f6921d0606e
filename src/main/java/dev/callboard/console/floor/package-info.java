/** The Floor: what a supervisor sees of queues, counters and alerts, and what they can do about it. */
package dev.callboard.console.floor;
