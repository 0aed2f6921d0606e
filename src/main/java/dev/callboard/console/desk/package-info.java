/** Desk: one member of staff, one counter, one visitor at a time. */
package dev.callboard.console.desk;
