/** The Activity screen: who did what, to what and why, with what it was before and became. */
package dev.callboard.console.activity;
