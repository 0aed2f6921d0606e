/** The wall screen for visitors: who is called where. No mouse, no keyboard, runs for weeks. */
package dev.callboard.board;
