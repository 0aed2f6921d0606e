package dev.callboard.console.desk;

/** What can be done at a counter by one key. */
public enum DeskAction {
    CALL_NEXT, CALL_CHOSEN, START, FINISH, RECALL, HOLD, TRANSFER, NO_SHOW, LINK, UNLINK, UNDO, GOT_IT;

    /** The key of its texts. */
    public String key() {
        return "desk." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
