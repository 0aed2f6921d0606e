package dev.callboard.cli;

/** What the program's root offers to its command line. */
public interface ShopOpener {

    /** A shop, nothing of which is reached before it is asked for. */
    ShopAccess open(ConnectionChoice choice);

    /** The faces with windows and pictures. */
    Faces faces();
}
