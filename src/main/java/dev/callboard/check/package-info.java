/** What must always hold, proved from the rows themselves and not from what the program remembers. */
package dev.callboard.check;
