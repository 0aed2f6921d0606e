/** To the right servers, knowing which ones they are; or to a sample shop at one press. */
package dev.callboard.console.connect;
