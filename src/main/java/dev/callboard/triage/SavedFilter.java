package dev.callboard.triage;

/** A filter that a person keeps. @param query as it was typed */
public record SavedFilter(long id, String name, String query) {}
