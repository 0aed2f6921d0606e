package dev.callboard.settings;

/**
 * One thing that can be set: by {@code --set key=value}, in a profile, or not at all.
 *
 * @param key what it is called outside
 * @param fallback its value where nobody set it; null where it is then simply unset
 * @param format how its text is read
 * @param help one line, its unit included
 */
public record Setting<T>(String key, T fallback, Format<T> format, String help) {

    @Override
    public String toString() {
        return key;
    }
}
