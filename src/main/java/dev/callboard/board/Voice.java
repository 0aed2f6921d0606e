package dev.callboard.board;

/** Something that can speak. */
public interface Voice {

    /** Says the words to the end. @return false where it could not */
    boolean say(String words);
}
