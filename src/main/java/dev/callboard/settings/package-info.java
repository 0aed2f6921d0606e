/** Typed settings, and the profiles that name a shop's servers and its settings. */
package dev.callboard.settings;
