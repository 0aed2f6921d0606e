/** The Stock screen: what is on hand, promised and for sale, what the gate says, and why each product is at what it is at. */
package dev.callboard.console.stock;
