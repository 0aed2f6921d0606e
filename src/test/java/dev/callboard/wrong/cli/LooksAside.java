package dev.callboard.wrong.cli;

import dev.callboard.workers.Duty;

/** Wrong: the command line and the workers stand beside each other. */
record LooksAside(Duty duty) {}
