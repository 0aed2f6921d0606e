/** The background duties: fulfilment of paid orders, relays, expiry, sweeps. Nothing here is interactive. */
package dev.callboard.workers;
