/** Cancelling orders from any screen: the effects before, the promise, the effects after. */
package dev.callboard.console.cancel;
