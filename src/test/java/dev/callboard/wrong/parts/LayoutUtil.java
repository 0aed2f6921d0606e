package dev.callboard.wrong.parts;

/** Wrong: a name that says nothing attracts everything. */
final class LayoutUtil {}
