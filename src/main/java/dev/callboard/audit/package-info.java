/** Who did what, to what, why: written in the same transaction as the act, by the database login, for ever. */
package dev.callboard.audit;
