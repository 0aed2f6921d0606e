package dev.callboard.wrong.orders;

/** Wrong: more than six things to be built from. */
final class WantsEverything {
    WantsEverything(int a, int b, int c, int d, int e, int f, int g) {}
}
