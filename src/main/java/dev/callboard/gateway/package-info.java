/**
 * HTTP for customers and for the payment provider: reserve, pay, join, see one's place. Nothing here can call, serve,
 * retry or cancel.
 */
package dev.callboard.gateway;
