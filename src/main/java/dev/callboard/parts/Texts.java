package dev.callboard.parts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** Every visible word, by its key in {@code i18n/texts}. */
public final class Texts {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    /** A language that is missing is English, never whichever language this machine happens to speak. */
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

    private final ResourceBundle bundle;
    private final Locale locale;

    public Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("i18n.texts", locale, NO_OTHER_LANGUAGE);
    }

    /** The words of a key that takes no values. */
    public String of(String key) {
        return bundle.getString(key);
    }

    /** The words of a key with its values put in, as {@link MessageFormat} does. */
    public String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The name of a state or step, or its own word where no key names it. */
    public String named(String prefix, String word) {
        String key = prefix + "." + word;
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }

    /** What people here call that language. @param tag as in {@link Locale#forLanguageTag} */
    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    /** The language and its figures. */
    public Locale locale() {
        return locale;
    }

    /** For FXML, which resolves {@code %key} itself. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** True where lines begin at the right. */
    public boolean isRightToLeft() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage());
    }
}
