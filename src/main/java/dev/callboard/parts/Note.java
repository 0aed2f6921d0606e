package dev.callboard.parts;

/**
 * One thing to say at the place of an action.
 *
 * @param text one readable line
 */
public record Note(Kind kind, String text) {

    /** How grave it is. */
    public enum Kind {
        INFORMATION("fth-info", ""), WARNING("fth-alert-triangle", "warning"), FAILURE("fth-alert-circle", "failed");

        private final String icon;
        private final String styleClass;

        Kind(String icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }

        String icon() {
            return icon;
        }

        String styleClass() {
            return styleClass;
        }
    }
}
