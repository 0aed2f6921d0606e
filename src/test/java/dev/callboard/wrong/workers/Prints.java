package dev.callboard.wrong.workers;

/** Wrong: what is printed belongs to answers. */
final class Prints {
    void tell() {
        System.out.println("done");
    }
}
