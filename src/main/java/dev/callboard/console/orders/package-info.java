/** The Orders screen: every order, the last changed first, and one of them whole with all it did and may do. */
package dev.callboard.console.orders;
