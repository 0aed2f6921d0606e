/** The touch screen where visitors take a number: one press, one ticket. */
package dev.callboard.kiosk;
