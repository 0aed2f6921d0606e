/**
 * What the shop does in a second, beside the naive way and beside the floor: the bare statement or script that it is made
 * of. Run by {@code mvn -Pbench verify}.
 */
package dev.callboard.bench;
