/** The three ways in which work ends without having happened: a rule, a missing service, a missing right. */
package dev.callboard.refusals;
