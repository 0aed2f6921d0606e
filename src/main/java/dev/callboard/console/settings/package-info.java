/** The Settings screen: what the profile of this shop says, group by group, checked before it is written. */
package dev.callboard.console.settings;
