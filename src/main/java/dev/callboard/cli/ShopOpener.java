package dev.callboard.cli;

/** What the program's root offers to its command line. */
public interface ShopOpener {

    /** A shop, nothing of which is reached before it is asked for. */
    ShopAccess open(ConnectionChoice choice);

    /**
     * Runs every background duty of a shop.
     *
     * @param drain true to return when nothing is left to do; else the process runs until it is told to stop
     */
    WorkReport work(ConnectionChoice choice, int concurrency, boolean drain);

    /** Serves customers over HTTP until the process is told to stop. @param port 0 for any free one */
    void serve(ConnectionChoice choice, int port);

    /**
     * For work in many steps: false from the moment that the process is told to stop. Whoever has asked is let come to
     * the end of its command.
     */
    boolean goesOn();

    /** The faces with windows and pictures. */
    Faces faces();
}
