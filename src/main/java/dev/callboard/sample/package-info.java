/** Trade for trying things out: real days of calls and of invoices, replayed through the real commands. */
package dev.callboard.sample;
