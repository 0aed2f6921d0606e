package dev.callboard.app;

/** Settings, whole in every language and size. */
class SettingsLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "settings";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("settings", "");
        console.hand().awaitText("shop.currency");
    }
}
