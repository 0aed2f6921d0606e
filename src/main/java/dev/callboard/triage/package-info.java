/** Jobs that failed for good: finding them, seeing why, and ending each case once, by retry, cancel or discard. */
package dev.callboard.triage;
