package dev.callboard.wrong.attic;

/** Wrong: a folder that is not in the plan of the house. */
final class Odds {}
