/** Something changed, said and heard: signals over Redis, subscriptions of what is on screen, and how fresh a sight is. */
package dev.callboard.live;
