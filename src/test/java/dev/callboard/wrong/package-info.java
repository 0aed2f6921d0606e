/**
 * Wrong on purpose: one example for each fence of the house, in the folder where it would be wrong. Nothing uses them
 * but the test that shows that the fence catches them.
 */
package dev.callboard.wrong;
