/** The command line: one class per command, each turning its arguments into one call and the outcome into an answer. */
package dev.callboard.cli;
