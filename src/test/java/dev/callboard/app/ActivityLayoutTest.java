package dev.callboard.app;

/** Activity, whole in every language and size. */
class ActivityLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "activity";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("activity", "what:order");
        console.hand().awaitText("order.cancel");
    }
}
