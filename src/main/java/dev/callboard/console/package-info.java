/** The console for staff and admins: the window around its screens, one folder per screen. */
package dev.callboard.console;
