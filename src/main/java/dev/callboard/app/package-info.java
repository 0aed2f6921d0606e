/** The composition root: the one place that builds long-lived things; opens upward, closes downward. */
package dev.callboard.app;
