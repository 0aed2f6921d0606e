/** Money: what was captured, what is to be given back. */
package dev.callboard.payments;
