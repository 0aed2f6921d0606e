/** Trade for trying things out: real days replayed through the real commands. */
package dev.callboard.sample;
